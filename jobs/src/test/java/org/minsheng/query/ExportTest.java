package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.SameRows;
import org.minsheng.lake.ScoreTable;
import org.minsheng.storage.NewFile;

class ExportTest {
    @TempDir
    private static Path folder;

    private static SmallLake lake;

    @BeforeAll
    static void fill() {
        lake = new SmallLake(folder.resolve("lake"));
    }

    private static Path exported(String table, Export.Format format, boolean mark) throws IOException {
        String out = folder.resolve("out").toString();
        NewFile file = new NewFile(out, table + mark + "." + format, new Configuration());
        new Export(lake.tables).write(Tables.find(table), format, mark, file);
        return Path.of(file.location());
    }

    @Test
    void csvInTheOrderOfTheKey() throws IOException {
        assertThat(Files.readString(exported("score", Export.Format.csv, false)))
                .isEqualTo("ref_area,time_period,region_level,component,code,score,score_geometric,indicators,"
                        + "indicators_expected,rank,peers,rank_low,rank_median,rank_high,reason\r\n"
                        + "220200,2025,prefecture,measure,14,,,0,2,,0,,,,too_few\r\n"
                        + "220203,2025,county,measure,14,90.25,,2,2,1,1,1,1,1,\r\n");
    }

    @Test
    void aMarkForExcel() throws IOException {
        assertThat(Files.readString(exported("unit", Export.Format.csv, true))).startsWith("\uFEFFunit,name_en,");
    }

    @Test
    void parquetHoldsTheSameRows() throws IOException {
        Path file = exported("score", Export.Format.parquet, false);
        SameRows.assertSameRows(lake.spark.read().parquet(file.toString()), lake.tables.rows(ScoreTable.TABLE));
    }

    @Test
    void aDimension() throws IOException {
        Path file = exported("region", Export.Format.parquet, false);
        assertThat(lake.spark
                        .read()
                        .parquet(file.toString())
                        .filter("name = '龙潭区'")
                        .collectAsList())
                .extracting(row -> row.getAs("ref_area") + " " + row.getAs("parent_name"))
                .containsExactly("220203 吉林市");
    }
}
