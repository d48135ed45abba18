package org.minsheng.query;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.dimension.Dimensions;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.Table;
import org.minsheng.run.Configuration;

/** A lake of a few rows, in a session whose views no other test sees. */
public final class SmallLake {
    private static final Timestamp THEN = Timestamp.from(Instant.parse("2026-01-28T03:30:00Z"));

    final SparkSession spark = TestSpark.session().newSession();
    final Tables tables;
    private final Lake lake;

    /** Fills a folder. */
    public SmallLake(Path folder) {
        lake = new Lake(spark, folder.toString());
        tables = new Tables(spark, folder.toString());
        Configuration conf = TestConf.jilin();
        Dimensions dimensions = new Dimensions(spark, conf.catalogue(), conf.regions());
        Dimensions.TABLES.forEach(table -> lake.overwrite(table, dimensions.rows(table)));
        put(
                ScoreTable.TABLE,
                row("220203", 2025, "county", "measure", "14", 90.25, null, 2, 2, 1, 1, 1, 1.0, 1, null),
                row(
                        "220200",
                        2025,
                        "prefecture",
                        "measure",
                        "14",
                        null,
                        null,
                        0,
                        2,
                        null,
                        0,
                        null,
                        null,
                        null,
                        "too_few"));
        put(
                RejectTable.TABLE,
                row("s", THEN, "省残联/表.csv", "", "C3", "约\n\"五\", 六", 1L, "not_a_number", "", null, null));
        put(
                RunTable.TABLE,
                row("r", "nightly", THEN, THEN, null, "c", "v", Map.of("cells", 12_345_678L), Map.of(), "done", null));
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }

    private void put(Table table, Row... rows) {
        lake.overwrite(table, spark.createDataFrame(List.of(rows), table.schema()));
    }

    String path(Table table) {
        return lake.path(table);
    }
}
