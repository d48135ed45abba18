package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.lake.SubmissionTable;

/** What is a receipt of its own, and when it counts from. */
class ReceiptsTest {
    private static final StructType SCHEMA = new StructType()
            .add(SubmissionTable.SUBMISSION_ID, DataTypes.StringType)
            .add(SubmissionTable.FILE, DataTypes.StringType)
            .add(SubmissionTable.FILE_SIZE, DataTypes.LongType)
            .add(SubmissionTable.MODIFIED_AT, DataTypes.TimestampType)
            .add(SubmissionTable.RECEIVED_AT, DataTypes.TimestampType)
            .add(SubmissionTable.RULES, DataTypes.StringType);
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private final List<Row> noted = new ArrayList<>();

    /** The files of B are larger. */
    private static Received found(String content, String file, String at) {
        Instant instant = Instant.parse(at);
        return new Received(
                new Landing.Arrival(file, file, content.equals(B) ? 2 : 1, instant, instant, null, null),
                content,
                Received.Kind.TABLE,
                null);
    }

    /** Lets a file come, and the lake note it. */
    private Optional<Received> come(String content, String file, String at, String rules) {
        Received found = found(content, file, at);
        Receipts receipts = new Receipts(noted, rules);
        Optional<Received> read = receipts.isSeen(found.arrival()) ? Optional.empty() : receipts.toRead(found);
        read.ifPresent(received -> {
            noted.removeIf(row -> row.getString(0).equals(received.id()));
            noted.add(new GenericRowWithSchema(
                    new Object[] {
                        received.id(),
                        file,
                        received.arrival().size(),
                        Timestamp.from(received.arrival().modifiedAt()),
                        Timestamp.from(received.arrival().receivedAt()),
                        rules
                    },
                    SCHEMA));
        });
        return read;
    }

    @Test
    void otherBytesUnderANameAndTheFirstAgainAreReceiptsEachAfterTheOneBefore() {
        String first =
                come(A, "x.csv", "2026-01-10T00:00:00Z", "r").orElseThrow().id();
        assertThat(come(A, "x.csv", "2026-01-10T00:00:00Z", "r")).isEmpty();
        // Put over it in the same folder, whose day is the same, and then the old one with its old time.
        Received second = come(B, "x.csv", "2026-01-10T00:00:00Z", "r").orElseThrow();
        Received third = come(A, "x.csv", "2026-01-10T00:00:00Z", "r").orElseThrow();
        assertThat(second.arrival().receivedAt()).isEqualTo(Instant.parse("2026-01-10T00:00:00.001Z"));
        assertThat(third.arrival().receivedAt()).isEqualTo(Instant.parse("2026-01-10T00:00:00.002Z"));
        assertThat(third.id()).startsWith(A + "-").isNotEqualTo(first);
        assertThat(come(A, "x.csv", "2026-02-10T00:00:00Z", "r"))
                .as("only touched")
                .isEmpty();
    }

