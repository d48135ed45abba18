package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestSpark;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.parse.TestLayouts;

/** Files that come in a .zip: each is a submission of its own, under the .zip's path, ! and its name. */
class ZipIngestTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final IngestRules RULES = TestLayouts.of("""
            layout: water
            title: {zh: 供水, en: Water}
            header: {rows: 1}
            region: {column: 地区}
            period: {fixed: 2025}
            columns:
              - {header: 农村人口, series: rural_population, unit: 人}
            """);

    @TempDir
    private Path work;

    private List<Row> submissions = List.of();

    private void land(String file, byte[] bytes) throws IOException {
        Path to = work.resolve(file);
        Files.createDirectories(to.getParent());
        Files.write(to, bytes);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, GB18030)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(GB18030));
            }
        }
        return out.toByteArray();
    }

    private Ingest.Result ingest() throws IOException {
        Ingest.Result result = new Ingest(SPARK, RULES)
                .run(
                        Landing.list(
                                work.toString(),
                                ZoneOffset.UTC,
                                SPARK.sparkContext().hadoopConfiguration()),
                        SPARK.createDataFrame(submissions, SubmissionTable.TABLE.schema()));
        submissions = java.util.stream.Stream.concat(
                        submissions.stream(), result.submissions().collectAsList().stream())
                .toList();
        return result;
    }

    private static List<String> shown(org.apache.spark.sql.Dataset<Row> rows, String... columns) {
        return rows.orderBy(columns[0]).collectAsList().stream()
                .map(row -> java.util.Arrays.stream(columns)
                        .map(column -> String.valueOf(row.<Object>getAs(column)))
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    @Test
    void eachFileOfAZipIsReadOnceUnderItsName() throws IOException {
        land(
                "2026-01-10/报送.zip",
                zip(
                        "供水/农安.csv",
                        "地区,农村人口\n农安县,7\n",
                        "榆树.csv",
                        "地区,农村人口\n榆树市,约8\n",
                        "Thumbs.db",
                        "x",
                        "canonical.csv",
                        "series,ref_area,time_period,obs_value,obs_status\n",
                        "空.csv",
                        ""));
        Ingest.Result first = ingest();
        assertThat(shown(first.observations(), ObservationTable.FILE, ObservationTable.CELL, ObservationTable.REF_AREA))
                .containsExactly("2026-01-10/报送.zip!供水/农安.csv B2 220122");
        assertThat(shown(first.rejects(), RejectTable.FILE, RejectTable.CELL, RejectTable.REASON))
                .containsExactly(
                        "2026-01-10/报送.zip!canonical.csv  canonical_in_zip",
                        "2026-01-10/报送.zip!榆树.csv B2 not_a_number",
                        "2026-01-10/报送.zip!空.csv  empty_file");
        assertThat(shown(first.submissions(), SubmissionTable.FILE, SubmissionTable.LAYOUT))
                .containsExactly(
                        "2026-01-10/报送.zip archive",
                        "2026-01-10/报送.zip!canonical.csv null",
                        "2026-01-10/报送.zip!供水/农安.csv water",
                        "2026-01-10/报送.zip!榆树.csv water",
                        "2026-01-10/报送.zip!空.csv null");
        first.release();
        assertThat(ingest().submissionIds()).as("nothing is new").isEmpty();
        land("2026-02-10/撤回.csv", "撤回,原因\n2026-01-10/报送.zip,误发\n".getBytes(GB18030));
        Ingest.Result later = ingest();
        assertThat(later.moved()).isEmpty();
        assertThat(shown(later.withdrawals(), WithdrawalTable.WITHDRAWN, WithdrawalTable.REASON))
                .as("with all that is in it")
                .containsExactly(
                        "2026-01-10/报送.zip 误发",
                        "2026-01-10/报送.zip!canonical.csv 误发",
                        "2026-01-10/报送.zip!供水/农安.csv 误发",
                        "2026-01-10/报送.zip!榆树.csv 误发",
                        "2026-01-10/报送.zip!空.csv 误发");
        later.release();
    }

    @Test
    void aListOfWithdrawalsMayBeHeadedInChinese() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            assertThat(LandedFiles.kind("撤回,原因\na.csv,误发\n".getBytes(charset))).isEqualTo(Received.Kind.WITHDRAWAL);
            assertThat(LandedFiles.kind("名称,原因\na.csv,误发\n".getBytes(charset))).isEqualTo(Received.Kind.TABLE);
        }
    }

    /** By the fingerprint of the .zip, or the id of its receipt. */
    @Test
    void aZipIsWithdrawnByItsContentWithAllThatIsInIt() {
        java.util.Map<String, java.util.Set<String>> known = java.util.Map.of(
                "f1", java.util.Set.of("x/a.zip"),
                "f1-1", java.util.Set.of("x/a.zip"),
                "x/a.zip", java.util.Set.of("x/a.zip"),
                "x/a.zip!b.csv", java.util.Set.of("x/a.zip!b.csv"));
        for (String what : List.of("f1", "f1-1", "x/a.zip")) {
            Path list = work.resolve("list.csv");
            org.assertj.core.api.Assertions.assertThatCode(
                            () -> Files.writeString(list, "withdraw,reason\n" + what + ",sent by mistake\n"))
                    .doesNotThrowAnyException();
            assertThat(Withdrawals.read(list, known).withdrawn())
                    .extracting(Withdrawals.Withdrawn::what)
                    .containsExactly(what, "x/a.zip!b.csv");
        }
    }

    /** The sum over the bytes of one is wrong: the other is read. */
    @Test
    void aDamagedFileInAZipIsRejectedAlone() throws IOException {
        byte[] zip = stored("坏.csv", "地区,农村人口\n农安县,7\n", "好.csv", "地区,农村人口\n榆树市,8\n");
        int digit = new String(zip, StandardCharsets.ISO_8859_1).indexOf(",7\n") + 1;
        zip[digit] = '9';
        land("2026-01-10/a.zip", zip);
        Ingest.Result result = ingest();
        assertThat(shown(result.observations(), ObservationTable.FILE, ObservationTable.REF_AREA))
                .containsExactly("2026-01-10/a.zip!好.csv 220182");
        assertThat(shown(result.rejects(), RejectTable.FILE, RejectTable.REASON, RejectTable.DETAIL))
                .singleElement()
                .asString()
                .isEqualTo("2026-01-10/a.zip!坏.csv unreadable_file its bytes are not those that were packed (CRC):"
                        + " pack it anew");
        result.release();
        assertThat(ingest().submissionIds()).as("nothing is new").isEmpty();
    }

    /** As some programs pack the files of several folders into one. */
    @Test
    void ofTwoFilesOfANameTheLastIsRead() throws IOException {
        byte[] zip = stored("a.csv", "地区,农村人口\n农安县,7\n", "b.csv", "地区,农村人口\n榆树市,8\n");
        for (int i = 0; i < zip.length - 4; i++) {
            if (new String(zip, i, 5, StandardCharsets.ISO_8859_1).equals("b.csv")) {
                zip[i] = 'a';
            }
        }
        land("2026-01-10/a.zip", zip);
        Ingest.Result result = ingest();
        assertThat(shown(result.observations(), ObservationTable.FILE, ObservationTable.REF_AREA))
                .containsExactly("2026-01-10/a.zip!a.csv 220182");
        assertThat(shown(result.rejects(), RejectTable.FILE, RejectTable.REASON))
                .containsExactly("2026-01-10/a.zip!a.csv (2) same_name_in_zip");
        result.release();
        assertThat(ingest().submissionIds()).as("nothing is new").isEmpty();
    }

    /** A .zip whose files are not made smaller, so that a test can change their bytes. */
    private static byte[] stored(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                sum.update(text);
                ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(text.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(text);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aDamagedZipIsRejectedAsAWhole() throws IOException {
        byte[] whole = zip("a.csv", "地区,农村人口\n农安县,7\n");
        land("2026-01-10/a.zip", java.util.Arrays.copyOf(whole, whole.length - 30));
        Ingest.Result result = ingest();
        assertThat(shown(result.rejects(), RejectTable.FILE, RejectTable.REASON))
                .containsExactly("2026-01-10/a.zip unreadable_file");
        result.release();
    }
}
