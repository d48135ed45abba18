package org.minsheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lake promises of its writes and reads, whatever the table. */
class LakeTest {
    private static final Table TABLE =
            new Table("letters", new StructType().add("letter", DataTypes.StringType), List.of("letter"));

    @TempDir
    Path folder;

    private static Dataset<Row> rows(String... letters) {
        return session()
                .createDataFrame(Stream.of(letters).map(RowFactory::create).toList(), TABLE.schema());
    }

    private static List<String> letters(Lake lake) {
        return lake.read(TABLE).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** Two runs read the same files, as one took the other for dead. */
    @Test
    void rowsThatTwoAddSinceTheSameVersionAreThereOnce() {
        Lake one = Lake.ofRun(session(), folder.toString());
        Lake other = Lake.ofRun(session(), folder.toString());
        assertThat(one.version(TABLE)).isEqualTo(-1);
        one.overwrite(TABLE, rows("a"));
        long since = one.version(TABLE);
        one.add(TABLE, rows("b"), since);
        other.add(TABLE, rows("b"), since);
        assertThat(letters(one)).containsExactly("a", "b");
        other.add(TABLE, rows("c"), other.version(TABLE));
        assertThat(letters(one)).containsExactly("a", "b", "c");
    }

    /** Also into a table that is not there yet. */
    @Test
    void theFirstRowsAreThereOnce() {
        Lake lake = Lake.ofRun(session(), folder.toString());
        lake.add(TABLE, rows("a"), -1);
        lake.add(TABLE, rows("a"), -1);
        assertThat(letters(lake)).containsExactly("a");
    }

    /** A run keeps the files that it has asked for, and asks again where the table is another. */
    @Test
    void aRunReadsWhatWasWrittenLast() {
        Lake lake = Lake.ofRun(session(), folder.toString());
        lake.overwrite(TABLE, rows("a"));
        Dataset<Row> before = lake.read(TABLE);
        lake.overwrite(TABLE, rows("b"));
        assertThat(letters(lake)).containsExactly("b");
        assertThat(before.collectAsList()).containsExactly(RowFactory.create("a"));
        assertThat(letters(new Lake(session(), folder.toString()))).containsExactly("b");
    }
}
