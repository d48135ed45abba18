package org.minsheng.query.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.LevelNames;
import org.minsheng.dimension.Dimensions;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.query.Tables;
import org.minsheng.report.Words;
import org.minsheng.storage.NewFile;
import org.w3c.dom.Document;

class SdmxTest {
    @TempDir
    private Path folder;

    private static Row observation(String series, String day, Double value, String status) {
        Timestamp received = Timestamp.from(Instant.parse(day + "T00:00:00Z"));
        return RowFactory.create(
                series, "220203", 2025, value, status, day, received, day + ".csv", "", "C3", null, null, true);
    }

    private Path write(String name) throws Exception {
        SparkSession spark = TestSpark.session();
        Lake lake = new Lake(spark, folder.resolve("lake").toString());
        Dimensions dimensions = new Dimensions(
                spark, TestConf.jilin().catalogue(), TestConf.jilin().regions());
        Dimensions.TABLES.forEach(table -> lake.overwrite(table, dimensions.rows(table)));
        lake.overwrite(
                ObservationTable.TABLE,
                spark.createDataFrame(
                        List.of(
                                observation("rehab_need", "2026-01-01", 7.0, "A"),
                                observation("rehab_need", "2026-02-01", 7.5, "A"),
                                observation("rehab_need", "2026-03-02", 9.0, "A"),
                                observation("a.dropped-one", "2026-01-01", null, "O")),
                        ObservationTable.TABLE.schema()));
        AsOf asOf = new AsOf(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        Configuration hadoop = new Configuration();
        new Sdmx(
                        new Tables(spark, folder.resolve("lake").toString()),
                        asOf,
                        language -> Words.in(language, LevelNames.usualOnes()))
                .write(
                        ObservationTable.TABLE,
                        "OFFICE",
                        new NewFile(folder.toString(), "o.csv", hadoop),
                        new NewFile(folder.toString(), "o.xml", hadoop));
        return folder.resolve(name);
    }

    /** The value of the latest submission until then; of a series that the catalogue has dropped no unit is known. */
    @Test
    void whatIsInUseAsSdmxCsvAndWhatItMeansBesideIt() throws Exception {
        assertThat(Files.readString(write("o.csv")))
                .isEqualTo("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                        + "UNIT_MEASURE\r\n"
                        + "dataflow,OFFICE:OBSERVATION(1.0),I,A,a-dropped$2D$one,220203,2025,NaN,O,\r\n"
                        + "dataflow,OFFICE:OBSERVATION(1.0),I,A,rehab_need,220203,2025,7.5,A,$4EBA$\r\n");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("o.xml").toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        assertThat(path.evaluate("//*[@id='CL_SERIES']/*[@id='rehab_need']/*[@*='zh']", document))
                .isEqualTo("有康复需求的残疾儿童和持证残疾人");
        assertThat(path.evaluate("//*[@id='CL_SERIES']/*[@id='a-dropped$2D$one']//*[.='a.dropped-one']", document))
                .isNotEmpty();
        assertThat(path.evaluate("//*[@id='CL_REF_AREA']/*[@id='220203']//Ref/@id", document))
                .isEqualTo("220200");
        assertThat(path.evaluate("//*[@id='CL_UNIT_MEASURE']/*[@id='$4EBA$']/*[@*='en']", document))
                .isEqualTo("persons");
        assertThat(path.evaluate("count(//*[@id='DSD_OBSERVATION']//Ref[@class='Concept'])", document))
                .as("four dimensions, the value, two attributes")
                .isEqualTo("7");
    }

    @Test
    void whichTablesCanBeWrittenIsTold() {
        assertThatThrownBy(() -> Sdmx.check(ScoreTable.TABLE, "OFFICE"))
                .hasMessageContaining("there is no SDMX of the table score. The tables observation and progress");
        assertThatThrownBy(() -> Sdmx.check(ObservationTable.TABLE, "统计局")).hasMessageContaining("--agency");
    }
}
