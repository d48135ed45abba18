package org.minsheng.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Together;
import org.minsheng.region.Regions;

/** The stage that turns the lake's tables into workbooks. */
public final class Report {
    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final Instant asOf;

    /** The stage; files received after {@code asOf} are not shown. */
    public Report(Catalogue catalogue, Regions regions, Texts texts, Instant asOf) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.texts = texts;
        this.asOf = asOf;
    }

    /** The words of workbooks and summaries. */
    public static Texts texts(Language language) {
        return new Texts("org.minsheng.report.texts", language);
    }

    /**
     * A finished workbook.
     *
     * @param name file name
     * @param bytes .xlsx
     */
    public record File(String name, byte[] bytes) {}

    /** The workbooks over the tables progress, observation, reject, flag, reporting and submission. */
    public List<File> run(
            Dataset<Row> progress,
            Dataset<Row> observations,
            Dataset<Row> rejects,
            Dataset<Row> flags,
            Dataset<Row> reporting,
            Dataset<Row> submissions) {
        List<List<Row>> rows = Together.call(List.of(
                () -> sorted(progress.filter(ProgressTable.LATEST), ProgressTable.INDICATOR, ProgressTable.REF_AREA),
                () -> sorted(
                        rejects.filter(knownThen()),
                        RejectTable.RECEIVED_AT,
                        RejectTable.FILE,
                        RejectTable.SHEET,
                        RejectTable.CELL),
                () -> sorted(flags, FlagTable.CHECK, FlagTable.SERIES, FlagTable.REF_AREA, FlagTable.TIME_PERIOD),
                () -> sorted(lastDue(reporting), ReportingTable.UNIT, ReportingTable.SERIES),
                () -> sorted(submissions.filter(knownThen()), SubmissionTable.RECEIVED_AT, SubmissionTable.FILE),
                () -> evidence(observations).collectAsList()));
        Book book = ProvincialBook.make(
                catalogue,
                regions,
                texts,
                asOf.atZone(ZoneOffset.UTC).toLocalDate(),
                rows.get(0),
                rows.get(1),
                rows.get(2),
                rows.get(3),
                rows.get(4),
                rows.get(5).stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1))));
        return List.of(new File(texts.get("book.file") + ".xlsx", BookWriter.write(book)));
    }

    /** Of what is due, the last year. */
    private static Dataset<Row> lastDue(Dataset<Row> reporting) {
        Dataset<Row> due = reporting.filter(col(ReportingTable.STATE).notEqual(ReportingTable.NOT_DUE));
        Dataset<Row> last = due.agg(max(ReportingTable.TIME_PERIOD).as(ReportingTable.TIME_PERIOD));
        return due.join(last, new String[] {ReportingTable.TIME_PERIOD}, "left_semi");
    }

    /** The rows on the driver, which sorts them without the two further jobs that Spark would take. */
    private static List<Row> sorted(Dataset<Row> rows, String first, String... then) {
        return rows.coalesce(1).sortWithinPartitions(first, then).collectAsList();
    }

    /** What stands beside the province's latest values, by series. */
    private Dataset<Row> evidence(Dataset<Row> observations) {
        return observations
                .filter(knownThen())
                .filter(col(ObservationTable.COMMENT).isNotNull())
                .groupBy(ObservationTable.SERIES)
                .agg(max_by(
                        col(ObservationTable.COMMENT),
                        struct(ObservationTable.RECEIVED_AT, ObservationTable.FILE, ObservationTable.TIME_PERIOD)));
    }

    private org.apache.spark.sql.Column knownThen() {
        return col(SubmissionTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf)));
    }
}
