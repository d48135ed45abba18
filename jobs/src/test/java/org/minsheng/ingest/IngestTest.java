package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Language;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.Template;

/** The stage on files in a landing folder, up to the observations in use. */
class IngestTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final IngestRules RULES = TestLayouts.shipped();
    private static final Instant LATER = Instant.parse("2026-06-30T00:00:00Z");
    private static final String WATER = "年度,单位名称,农村人口(万人),集中供水人口(万人),供水保证人口(万人)\n";
    private static final String HEADER = "series,ref_area,time_period,obs_value,obs_status\n";

    @TempDir
    Path work;

    private void land(String file, String text) throws IOException {
        land(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void land(String file, byte[] bytes) throws IOException {
        Path to = work.resolve("landing").resolve(file);
        Files.createDirectories(to.getParent());
        Files.write(to, bytes);
    }

    /** The tables, in memory: the run's tests have them on disk. */
    private final Map<String, List<Row>> tables = new java.util.HashMap<>();

    private Dataset<Row> read(Table table) {
        return SPARK.createDataFrame(tables.getOrDefault(table.name(), List.of()), table.schema());
    }

    private void replace(Table table, List<String> ids, Dataset<Row> rows) {
        List<Row> all = new java.util.ArrayList<>(tables.getOrDefault(table.name(), List.of()));
        int id = java.util.Arrays.asList(table.schema().fieldNames()).indexOf(SubmissionTable.SUBMISSION_ID);
        all.removeIf(row -> ids.contains(row.getString(id)));
        all.addAll(rows.collectAsList());
        tables.put(table.name(), all);
    }

    /** Ingests as the run does. */
    private Ingest.Result ingest() throws IOException {
        Ingest.Result result = new Ingest(SPARK, RULES)
                .run(
                        Landing.list(
                                work.resolve("landing").toString(),
                                SPARK.sparkContext().hadoopConfiguration()),
                        read(SubmissionTable.TABLE));
        replace(ObservationTable.TABLE, result.replacedIds(), result.observations());
        replace(RejectTable.TABLE, result.replacedIds(), result.rejects());
        replace(WithdrawalTable.TABLE, result.replacedIds(), result.withdrawals());
        replace(SubmissionTable.TABLE, result.replacedIds(), result.submissions());
        result.release();
        return result;
    }

    private Dataset<Row> standing(Instant asOf) {
        return WithdrawalTable.without(read(ObservationTable.TABLE), read(WithdrawalTable.TABLE), asOf);
    }

    private List<String> current(String asOf) {
        return ObservationTable.current(standing(Instant.parse(asOf)), Instant.parse(asOf))
                .orderBy("series", "ref_area", "time_period")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getInt(2) + " "
                        + (row.isNullAt(3) ? row.getString(4) : String.valueOf(row.getDouble(3))))
                .toList();
    }

    private List<String> rejects() {
        return read(RejectTable.TABLE).orderBy("file", "cell").collectAsList().stream()
                .map(row -> row.getAs(RejectTable.CELL) + " " + row.getAs(RejectTable.REASON) + " "
                        + row.getAs(RejectTable.CELLS))
                .toList();
    }

    private void assertReconciled() {
        assertThat(read(SubmissionTable.TABLE)
                        .filter("cells <> observations + rejected_cells + label_cells + ignored_cells")
                        .count())
                .isZero();
    }

    @Test
    void theCanonicalFormIsReadBySparkAndEachRowJudged() throws IOException {
        land(
                "2026-01-10/long.csv",
                HEADER
                        + "rural_population,220122,2025,1000,A\n"
                        + "rural_population,220381,2024,2000,\n" // the code of before 2020
                        + "rural_population,220183,2025,,L\n"
                        + "rural_population,220182,2025,10,A\n"
                        + "rural_population,220182,2025,10,A\n" // the same twice
                        + "rural_population,220221,2025,10,A\n"
                        + "rural_population,220221,2025,11,A\n" // two values
                        + "rural_population,229999,2025,10,A\n"
                        + "rural_popolation,220122,2025,10,A\n"
                        + "rural_population,220122,25,10,A\n"
                        + "rural_population,220122,2024,NaN,A\n"
                        + "rural_population,220122,2023,-5,A\n"
                        + "rural_population,220122,2022,10,L\n"
                        + "rural_population,220122,2021,=1+1,A\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z"))
                .containsExactly(
                        "rural_population 220122 2025 1000.0",
                        "rural_population 220182 2025 10.0",
                        "rural_population 220183 2025 L",
                        "rural_population 220184 2024 2000.0");
        assertThat(rejects())
                .containsExactly(
                        "rural_popolation,220122,2025 unknown_series 1",
                        "rural_population,220122,2021 not_a_number 1",
                        "rural_population,220122,2022 unknown_status 1",
                        "rural_population,220122,2023 impossible_value 1",
                        "rural_population,220122,2024 not_a_number 1",
                        "rural_population,220122,25 unknown_period 1",
                        "rural_population,220182,2025 duplicate 1",
                        "rural_population,220221,2025 duplicate 2",
                        "rural_population,229999,2025 unknown_region 1");
        assertReconciled();
        Row submission = read(SubmissionTable.TABLE).first();
        assertThat(submission.<String>getAs(SubmissionTable.LAYOUT)).isEqualTo("canonical");
        assertThat(submission.<Long>getAs(SubmissionTable.CELLS)).isEqualTo(14);
    }

    @Test
    void parquetBesideADamagedOneAndAGoodTable() throws IOException {
        Path parquet = work.resolve("made");
        SPARK.sql(
                        "SELECT 'rural_population' series, '220122' ref_area, 2025 time_period, 1000.5D obs_value, 'A' obs_status")
                .coalesce(1)
                .write()
                .parquet(parquet.toString());
        byte[] bytes;
        try (var files = Files.list(parquet)) {
            bytes = Files.readAllBytes(files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        land("2026-01-10/good.parquet", bytes);
        land("2026-01-10/bad.parquet", java.util.Arrays.copyOf(bytes, bytes.length / 2));
        land("2026-01-11/表.csv", WATER + "2025,德惠市,2,1,1\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z"))
                .contains("rural_population 220122 2025 1000.5", "rural_population 220183 2025 20000.0");
        assertThat(rejects()).containsExactly(" unreadable_file 0");
        assertReconciled();
    }

    /** One correction followed end to end: what was known on each day, and that both stay. */
    @Test
    void aCorrectionSupersedesFromItsReceiptOnAndTheSameFileTwiceIsOne() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n");
        ingest();
        land("2026-02-10/correction.csv", WATER + "2025,农安县,10,9,8.5\n");
        land("2026-03-10/again.csv", WATER + "2025,农安县,10,9,8\n");
        assertThat(ingest().submissionIds()).hasSize(1);
        assertThat(current("2026-01-31T00:00:00Z")).contains("rural_reliable_water 220122 2025 80000.0");
        assertThat(current("2026-06-30T00:00:00Z")).contains("rural_reliable_water 220122 2025 85000.0");
        assertThat(current("2026-01-01T00:00:00Z")).isEmpty();
        assertThat(read(ObservationTable.TABLE).count()).isEqualTo(6);
        assertThat(ingest().submissionIds()).isEmpty();
    }

    @Test
    void aSubmissionIsWithdrawnAndTheWithdrawalToo() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n");
        land("2026-02-10/mistake.csv", WATER + "2025,农安县,7,7,7\n");
        land("2026-02-12/撤回.csv", "withdraw,reason\n2026-02-10/mistake.csv,误发\n2026-02-10/nothing.csv,\n");
        ingest();
        assertThat(current("2026-02-11T00:00:00Z")).contains("rural_population 220122 2025 70000.0");
        assertThat(current("2026-02-12T00:00:00Z")).contains("rural_population 220122 2025 100000.0");
        assertThat(rejects()).containsExactly("A3 unknown_submission 1");
        assertReconciled();
        land("2026-02-14/撤回.csv", "withdraw,reason\n2026-02-12/撤回.csv,原件无误\n");
        ingest();
        assertThat(current("2026-02-13T00:00:00Z")).contains("rural_population 220122 2025 100000.0");
        assertThat(current("2026-02-14T00:00:00Z")).contains("rural_population 220122 2025 70000.0");
    }

    @Test
    void aFileThatBreaksOffGivesNothingAndTheOthersEverything() throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (String header : WATER.strip().split(",")) {
            rows.append("<c t=\"inlineStr\"><is><t>").append(header).append("</t></is></c>");
        }
        rows.append("</row>");
        for (int row = 2; row < 400; row++) {
            rows.append("<row r=\"").append(row).append("\"><c><v>").append(1900 + row % 190);
            rows.append("</v></c><c t=\"inlineStr\"><is><t>农安县</t></is></c><c><v>1</v></c></row>");
        }
        land("2026-01-10/broken.xlsx", XlsxText.of(rows + "<row r=\"1\"/>"));
        land("2026-01-11/good.csv", WATER + "2025,德惠市,2,1,1\n");
        ingest();
        assertThat(read(ObservationTable.TABLE).count()).isEqualTo(3);
        assertThat(rejects()).containsExactly(" unreadable_file 0");
        assertThat(ingest().submissionIds()).isEmpty();
    }

    /** A name that Spark would take for a pattern is a name: otherwise the second file's rows would come twice. */
    @Test
    void aCanonicalFileWithThePatternOfAllFilesAsItsName() throws IOException {
        land("2026-01-10/*.csv", HEADER + "rural_population,220122,2025,1000,A\n");
        land("2026-01-10/a[b]{c,d}?.csv", HEADER + "rural_population,220183,2025,2000,A\n");
        land("2026-01-10/plain.csv", HEADER + "rural_population,220182,2025,3000,A\n");
        assertThat(ingest().submissionIds()).hasSize(3);
        assertThat(read(ObservationTable.TABLE).count()).isEqualTo(3);
        assertThat(rejects()).isEmpty();
        assertReconciled();
    }

    /** Whoever may send files may not have any file of the machine read, nor send it round in circles. */
    @Test
    void aLinkIsNotFollowedButTold(@org.junit.jupiter.api.io.TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), WATER + "2025,农安县,10,9,8\n");
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,7\n");
        Files.createSymbolicLink(work.resolve("landing/2026-01-10/link.csv"), secret);
        Files.createSymbolicLink(work.resolve("landing/2026-01-10/round"), work.resolve("landing"));
        ingest();
        assertThat(read(RejectTable.TABLE).orderBy("file").collectAsList())
                .extracting(row -> row.getAs(RejectTable.FILE) + " " + row.getAs(RejectTable.REASON) + " "
                        + row.getAs(RejectTable.DETAIL))
                .containsExactly(
                        "2026-01-10/link.csv unreadable_file a link is not followed: put the file itself into the"
                                + " landing folder",
                        "2026-01-10/round unreadable_file a link is not followed: put the file itself into the"
                                + " landing folder");
        assertThat(current("2026-06-30T00:00:00Z")).hasSize(3);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadByTheNextRun() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n");
        Landing.Arrival arrival = Landing.list(
                        work.resolve("landing").toString(), SPARK.sparkContext().hadoopConfiguration())
                .arrivals()
                .get(0);
        LandedFiles files =
                new LandedFiles(org.apache.spark.api.java.JavaSparkContext.fromSparkContext(SPARK.sparkContext())
                        .broadcast(new org.apache.spark.util.SerializableConfiguration(
                                SPARK.sparkContext().hadoopConfiguration())));
        Received received = files.identify(arrival);
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n2025,德惠市,10,9,8\n");
        List<Row> rows = new java.util.ArrayList<>();
        new ReadFile(RULES, files, java.util.Set.of()).call(received).forEachRemaining(rows::add);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getStruct(2).getString(8)).contains("changed while it was read");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).hasSize(6);
        assertThat(rejects()).isEmpty();
    }

    @Test
    void cellsThatDoNotAddUpEndTheRun() {
        Row submission = SPARK.createDataFrame(
                        List.of(RowFactory.create(
                                "id", "f.csv", 1L, null, null, null, "text", "water", "r", 10L, 5L, 0L, 0L, 3L, 1L)),
                        SPARK.createDataFrame(List.of(), SubmissionTable.TABLE.schema())
                                .select("*")
                                .schema())
                .first();
        Reconciliation.check(submission, 5, 1);
        assertThatThrownBy(() -> Reconciliation.check(submission, 5, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "f.csv does not add up: 10 cells seen, but 5 observations, 0 rejected, 3 labels and 1 ignored");
    }

    /** A template as the unit gets it, filled in with POI as Excel would, and read without a layout. */
    @Test
    void aFilledTemplateComesBack() throws IOException {
        byte[] empty = new Template(
                        TestLayouts.CATALOGUE,
                        TestLayouts.REGIONS,
                        Language.BOTH,
                        "省水利厅",
                        2025,
                        Map.of(new Template.Key("rural_population", "220122"), 900.0))
                .write();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            int col = column(sheet, "rural_population");
            assertThat(sheet.getRow(row(sheet, "220122")).getCell(col - 1).getNumericCellValue())
                    .isEqualTo(900);
            assertThat(sheet.getRow(row(sheet, "220122"))
                            .getCell(col)
                            .getCellStyle()
                            .getLocked())
                    .isFalse();
            assertThat(sheet.getRow(row(sheet, "220122"))
                            .getCell(col - 1)
                            .getCellStyle()
                            .getLocked())
                    .isTrue();
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getDataValidations()).hasSize(5);
            sheet.getRow(row(sheet, "220122")).getCell(col).setCellValue(1000);
            sheet.getRow(row(sheet, "220183")).getCell(col).setCellValue("—");
            workbook.write(out);
        }
        land("2026-01-10/回报.xlsx", out.toByteArray());
        ingest();
        assertThat(current("2026-06-30T00:00:00Z").stream().filter(o -> o.startsWith("rural_population 2201")))
                .contains("rural_population 220122 2025 1000.0", "rural_population 220183 2025 O")
                .noneMatch(o -> o.contains("900"));
        assertThat(rejects()).isEmpty();
        assertThat(read(SubmissionTable.TABLE).first().<String>getAs(SubmissionTable.LAYOUT))
                .isEqualTo("template");
        assertReconciled();
    }

    @Test
    void milestonesComeBackWithTheirEvidence() throws IOException {
        byte[] empty =
                new Template(TestLayouts.CATALOGUE, TestLayouts.REGIONS, Language.ZH, "省教育厅", 2025, Map.of()).write();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            XSSFSheet sheet = workbook.getSheet("定性任务");
            int row = row(sheet, "milestone_1");
            sheet.getRow(row).getCell(column(sheet, TemplateForm.VALUE)).setCellValue("已完成");
            sheet.getRow(row).getCell(column(sheet, TemplateForm.EVIDENCE)).setCellValue("吉教规〔2020〕3号");
            workbook.write(out);
        }
        land("2026-01-10/回报.xlsx", out.toByteArray());
        ingest();
        Row done = read(ObservationTable.TABLE).filter("series = 'milestone_1'").first();
        assertThat(done.<Double>getAs("obs_value")).isEqualTo(2);
        assertThat(done.<String>getAs("comment")).isEqualTo("吉教规〔2020〕3号");
    }

    private static int column(XSSFSheet sheet, String id) {
        for (var cell : sheet.getRow(TemplateForm.IDS_ROW)) {
            if (cell.getStringCellValue().equals(id)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(id);
    }

    private static int row(XSSFSheet sheet, String first) {
        for (int row = TemplateForm.FIRST_ROW; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row).getCell(0).getStringCellValue().equals(first)) {
                return row;
            }
        }
        throw new AssertionError(first);
    }

    /** By hand: a digit too many (beyond the usual million too), a part above its whole, a prefecture that does not add up. */
    @Test
    void whatIsOddIsToldAndStays() throws IOException {
        land(
                "2026-01-10/water.csv",
                WATER
                        + "2024,农安县,10,9,8\n" // fine
                        + "2025,农安县,101,9,8\n" // ten times the year before
                        + "2024,德惠市,10,9,10.1\n" // more than all
                        + "2024,辽源市,25,20,20\n" // its four counties and districts below have 24, 20 and 20
                        + "2024,龙山区,5,5,5\n2024,西安区,5,5,5\n2024,东丰县,7,5,5\n2024,东辽县,7,5,5\n");
        ingest();
        Dataset<Row> inUse = ObservationTable.current(
                standing(LATER), LATER, "obs_value", "submission_id", "received_at", "file", "sheet", "cell");
        assertThat(new Checks(SPARK, TestLayouts.CATALOGUE, TestLayouts.REGIONS)
                        .run(inUse).orderBy("check", "cell").collectAsList().stream()
                                .map(row -> row.getAs(FlagTable.CHECK) + " " + row.getAs(FlagTable.CELL) + " "
                                        + row.getAs(FlagTable.OBS_VALUE) + " " + row.getAs(FlagTable.OTHER_VALUE) + " "
                                        + row.getAs(FlagTable.OTHER)))
                .containsExactly(
                        "above_whole E4 101000.0 100000.0 rural_population",
                        "jump C3 1010000.0 100000.0 2024",
                        "not_the_sum C5 250000.0 240000.0 counties",
                        "unusual C3 1010000.0 1000000.0 most");
        assertThat(current("2026-06-30T00:00:00Z")).contains("rural_population 220122 2025 1010000.0");
    }

    @Test
    void whoOwedWhatAndWhatCame() throws IOException {
        StringBuilder text = new StringBuilder(WATER);
        TestLayouts.REGIONS
                .today(org.minsheng.conf.Level.COUNTY)
                .forEach(county -> text.append("2025,")
                        .append(county.name())
                        .append(county.name().equals("农安县") ? ",10,,8\n" : ",10,9,8\n"));
        land("2026-01-10/water.csv", text.toString());
        ingest();
        Dataset<Row> inUse = ObservationTable.current(standing(LATER), LATER, "obs_value", "received_at");
        Map<String, Row> bySeries = new java.util.HashMap<>();
        new Reporting(SPARK, TestLayouts.CATALOGUE, TestLayouts.REGIONS, LATER)
                .run(inUse)
                .filter("time_period = 2025")
                .collectAsList()
                .forEach(row -> bySeries.put(row.getAs(ReportingTable.SERIES), row));
        Row complete = bySeries.get("rural_population");
        assertThat(complete.<String>getAs(ReportingTable.UNIT)).isEqualTo("省水利厅");
        assertThat(complete.<String>getAs(ReportingTable.STATE)).isEqualTo("complete");
        assertThat(complete.<Date>getAs(ReportingTable.DUE_ON)).isEqualTo(Date.valueOf("2025-12-31"));
        assertThat(complete.<Integer>getAs(ReportingTable.DAYS_LATE)).isEqualTo(10);
        Row partial = bySeries.get("rural_central_water");
        assertThat(partial.<String>getAs(ReportingTable.STATE)).isEqualTo("partial");
        assertThat(partial.<Integer>getAs(ReportingTable.REGIONS_REPORTED)).isEqualTo(59);
        assertThat(partial.isNullAt(partial.fieldIndex(ReportingTable.DAYS_LATE)))
                .isTrue();
        assertThat(bySeries.get("water_sample_all").<String>getAs(ReportingTable.STATE))
                .isEqualTo("nothing");
    }

    @Test
    void aTableOfAnotherVersionIsNeitherGuessedAtNorThrownAway() {
        Lake lake = new Lake(SPARK, work.resolve("lake").toString());
        Table older =
                new Table(ObservationTable.TABLE.name(), SubmissionTable.TABLE.schema(), SubmissionTable.TABLE.key());
        lake.overwrite(older, SPARK.createDataFrame(List.of(), older.schema()));
        assertThatThrownBy(() -> lake.read(ObservationTable.TABLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another version of the program");
    }
}