    @Test
    void aFileThatIsReadByOtherRulesKeepsItsReceipt() {
        Received first = come(A, "x.csv", "2026-01-10T00:00:00Z", "r").orElseThrow();
        Received again = come(A, "x.csv", "2026-07-01T00:00:00Z", "other").orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.arrival().receivedAt()).isEqualTo(first.arrival().receivedAt());
    }

    @Test
    void aCopyUnderAnotherNameIsAReceiptOfItsOwnAndAllNamesCanBeWithdrawn() {
        String first = come(A, "2062-01-10/x.csv", "2062-01-10T00:00:00Z", "r")
                .orElseThrow()
                .id();
        Received renamed =
                come(A, "2026-01-10/x.csv", "2026-01-10T00:00:00Z", "r").orElseThrow();
        assertThat(renamed.arrival().receivedAt()).isEqualTo(Instant.parse("2026-01-10T00:00:00Z"));
        assertThat(new Receipts(noted, "r").names().keySet())
                .containsExactlyInAnyOrder(A, first, renamed.id(), "2062-01-10/x.csv", "2026-01-10/x.csv");
    }

    /** What the look at the folder tells is not tried again each night; once it tells nothing, the file is. */
    @Test
    void whatTheFolderItselfTellsIsToldOnce() {
        Landing.Arrival link = new Landing.Arrival("l", "l", 1, Instant.EPOCH, Instant.EPOCH, null, "a link");
        Landing.Arrival file = new Landing.Arrival("l", "l", 1, Instant.EPOCH, Instant.EPOCH, null, null);
        noted.add(new GenericRowWithSchema(
                new Object[] {
                    LandedFiles.idOfPlace(link),
                    "l",
                    1L,
                    Timestamp.from(Instant.EPOCH),
                    Timestamp.from(Instant.EPOCH),
                    SubmissionTable.RULES_NOT_OPENED
                },
                SCHEMA));
        Receipts receipts = new Receipts(noted, "r");
        assertThat(receipts.isSeen(link)).isTrue();
        assertThat(receipts.unopened(List.of(link))).isEmpty();
        assertThat(receipts.isSeen(file)).isFalse();
        assertThat(receipts.unopened(List.of(file))).hasSize(1);
        assertThat(receipts.unopened(List.of())).hasSize(1);
    }

    /** The .zip is as it was, and its size and time tell nothing of what could not be unpacked. */
    @Test
    void aZipIsLookedAtAgainWhileAFileInItIsNotOpened() {
        Landing.Arrival zip =
                come(A, "a.zip", "2026-01-10T00:00:00Z", "r").orElseThrow().arrival();
        assertThat(new Receipts(noted, "r").isSeen(zip)).isTrue();
        Landing.Arrival member = zip.member("b.csv", 1);
        noted.add(new GenericRowWithSchema(
                new Object[] {
                    LandedFiles.idOfPlace(member),
                    member.file(),
                    1L,
                    Timestamp.from(Instant.EPOCH),
                    Timestamp.from(Instant.EPOCH),
                    SubmissionTable.RULES_NOT_OPENED
                },
                SCHEMA));
        Receipts receipts = new Receipts(noted, "r");
        assertThat(receipts.isSeen(zip)).isFalse();
        assertThat(receipts.unopened(List.of(zip))).containsExactly(LandedFiles.idOfPlace(member));
        assertThat(receipts.toRead(found(B, member.file(), "2026-01-10T00:00:00Z")))
                .isPresent();
    }

    @Test
    void aFileMayHaveAMarkInItsNameAndBeInNoZip() {
        Received loose = found(A, "水利/紧急!2025年供水.xlsx", "2026-01-10T00:00:00Z");
        assertThat(loose.name()).isEqualTo("紧急!2025年供水.xlsx");
        Received inZip = new Received(
                loose.arrival().member("水利/急!供水.xlsx", 1), A, Received.Kind.TABLE, null, "水利/急!供水.xlsx", null);
        assertThat(inZip.name()).isEqualTo("急!供水.xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-20/a.csv, 2026-01-19T16:00:00Z",
        "2026-1-20/a.csv, 2026-01-19T16:00:00Z",
        "报表/20260120/a.csv, 2026-01-19T16:00:00Z",
        "2026.01.20/a.csv, 2026-01-19T16:00:00Z",
        "2026年1月20日/a.csv, 2026-01-19T16:00:00Z",
        "2026-01-20 省残联补报/a.csv, 2026-01-19T16:00:00Z",
        "2026-01-20第一批/长春/a.csv, 2026-01-19T16:00:00Z",
        "20260120-2/a.csv, 2026-01-19T16:00:00Z",
        "2026年1月20日报送/a.csv, 2026-01-19T16:00:00Z",
        "2020-2025年/a.csv, ",
        "202601201/a.csv, ",
        "2026-02-30/a.csv, ",
        "20261340/a.csv, ",
        "2026-01/a.csv, ",
        "20260120.csv, ",
    })
    void foldersAreNamedAfterDays(String file, String instant) {
        assertThat(ReceiptDay.of(file, ZoneId.of("Asia/Shanghai")))
                .isEqualTo(Optional.ofNullable(instant).map(Instant::parse));
    }

    @Test
    void whatIsOddAboutADayIsTold() {
        Instant now = Instant.parse("2026-06-30T00:00:00Z");
        assertThat(ReceiptDay.odd(
                        found(A, "2062-01-10/x.csv", "2062-01-10T00:00:00Z").arrival(), now))
                .isEqualTo(Optional.of(ReceiptDay.Odd.TO_COME));
        assertThat(ReceiptDay.odd(
                        found(A, "2026-02-30/x.csv", "2026-01-10T00:00:00Z").arrival(), now))
                .isEqualTo(Optional.of(ReceiptDay.Odd.NO_DAY));
        for (String folder : List.of("4月7日", "2026年13月7日", "4月7号补")) {
            assertThat(ReceiptDay.odd(
                            found(A, folder + "/x.csv", "2026-01-10T00:00:00Z").arrival(), now))
                    .as(folder)
                    .isEqualTo(Optional.of(ReceiptDay.Odd.NO_DAY));
        }
        assertThat(ReceiptDay.odd(
                        found(A, "2026-01-10/2020至2025/x.csv", "2026-01-10T00:00:00Z")
                                .arrival(),
                        now))
                .isEmpty();
    }
}
