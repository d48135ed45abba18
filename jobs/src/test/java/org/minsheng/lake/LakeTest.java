package org.minsheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lake promises of its writes and reads, whatever the table. */
class LakeTest {
    private static final String LETTER = "letter";
    private static final Table TABLE =
            new Table("letters", new StructType().add(LETTER, DataTypes.StringType), List.of(LETTER));

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

    /** A small table is written as a whole, of a large one the files that have such rows. */
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void rowsTakeThePlaceOfThoseWithTheirKeys(long small) {
        Lake lake = new Lake(session(), folder.toString(), new LiveFiles(session())::rows, small);
        lake.overwrite(TABLE, rows("a", "b", "c"));
        lake.replace(TABLE, LETTER, Touched.of(Set.of("b", "d")), rows("d", "d"));
        assertThat(letters(lake)).containsExactly("a", "c", "d", "d");
        lake.replace(TABLE, LETTER, Touched.of(Set.of("d")), rows());
        assertThat(letters(lake)).containsExactly("a", "c");
        assertThat(lake.version(TABLE)).isEqualTo(2);
    }

    /** A lake to which another run writes whenever it has read a table and has not begun to write it. */
    private Lake late(Consumer<Lake> another) {
        LiveFiles files = new LiveFiles(session());
        Lake other = Lake.ofRun(session(), folder.toString());
        return new Lake(
                session(),
                folder.toString(),
                path -> {
                    Dataset<Row> before = files.rows(path);
                    another.accept(other);
                    return before;
                },
                Long.MAX_VALUE);
    }

    /** What another has written between reading and writing is not lost: whoever comes second writes nothing. */
    @Test
    void whatAnotherReplacedInTheMeantimeStays() {
        Lake lake = Lake.ofRun(session(), folder.toString());
        lake.overwrite(TABLE, rows("a", "b"));
        late(other -> other.replace(TABLE, LETTER, Touched.of(Set.of("a")), rows("x")))
                .replace(TABLE, LETTER, Touched.of(Set.of("b")), rows("y"));
        assertThat(letters(lake)).containsExactly("b", "x");
    }

    /** The same of rows that another added. */
    @Test
    void whatAnotherAddedInTheMeantimeStays() {
        Lake lake = Lake.ofRun(session(), folder.toString());
        lake.overwrite(TABLE, rows("a", "b"));
        late(other -> other.add(TABLE, rows("c"), other.version(TABLE)))
                .replace(TABLE, LETTER, Touched.of(Set.of("b")), rows("y"));
        assertThat(letters(lake)).containsExactly("a", "b", "c");
    }
}
