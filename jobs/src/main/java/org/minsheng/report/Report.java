package org.minsheng.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.region.Regions;
import org.minsheng.storage.OutputFolder;

/** The stage that turns the lake's tables into workbooks: gathers the rows of each, and has a task write it. */
public final class Report {

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Language language;
    private final AsOf asOf;
    private final List<Scope> scopes;

    /** The stage; files received after {@code asOf} are not shown. */
    public Report(SparkSession spark, Catalogue catalogue, Regions regions, Language language, AsOf asOf) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.language = language;
        this.asOf = asOf;
        // Names of files are in one language.
        this.scopes = Scope.all(catalogue, regions, Words.in(language == Language.EN ? Language.EN : Language.ZH));
    }

    /**
     * The tables that it reads.
     *
     * @param observation what counts and is not withdrawn
     * @param sent all that was ever sent
     */
    public record Tables(
            Dataset<Row> progress,
            Dataset<Row> projection,
            Dataset<Row> observation,
            Dataset<Row> sent,
            Dataset<Row> withdrawal,
            Dataset<Row> reject,
            Dataset<Row> flag,
            Dataset<Row> reporting,
            Dataset<Row> submission) {}

    /**
     * Writes the workbooks whose rows are others than last time, a task each, into a folder.
     *
     * @param program fingerprint of program and configuration, with which all are written again
     * @return what is there now, the province's first
     */
    public List<Written> run(Tables tables, OutputFolder folder, String program) throws IOException {
        // Kept, as rows of several kinds come of them, and each kind would read the table anew.
        List<Dataset<Row>> kept =
                List.of(tables.progress().cache(), tables.observation().cache());
        try {
            return write(tables, folder, program);
        } finally {
            kept.forEach(Dataset::unpersist);
        }
    }

    private List<Written> write(Tables tables, OutputFolder folder, String program) throws IOException {
        Map<String, StructType> schemas = new LinkedHashMap<>();
        Dataset<Row> rows = rows(tables, schemas);
        spark.sparkContext().setJobDescription("write workbooks");
        List<Row> written = rows.repartitionById(scopes.size(), col(Routes.BOOK))
                .drop(Routes.BOOK)
                .mapPartitions(
                        writer(schemas, folder, program, new Manifest(folder).entries()), Encoders.row(Written.SCHEMA))
                .collectAsList();
        spark.sparkContext().setJobDescription(null);
        return written.stream().map(Written::of).sorted().toList();
    }

    /** The rows that workbooks show, with the number of the workbook; tells the schema of each kind of row. */
    Dataset<Row> rows(Tables tables, Map<String, StructType> schemas) {
        Dataset<Row> facts = facts(tables, schemas);
        return new Routes(spark, catalogue, regions, scopes).route(facts);
    }

    WriteBook writer(
            Map<String, StructType> schemas, OutputFolder folder, String program, HashMap<String, Manifest.Entry> old) {
        // Workbooks say what is in force and due on the day, which is the same from one change of that to the next.
        String basis = program + " " + language + " " + catalogue.steady(asOf).from();
        return new WriteBook(scopes, catalogue, regions, language, asOf, schemas, folder, basis, old);
    }

    /** All rows that workbooks show: kind, row as JSON (so that all kinds fit into one table), and where it belongs. */
    private Dataset<Row> facts(Tables tables, Map<String, StructType> schemas) {
        Dataset<Row> observations = known(tables.observation());
        Column indicator = concat(lit(Routes.INDICATOR), col(INDICATOR));
        Column series = concat(lit(Routes.SERIES), col(ObservationTable.SERIES));
        Column region = col(REF_AREA);
        // Of regions that the workbook is not about, the latest year only.
        Column latest = when(col(LATEST), region).otherwise(concat(lit(Routes.FOCUS), region));
        Column placed = when(
                        col(RejectTable.SERIES).isNotNull(), coalesce(col(RejectTable.REF_AREA), lit(Routes.UNKNOWN)))
                .otherwise(Routes.UNKNOWN);
        Column named = when(placed.equalTo(Routes.UNKNOWN), Routes.UNKNOWN).otherwise(series);
        Column province = lit(regions.today(Level.PROVINCE).get(0).code());
        return fact(schemas, Facts.PROGRESS, tables.progress(), latest, indicator)
                .union(fact(
                        schemas,
                        Facts.MEDIAN,
                        medians(tables.progress()),
                        concat(lit(Routes.LEVEL), col(REGION_LEVEL)),
                        indicator))
                .union(fact(schemas, Facts.PROJECTION, tables.projection(), region, indicator))
                .union(fact(schemas, Facts.REJECT, known(tables.reject()), placed, named))
                .union(fact(schemas, Facts.FLAG, tables.flag(), region, series))
                .union(fact(
                        schemas,
                        Facts.REPORTING,
                        tables.reporting().filter(col(ReportingTable.STATE).notEqual(ReportingTable.NOT_DUE)),
                        province,
                        concat(lit(Routes.UNIT), col(ReportingTable.UNIT))))
                .union(fact(
                        schemas,
                        Facts.SUBMISSION,
                        known(tables.submission()),
                        lit(Routes.UNKNOWN),
                        lit(Routes.UNKNOWN)))
                .union(fact(schemas, Facts.CHANGE, corrections(observations), region, series))
                .union(fact(
                        schemas,
                        Facts.EVIDENCE,
                        evidence(observations.filter(region.equalTo(province))),
                        province,
                        series))
                // Also what is withdrawn was received: what is known does not go back in time by that.
                .union(fact(schemas, Facts.RECEIVED, received(known(tables.sent())), region, series))
                .union(fact(
                        schemas,
                        Facts.WITHDRAWN,
                        withdrawn(tables.submission(), tables.withdrawal())
                                .select(
                                        col(SubmissionTable.SUBMISSION_ID),
                                        col(SubmissionTable.FILE),
                                        col(WithdrawalTable.WITHDRAWN_AT),
                                        col(WithdrawalTable.WITHDRAWN_BY),
                                        col(WithdrawalTable.WITHDRAWN_WHY),
                                        col(SubmissionTable.OBSERVATIONS).as(Facts.VALUES)),
                        lit(Routes.UNKNOWN),
                        lit(Routes.UNKNOWN)))
                .union(fact(
                        schemas,
                        Facts.WITHDRAWN_VALUES,
                        withdrawn(tables.sent(), tables.withdrawal())
                                .groupBy(
                                        SubmissionTable.SUBMISSION_ID,
                                        SubmissionTable.FILE,
                                        WithdrawalTable.WITHDRAWN_AT,
                                        WithdrawalTable.WITHDRAWN_BY,
                                        WithdrawalTable.WITHDRAWN_WHY,
                                        ObservationTable.SERIES,
                                        REF_AREA)
                                .agg(count(lit(1)).as(Facts.VALUES)),
                        region,
                        series))
                .union(fact(
                        schemas,
                        Facts.NOTICE,
                        known(tables.submission())
                                .select(SubmissionTable.NOTICE)
                                .filter(col(SubmissionTable.NOTICE).isNotNull())
                                .distinct(),
                        lit(Routes.EVERY),
                        lit(Routes.EVERY)));
    }

    private static Dataset<Row> fact(
            Map<String, StructType> schemas, String kind, Dataset<Row> rows, Column area, Column topic) {
        schemas.put(kind, rows.schema());
        return rows.select(
                lit(kind).as(Facts.KIND),
                to_json(struct(col("*"))).as(Facts.ROW),
                area.as(Routes.AREA),
                topic.as(Routes.TOPIC));
    }

    private static Dataset<Row> medians(Dataset<Row> progress) {
        Column counted = when(col(STATUS).notEqual(Status.LOW_COVERAGE.code()), col(OBS_VALUE));
        return progress.groupBy(INDICATOR, REGION_LEVEL, TIME_PERIOD)
                .agg(median(counted).as(Facts.MEDIAN_VALUE));
    }

    /** Values that took the place of others, with those. */
    private static Dataset<Row> corrections(Dataset<Row> observations) {
        Column old = lag(col(OBS_VALUE), 1)
                .over(Window.partitionBy(ObservationTable.SERIES, REF_AREA, TIME_PERIOD)
                        .orderBy(ObservationTable.RECEIVED_AT, ObservationTable.FILE));
        return observations
                .select(
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.SERIES),
                        col(REF_AREA),
                        col(TIME_PERIOD),
                        old.as(Facts.OLD_VALUE),
                        col(OBS_VALUE),
                        col(ObservationTable.FILE),
                        col(ObservationTable.SHEET),
                        col(ObservationTable.CELL))
                .filter(col(Facts.OLD_VALUE).isNotNull().and(not(col(OBS_VALUE).eqNullSafe(col(Facts.OLD_VALUE)))));
    }

    /** The last comment beside each series' figures, such as the evidence of a milestone. */
    private static Dataset<Row> evidence(Dataset<Row> observations) {
        return observations
                .filter(col(ObservationTable.COMMENT).isNotNull())
                .groupBy(ObservationTable.SERIES)
                .agg(max_by(
                                col(ObservationTable.COMMENT),
                                struct(
                                        ObservationTable.RECEIVED_AT,
                                        ObservationTable.FILE,
                                        ObservationTable.TIME_PERIOD))
                        .as(ObservationTable.COMMENT));
    }

    /** When the last figure of a series and region was received. */
    private static Dataset<Row> received(Dataset<Row> observations) {
        return observations
                .groupBy(ObservationTable.SERIES, REF_AREA)
                .agg(max(ObservationTable.RECEIVED_AT).as(ObservationTable.RECEIVED_AT));
    }

    private Dataset<Row> withdrawn(Dataset<Row> rows, Dataset<Row> withdrawals) {
        return WithdrawalTable.withdrawn(known(rows), withdrawals, asOf.instant(), asOf.zone());
    }

    private Dataset<Row> known(Dataset<Row> rows) {
        return rows.filter(col(SubmissionTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant()))));
    }
}
