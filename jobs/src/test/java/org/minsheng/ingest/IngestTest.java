package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.layout.Layout;
import org.minsheng.layout.Providers;
import org.minsheng.parse.CellsAsSeenTest;
import org.minsheng.parse.TestLayouts;
import org.minsheng.parse.XlsxText;
import org.minsheng.quality.Checks;
import org.minsheng.quality.Reporting;
import org.minsheng.report.Template;

/** The stage on files in a landing folder, up to the observations in use. */
class IngestTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final IngestRules RULES = TestLayouts.jilin();
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
        return ingest(RULES);
    }

    private Ingest.Result ingest(IngestRules rules) throws IOException {
        Ingest.Result result = new Ingest(SPARK, rules)
                .run(
                        Landing.list(
                                work.resolve("landing").toString(),
                                ZoneOffset.UTC,
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
        return WithdrawalTable.without(read(ObservationTable.TABLE), read(WithdrawalTable.TABLE), asOf, ZoneOffset.UTC);
    }

    private List<String> current(String asOf) {
        return ObservationTable.current(ObservationTable.counting(standing(Instant.parse(asOf))), Instant.parse(asOf))
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
                        + "rural_population,220122,2021,=1+1,A\n"
                        + "rural_population,220122,2020,,\n" // says nothing
                        + "rural_population,220122,2027,10,A\n"); // received in 2026
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
                        "rural_population,220122,2027 future_period 1",
                        "rural_population,220122,25 unknown_period 1",
                        "rural_population,220182,2025 duplicate 1",
                        "rural_population,220221,2025 conflicting_values 2",
                        "rural_population,229999,2025 unknown_region 1");
        assertReconciled();
        Row submission = read(SubmissionTable.TABLE).first();
        assertThat(submission.<String>getAs(SubmissionTable.LAYOUT)).isEqualTo("canonical");
        assertThat(submission.<Long>getAs(SubmissionTable.CELLS)).isEqualTo(16);
    }

    /** Header and values as other programs write them; {@code cases/} holds what was sent. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, '\n'",
        "UTF-8, true, '\r\n'",
        "GB18030, true, '\r\n'",
        "UTF-16LE, false, '\n'",
        "UTF-16LE, true, '\r\n'",
        "UTF-16BE, true, '\r\n'"
    })
    void theCanonicalFormInAnyEncodingQuotedOrNot(String charset, boolean quoted, String end) throws IOException {
        String text = " Series,REF_AREA ,time_period,obs_value,obs_status\nrural_population,220122,2024, 523000 ,A\n"
                + "rural_population,220183, 2024.0 ,402000.0000001,A\nrural_population,乱,2024,1,A\n";
        String sent = (quoted ? text.replaceAll("[^,\n]+", "\"$0\"") : text).replace("\n", end);
        land("2026-01-10/long.csv", sent.getBytes(Charset.forName(charset)));
        land("2026-01-10/mark.csv", ("\uFEFF" + sent.replace("2024", "2023")).getBytes(Charset.forName(charset)));
        ingest();
        assertThat(current("2026-06-30T00:00:00Z"))
                .containsExactly(
                        "rural_population 220122 2023 523000.0",
                        "rural_population 220122 2024 523000.0",
                        "rural_population 220183 2023 402000.0",
                        "rural_population 220183 2024 402000.0");
        assertThat(read(RejectTable.TABLE).collectAsList())
                .extracting(row -> row.<String>getAs(RejectTable.REASON))
                .containsExactly("unknown_region", "unknown_region");
        assertReconciled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8-bom.csv", "utf16le-bom.csv", "crlf-quoted.csv"})
    void canonicalFilesAsSent(String name) throws IOException {
        land("2026-01-10/" + name, CellsAsSeenTest.sent(name));
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("rural_population 220122 2024 523000.0");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void whatJavaTakesForANumberAndNobodyElse() throws IOException {
        land("2026-01-10/odd.csv", CellsAsSeenTest.sent("odd-numbers.csv"));
        land(
                "2026-01-11/odd.csv",
                HEADER + "rural_population,220182,2021,1f,A\nrural_population,220182,2020,1e999,A\n"
                        + "rural_population,220182,2019,NaN,A\nrural_population,220182,2018,12.5,A\n"
                        + "rural_population,220182,2024.5,1,A\nrural_population,220182,2017,+7.,A\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z"))
                .containsExactly(
                        "rural_population 220122 2024 523000.0",
                        "rural_population 220182 2017 7.0",
                        "rural_reliable_water 220183 2024 388000.0");
        assertThat(rejects())
                .containsExactlyInAnyOrder(
                        "rural_population,220182,2024 not_a_number 1",
                        "rural_population,220183,2024 not_a_number 1",
                        "rural_reliable_water,220122,2024 not_a_number 1",
                        "rural_population,220182,2018 not_whole 1",
                        "rural_population,220182,2019 not_a_number 1",
                        "rural_population,220182,2020 not_a_number 1",
                        "rural_population,220182,2021 not_a_number 1",
                        "rural_population,220182,2024.5 unknown_period 1");
        assertReconciled();
    }

    @Test
    void parquetBesideADamagedOneAndAGoodTable() throws IOException {
        Path parquet = work.resolve("made");
        SPARK.sql(
                        "SELECT 'rural_population' series, '220122' ref_area, 2025 time_period, 1000D obs_value, 'A' obs_status")
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
                .contains("rural_population 220122 2025 1000.0", "rural_population 220183 2025 20000.0");
        assertThat(rejects()).containsExactly(" unreadable_file 0");
        assertReconciled();
    }

    /** One correction followed end to end: what was known on each day, and that all stay; what is sent again counts again. */
    @Test
    void aCorrectionSupersedesFromItsReceiptOnAndTheFirstAgainWhenItIsSentAgain() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n");
        ingest();
        land("2026-02-10/correction.csv", WATER + "2025,农安县,10,9,8.5\n");
        land("2026-03-10/again.csv", WATER + "2025,农安县,10,9,8\n");
        assertThat(ingest().submissionIds()).hasSize(2);
        assertThat(current("2026-01-31T00:00:00Z")).contains("rural_reliable_water 220122 2025 80000.0");
        assertThat(current("2026-02-28T00:00:00Z")).contains("rural_reliable_water 220122 2025 85000.0");
        assertThat(current("2026-06-30T00:00:00Z")).contains("rural_reliable_water 220122 2025 80000.0");
        assertThat(current("2026-01-01T00:00:00Z")).isEmpty();
        assertThat(read(ObservationTable.TABLE).count()).isEqualTo(9);
        assertThat(ingest().submissionIds()).isEmpty();
        // The copy can be withdrawn by its own name; by the SHA-256 both are.
        land("2026-04-10/撤回.csv", "withdraw,reason\n2026-03-10/again.csv,误发\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).contains("rural_reliable_water 220122 2025 85000.0");
        String sha = read(SubmissionTable.TABLE)
                .filter("file = '2026-01-10/water.csv'")
                .first()
                .<String>getAs(SubmissionTable.SUBMISSION_ID)
                .substring(0, 64);
        land("2026-04-11/撤回.csv", "withdraw,reason\n" + sha + ",误发\n2026-02-10/correction.csv,误发\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).isEmpty();
        assertThat(rejects()).isEmpty();
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

    /** Files that Spark reads itself are known again by the path that it tells. */
    @Test
    void aCanonicalFileInAFolderOfAnyName() throws IOException {
        List<String> names =
                List.of("水利局", "落地 区(终稿)", "100%", "%20#a+b", "[a]{b}(c)", "what?", "\uD83D\uDE00", "a\\b");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            land(name + "/" + name + ".csv", HEADER + "rural_population,220122," + (2010 + i) + ",1000,A\n");
        }
        assertThat(ingest().submissionIds()).hasSize(names.size());
        assertThat(rejects()).isEmpty();
        assertThat(read(ObservationTable.TABLE).count()).isEqualTo(names.size());
        assertReconciled();
        land("水利局/a:b.csv", HEADER + "rural_population,220183,2025,1000,A\n");
        ingest();
        assertThat(rejects()).hasSize(1);
        assertThat(read(RejectTable.TABLE).first().<String>getAs(RejectTable.DETAIL))
                .isEqualTo("its path has a colon, from which Spark cannot read: rename the file or folder");
    }

    /** The files in the landing folder as ingest finds them, before it reads them. */
    private List<Received> found() throws IOException {
        Landing landing = Landing.list(
                work.resolve("landing").toString(),
                ZoneOffset.UTC,
                SPARK.sparkContext().hadoopConfiguration());
        LandedFiles files = landedFiles();
        Receipts receipts = new Receipts(List.of(), "r");
        return landing.arrivals().stream()
                .map(files::identify)
                .map(file -> receipts.toRead(file).orElseThrow())
                .toList();
    }

    /** Between the look at them and Spark's reading of them. */
    @Test
    void aCanonicalFileThatGoesWhileItIsRead() throws IOException {
        land("2026-01-10/stays.csv", HEADER + "rural_population,220122,2025,1000,A\n");
        land("2026-01-10/goes.csv", HEADER + "rural_population,220183,2025,2000,A\n");
        List<Received> both = found();
        java.nio.file.Files.delete(work.resolve("landing/2026-01-10/goes.csv"));
        Ingest.Result result =
                new Ingest(SPARK, RULES).read(new Ingest.Unread(2, both, Set.of(), false, 0, List.of()), Map.of());
        assertThat(result.observations().collectAsList())
                .extracting(row -> row.<String>getAs(ObservationTable.FILE))
                .containsExactly("2026-01-10/stays.csv");
        assertThat(result.rejects().collectAsList())
                .extracting(row -> row.getAs(RejectTable.FILE) + ": " + row.getAs(RejectTable.DETAIL))
                .containsExactly("2026-01-10/goes.csv: it changed or went while it was read; the next run reads it");
        result.release();
    }

    /** Spark would read the new rows, and note the bytes of the old ones. */
    @Test
    void aCanonicalFileThatGrowsWhileItIsRead() throws IOException {
        land("2026-01-10/grows.csv", HEADER + "rural_population,220183,2025,2000,A\n");
        land("2026-01-10/stays.csv", HEADER + "rural_population,220122,2025,1000,A\n");
        List<Received> both = found();
        land("2026-01-10/grows.csv", HEADER + "rural_population,220183,2025,2000,A\nrural_population,220182,20");
        Ingest.Result result =
                new Ingest(SPARK, RULES).read(new Ingest.Unread(2, both, Set.of(), false, 0, List.of()), Map.of());
        assertThat(result.observations().collectAsList())
                .extracting(row -> row.<String>getAs(ObservationTable.FILE))
                .containsExactly("2026-01-10/stays.csv");
        result.release();
    }

    /** By the ending Spark would unpack it, and pass over one that is being copied; neither without a word. */
    @Test
    void aCanonicalFileThatIsCalledAsAPackedOne() throws IOException {
        land("2026-01-10/a.csv.gz", HEADER + "rural_population,220122,2025,1000,A\n");
        land("2026-01-10/b._COPYING_", HEADER + "rural_population,220182,2025,1000,A\n");
        land("2026-01-10/c.csv", HEADER + "rural_population,220183,2025,2000,A\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("rural_population 220183 2025 2000.0");
        assertThat(read(RejectTable.TABLE).orderBy("file").collectAsList())
                .extracting(row -> row.getAs(RejectTable.FILE) + " " + row.getAs(RejectTable.DETAIL))
                .containsExactly(
                        "2026-01-10/a.csv.gz its name ends as that of a packed or half-copied file does, and it is none:"
                                + " rename it",
                        "2026-01-10/b._COPYING_ its name ends as that of a packed or half-copied file does, and it is"
                                + " none: rename it");
    }

    /** Whoever tidies up the landing folder has to learn that it makes receipts. */
    @Test
    void aFileThatSeemsToHaveBeenMovedIsTold() throws IOException {
        land("2026-01-10/a.csv", WATER + "2025,农安县,7,7,7\n");
        land("2026-01-10/b.csv", WATER + "2025,德惠市,7,7,7\n");
        assertThat(ingest().moved()).isEmpty();
        java.nio.file.Files.createDirectories(work.resolve("landing/2026-06-10"));
        java.nio.file.Files.move(work.resolve("landing/2026-01-10/a.csv"), work.resolve("landing/2026-06-10/a.csv"));
        java.nio.file.Files.copy(work.resolve("landing/2026-01-10/b.csv"), work.resolve("landing/2026-06-10/b.csv"));
        assertThat(ingest().moved()).containsExactly("2026-06-10/a.csv");
        assertThat(ingest().moved()).isEmpty();
    }

    @Test
    void aPathIsWithdrawnAsAPersonWritesIt() throws IOException {
        land("2026-02-10/a.csv", WATER + "2025,农安县,7,7,7\n");
        land("2026-02-10/b.csv", WATER + "2025,德惠市,7,7,7\n");
        land("2026-02-12/撤回.csv", "withdraw,reason\n./2026-02-10/a.csv,误发\n2026-02-10\\b.csv,误发\n");
        ingest();
        assertThat(rejects()).isEmpty();
        assertThat(current("2026-02-28T00:00:00Z")).isEmpty();
    }

    /** 朝阳区 is a name in 辽宁 too, and the row above is none of ours; but its code is ours alone. */
    @Test
    void aCodeIsNotAmbiguousBelowAnUnknownRow() throws IOException {
        land("2026-01-10/a.csv", "代码,地区,年份,行政村数\n,小计,2025,9\n220104,朝阳区,2025,30\n");
        ingest(TestLayouts.of("layout: a\nprovider: 省民政厅\ntitle: {zh: 表, en: t}\nheader: {rows: 1}\n"
                + "region: {column: 代码, agrees: 地区}\nperiod: {from: column, column: 年份}\n"
                + "columns:\n  - {header: [行政村数], series: villages, unit: 个}\n"));
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("villages 220104 2025 30.0");
    }

    /** As days are told and no hours, a list takes back what came under the name on its own day, too. */
    @Test
    void aListWithdrawsWhatWasCorrectedOnItsOwnDay() throws IOException {
        land("2026-02-10/water.csv", WATER + "2025,农安县,7,7,7\n");
        ingest();
        land("2026-02-10/water.csv", WATER + "2025,农安县,8,8,8\n");
        ingest();
        land("2026-02-10/撤回.csv", "withdraw,reason\n2026-02-10/water.csv,误发\n");
        ingest();
        assertThat(current("2026-02-28T00:00:00Z")).isEmpty();
        land("2026-02-11/water.csv", WATER + "2025,农安县,9,9,9\n");
        ingest();
        assertThat(current("2026-02-28T00:00:00Z")).contains("rural_population 220122 2025 90000.0");
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

    private static LandedFiles landedFiles() {
        return new LandedFiles(org.apache.spark.api.java.JavaSparkContext.fromSparkContext(SPARK.sparkContext())
                .broadcast(new org.apache.spark.util.SerializableConfiguration(
                        SPARK.sparkContext().hadoopConfiguration())));
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadByTheNextRun() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n");
        Landing.Arrival arrival = Landing.list(
                        work.resolve("landing").toString(),
                        ZoneOffset.UTC,
                        SPARK.sparkContext().hadoopConfiguration())
                .arrivals()
                .get(0);
        LandedFiles files = landedFiles();
        Received received = files.identify(arrival);
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n2025,德惠市,10,9,8\n");
        List<Row> rows = new java.util.ArrayList<>();
        new ReadFile(RULES, files, Map.of()).call(received).forEachRemaining(rows::add);
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
            XSSFRow signatures = sheet.getRow(sheet.getLastRowNum());
            signatures.getCell(2).setCellValue(1_234_567); // a telephone is no figure
            signatures.getCell(5).setCellValue("2026-01-10");
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

    /** Such as were made before there was a head of the authority above the table, and anything below it. */
    @Test
    void anOlderTemplateIsStillRead() throws IOException {
        String[][] rows = {
            {TemplateForm.MARK, "2025", "省水利厅", TemplateForm.seal("2025", "省水利厅")},
            {"省水利厅 2025年民生实事数据填报表"},
            {null, null, "农村人口 (人)"},
            {"区划代码", "地区", "2024年(上年已报)", "2025年", "备注"},
            {TemplateForm.REF_AREA, TemplateForm.NAME, TemplateForm.PREVIOUS, "rural_population", TemplateForm.COMMENT},
            {"220122", "农安县", "900", "1000", "核实"},
        };
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("县(市、区)");
            for (int row = 0; row < rows.length; row++) {
                XSSFRow to = sheet.createRow(row);
                for (int col = 0; col < rows[row].length; col++) {
                    to.createCell(col).setCellValue(rows[row][col]);
                }
            }
            land("2026-01-10/回报.xlsx", bytes(workbook));
        }
        ingest();
        assertThat(rejects()).isEmpty();
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("rural_population 220122 2025 1000.0");
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

    /** A half-filled table takes nothing away: only a mark for missing does, from its receipt on. */
    @Test
    void blankSaysNothingAndAMarkTakesTheValueAway() throws IOException {
        land("2026-01-10/water.csv", WATER + "2025,农安县,10,9,8\n2025,德惠市,7,6,5\n2025,榆树市,7,6,5\n");
        land("2026-02-10/half.csv", WATER + "2025,农安县,10.5,,—\n2025,德惠市,,,\n");
        land("2026-02-11/half.csv", HEADER + "rural_population,220183,2025,,\nrural_reliable_water,220183,2025,,O\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z"))
                .containsExactly(
                        "rural_central_water 220122 2025 90000.0",
                        "rural_central_water 220182 2025 60000.0",
                        "rural_central_water 220183 2025 60000.0",
                        "rural_population 220122 2025 105000.0",
                        "rural_population 220182 2025 70000.0",
                        "rural_population 220183 2025 70000.0",
                        "rural_reliable_water 220122 2025 O",
                        "rural_reliable_water 220182 2025 50000.0",
                        "rural_reliable_water 220183 2025 O");
        assertThat(rejects()).isEmpty();
        assertReconciled();
    }

    /** Eleven marks over eleven values, where the policy takes ten for granted. */
    @Test
    void aFileThatTakesAwayManyValuesIsToldAsAWhole() throws IOException {
        StringBuilder values = new StringBuilder(WATER);
        StringBuilder marks = new StringBuilder(WATER);
        for (int year = 2015; year < 2026; year++) {
            values.append(year).append(",农安县,10,9,8\n");
            marks.append(year).append(",农安县,,,…\n");
        }
        land("2026-01-10/water.csv", values.toString());
        land("2026-02-10/marks.csv", marks.toString());
        ingest();
        assertThat(flags("takes_away")).containsExactly("takes_away marks.csv E2 null 11.0 values");
    }

    private List<String> flags(String check) {
        Dataset<Row> standing = standing(LATER);
        Dataset<Row> inUse = ObservationTable.current(
                ObservationTable.counting(standing),
                LATER,
                "obs_value",
                "submission_id",
                "received_at",
                "file",
                "sheet",
                "cell");
        return new Checks(SPARK, TestLayouts.CATALOGUE, TestLayouts.REGIONS, new AsOf(LATER, ZoneOffset.UTC))
                        .run(inUse, standing)
                        .filter("check = '" + check + "'")
                        .orderBy("series", "ref_area", "time_period")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getAs(FlagTable.CHECK) + " "
                                + row.<String>getAs(FlagTable.FILE).replaceAll(".*/", "") + " "
                                + row.getAs(FlagTable.CELL)
                                + " " + row.getAs(FlagTable.OBS_VALUE) + " " + row.getAs(FlagTable.OTHER_VALUE) + " "
                                + row.getAs(FlagTable.OTHER))
                        .toList();
    }

    @Test
    void twoValuesInOneFileAreBothRejectedWhateverTheirOrderAndTheSameTwiceIsOne() throws IOException {
        land("2026-01-10/water.csv", WATER + "2024,农安县,52.3,48.6,47.1\n2024,农安县,3.1,48.6,40\n2024,农安县,52.3,48.6,1\n");
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("rural_central_water 220122 2024 486000.0");
        assertThat(rejects())
                .containsExactly(
                        "C2 conflicting_values 1",
                        "C3 conflicting_values 1",
                        "C4 conflicting_values 1",
                        "D3 duplicate 1",
                        "D4 duplicate 1",
                        "E2 conflicting_values 1",
                        "E3 conflicting_values 1",
                        "E4 conflicting_values 1");
        assertThat(read(RejectTable.TABLE).filter("cell = 'C2'").first().<String>getAs(RejectTable.DETAIL))
                .isEqualTo("C3");
        assertReconciled();
    }

    @Test
    void yearsToComeAreRejected() throws IOException {
        land("2026-11-10/water.csv", WATER + "2026,农安县,10,9,8\n2027,农安县,10,9,8\n");
        ingest();
        assertThat(current("2026-12-30T00:00:00Z")).hasSize(3).allMatch(o -> o.contains(" 2026 "));
        assertThat(rejects()).containsExactly("C3 future_period 1", "D3 future_period 1", "E3 future_period 1");
    }

    /** The village numbers of another office's table, which names no provider or one that is not the series'. */
    @Test
    void anotherOfficesTableDoesNotTakeOverASeries() throws IOException {
        land("2026-01-10/a.csv", "县,年份,行政村数\n农安县,2025,300\n德惠市,2025,200\n");
        land("2026-03-10/b.csv", "县,年份,村总数\n农安县,2025,388\n德惠市,2025,201\n榆树市,2025,250\n");
        String shape =
                "title: {zh: 表, en: t}\nheader: {rows: 1}\nregion: {column: 县}\nperiod: {from: column, column: 年份}\n";
        String own =
                "layout: a\nprovider: 省民政厅\n" + shape + "columns:\n  - {header: [行政村数], series: villages, unit: 个}\n";
        String other = "layout: b\n" + shape + "columns:\n  - {header: [村总数], series: villages, unit: 个}\n";
        for (String provider : List.of("", "provider: 省卫生健康委\n")) {
            tables.clear();
            List<Layout> layouts = TestLayouts.layouts(own, other.replace("layout: b\n", "layout: b\n" + provider));
            ingest(TestLayouts.rules(layouts));
            assertThat(current("2026-06-30T00:00:00Z").stream().filter(o -> o.startsWith("villages")))
                    .containsExactly("villages 220122 2025 300.0", "villages 220183 2025 200.0");
            // 201 is within the policy's tolerance of 200; for 榆树市 nothing is in use.
            assertThat(flags("other_provider"))
                    .containsExactly(
                            "other_provider a.csv C2 300.0 388.0 2026-03-10/b.csv  C2",
                            "other_provider b.csv C4 null 250.0 2026-03-10/b.csv  C4");
            assertThat(new Providers(TestLayouts.CATALOGUE, layouts).warnings())
                    .anyMatch(w -> w.what()
                            .matches("the series 'villages' is given by a \\(省民政厅\\), b( \\(省卫生健康委\\))?;"
                                    + " as its provider is 省民政厅, of these counts a \\(省民政厅\\)"));
        }
    }

    /** A template in which somebody has pasted the code of another county, and overwritten a name alone. */
    @Test
    void aRowWhoseCodeAndNameDifferIsRejectedWithBoth() throws IOException {
        byte[] empty =
                new Template(TestLayouts.CATALOGUE, TestLayouts.REGIONS, Language.ZH, "省水利厅", 2025, Map.of()).write();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            int col = column(sheet, "rural_population");
            int nongan = row(sheet, "220122");
            int dehui = row(sheet, "220183");
            int yushu = row(sheet, "220182");
            sheet.getRow(nongan).getCell(col).setCellValue(1000);
            sheet.getRow(dehui).getCell(col).setCellValue(2000);
            sheet.getRow(yushu).getCell(col).setCellValue(3000);
            sheet.getRow(dehui).getCell(0).setCellValue("220122");
            sheet.getRow(yushu).getCell(1).setCellValue("农安县");
            land("2026-01-10/回报.xlsx", bytes(workbook));
        }
        ingest();
        assertThat(current("2026-06-30T00:00:00Z")).containsExactly("rural_population 220122 2025 1000.0");
        assertThat(read(RejectTable.TABLE).orderBy("cell").collectAsList())
                .extracting(row -> row.getAs(RejectTable.REASON) + " " + row.getAs(RejectTable.DETAIL))
                .containsExactlyInAnyOrder(
                        "code_and_name_differ 农安县 220122 / 德惠市", "code_and_name_differ 榆树市 220182 / 农安县");
        assertReconciled();
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    /** Which row is missing, and what was changed, is told: not that the table is unknown. */
    @Test
    void aTemplateThatWasDamagedOrGivenAnotherYearIsToldSo() throws IOException {
        byte[] empty =
                new Template(TestLayouts.CATALOGUE, TestLayouts.REGIONS, Language.ZH, "省水利厅", 2024, Map.of()).write();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            sheet.getRow(0).getCell(TemplateForm.YEAR_COL).setCellValue("2025");
            land("2026-01-10/a.xlsx", bytes(workbook));
            sheet.getRow(1).getCell(0).setCellValue("省水利厅 2025年民生实事数据填报表");
            land("2026-01-10/b.xlsx", bytes(workbook));
            sheet.removeRow(sheet.getRow(TemplateForm.IDS_ROW));
            land("2026-01-10/c.xlsx", bytes(workbook));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            sheet.removeRow(sheet.getRow(0));
            sheet.shiftRows(1, sheet.getLastRowNum(), -1);
            land("2026-01-10/d.xlsx", bytes(workbook));
        }
        ingest();
        assertThat(read(RejectTable.TABLE).orderBy("file").collectAsList())
                .extracting(row -> row.getAs(RejectTable.CELL) + " " + row.getAs(RejectTable.REASON) + " "
                        + row.getAs(RejectTable.DETAIL))
                .containsExactly(
                        "B1 changed_template 2025 / 省水利厅2024年民生实事数据填报表",
                        "B1 changed_template 2025 / 省水利厅2025年民生实事数据填报表",
                        "A9 damaged_template ref_area, name",
                        "A1 damaged_template minsheng-template/1");
        assertReconciled();
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
        assertThat(new Checks(SPARK, TestLayouts.CATALOGUE, TestLayouts.REGIONS, new AsOf(LATER, ZoneOffset.UTC))
                        .run(inUse, standing(LATER)).orderBy("check", "cell").collectAsList().stream()
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
        new Reporting(SPARK, TestLayouts.CATALOGUE, TestLayouts.REGIONS, new AsOf(LATER, ZoneOffset.UTC))
                .run(inUse)
                .filter("time_period = 2025")
                .collectAsList()
                .forEach(row -> bySeries.put(row.getAs(ReportingTable.SERIES), row));
        Row complete = bySeries.get("rural_population");
        assertThat(complete.<String>getAs(ReportingTable.OFFICE)).isEqualTo("省水利厅");
        assertThat(complete.<String>getAs(ReportingTable.STATE)).isEqualTo("complete");
        assertThat(complete.<Date>getAs(ReportingTable.DUE_ON)).isEqualTo(Date.valueOf("2025-12-31"));
        assertThat(complete.<Integer>getAs(ReportingTable.DAYS_LATE)).isEqualTo(10);
        Row partial = bySeries.get("rural_central_water");
        assertThat(partial.<String>getAs(ReportingTable.STATE)).isEqualTo("partial");
        assertThat(partial.<Integer>getAs(ReportingTable.REGIONS_REPORTED)).isEqualTo(59);
        assertThat(partial.<String>getList(partial.fieldIndex(ReportingTable.MISSING)))
                .containsExactly("220122");
        assertThat(complete.getList(complete.fieldIndex(ReportingTable.MISSING)))
                .isEmpty();
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
