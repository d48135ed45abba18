package org.minsheng.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.Facts.Kind;

/** The rows that workbooks show, made of the lake's tables, and where each belongs. */
final class FactRows {
    private static final Column REGION = col(REF_AREA);
    private static final Column FOCUS = concat(lit(Routes.FOCUS), REGION);
    private static final Column TOPIC_INDICATOR = concat(lit(Routes.INDICATOR), col(INDICATOR));
    private static final Column TOPIC_SERIES = concat(lit(Routes.SERIES), col(ObservationTable.SERIES));
    private static final Column UNKNOWN = lit(Routes.UNKNOWN);
    private static final Column EVERY = lit(Routes.EVERY);

    /**
     * The columns of {@link Kind#HISTORY}. Places and paces are not among them: where one county's figure of an earlier year is
     * corrected, those of all others may be others, and nobody is shown them.
     */
    static final List<String> HISTORY = List.of(
            INDICATOR,
            REF_AREA,
            TIME_PERIOD,
            REGION_LEVEL,
            OBS_VALUE,
            VALUE_IS,
            REGIONS_REPORTING,
            REGIONS_EXPECTED,
            TARGET_VALUE,
            PEERS,
            STATUS,
            LATEST);

    private final Report.Tables tables;
    private final AsOf asOf;
    private final int horizon;
    private final Column province;
    private final Map<Kind, Part> parts = new EnumMap<>(Kind.class);

    /**
     * Rows of tables.
     *
     * @param asOf what was received later is not shown
     * @param horizon the last year that any target looks to
     * @param province code of the province
     */
    FactRows(Report.Tables tables, AsOf asOf, int horizon, String province) {
        this.tables = tables;
        this.asOf = asOf;
        this.horizon = horizon;
        this.province = lit(province);
        for (Kind kind : Kind.values()) {
            parts.put(kind, part(kind));
        }
    }

    /**
     * Rows of one kind.
     *
     * @param area where they belong, as {@link Routes} names it
     * @param topic what they are about, as {@link Routes} names it
     */
    private record Part(Dataset<Row> rows, Column area, Column topic) {}

    /** The columns of each kind, in their order. */
    EnumMap<Kind, StructType> schemas() {
        EnumMap<Kind, StructType> schemas = new EnumMap<>(Kind.class);
        parts.forEach((kind, part) -> schemas.put(kind, part.rows().schema()));
        return schemas;
    }

    /** Those that belong to single workbooks in one table: their kind, area and topic, and their columns, packed. */
    Dataset<Row> all() {
        return packed(EnumSet.complementOf(EnumSet.copyOf(SharedRows.KINDS)));
    }

    /** The same of those that workbooks share. */
    Dataset<Row> shared() {
        return packed(SharedRows.KINDS);
    }

    private Dataset<Row> packed(Set<Kind> kinds) {
        return kinds.stream()
                .map(kind -> packed(kind, parts.get(kind)))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> packed(Kind kind, Part part) {
        return part.rows()
                .select(
                        lit(kind.name()).as(Facts.KIND),
                        part.area().as(Routes.AREA),
                        part.topic().as(Routes.TOPIC),
                        Packed.column(part.rows()).as(Facts.PACKED));
    }

    private Part part(Kind kind) {
        return switch (kind) {
            case PROGRESS -> new Part(tables.progress().filter(LATEST), REGION, TOPIC_INDICATOR);
            case HISTORY -> new Part(history(), FOCUS, TOPIC_INDICATOR);
            case PROJECTION -> projection();
            case REJECT -> rejects();
            case FLAG -> new Part(tables.flag(), REGION, TOPIC_SERIES);
            case REPORTING -> reporting();
            case OWED -> owed();
            case SUBMISSION -> new Part(known(tables.submission()), UNKNOWN, UNKNOWN);
            case CHANGE -> new Part(corrections(known(tables.observation())), REGION, TOPIC_SERIES);
            case EVIDENCE -> new Part(evidence(known(tables.observation())), province, TOPIC_SERIES);
            // Also what is withdrawn was received: what is known does not go back in time by that.
            case RECEIVED -> new Part(received(known(tables.sent())), REGION, TOPIC_SERIES);
            case WITHDRAWN -> new Part(withdrawn(), UNKNOWN, UNKNOWN);
            case WITHDRAWN_VALUES -> new Part(withdrawnValues(), REGION, TOPIC_SERIES);
            case MEDIAN -> medians();
            case NOTICE -> new Part(notices(), EVERY, EVERY);
            case EQUITY -> equity();
            case CONVERGENCE -> new Part(tables.convergence(), FOCUS, TOPIC_INDICATOR);
            case CONTRIBUTION -> new Part(tables.contribution(), concat(lit(Routes.FOCUS), province), TOPIC_INDICATOR);
            case SCORE -> scores();
            case PLACE -> places();
        };
    }

    private Dataset<Row> history() {
        return tables.progress()
                .filter(not(col(LATEST)))
                .select(HISTORY.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    /** Of regions that the workbook is not about, the years that a target looks to only: those beyond are drawn, and not listed. */
    private Part projection() {
        Column area = when(col(TIME_PERIOD).between(asOf.lastYear() + 1, horizon), REGION)
                .otherwise(FOCUS);
        return new Part(tables.projection(), area, TOPIC_INDICATOR);
    }

    /** By the weights that sheets show. */
    private Part equity() {
        return new Part(
                tables.equity()
                        .filter(not(col(EquityTable.PROVISIONAL)))
                        .filter(col(EquityTable.WEIGHTED_BY).notEqual(EquityTable.BY_REGIONS)),
                FOCUS,
                TOPIC_INDICATOR);
    }

    private Part scores() {
        return new Part(
                tables.score().filter(col(ScoreTable.COMPONENT).notEqual(ScoreTable.MEASURE)),
                REGION,
                lit(Routes.WHOLE));
    }

    private Part places() {
        return new Part(
                tables.score()
                        .filter(col(ScoreTable.COMPONENT).equalTo(ScoreTable.OVERALL))
                        .filter(col(ScoreTable.RANK).isNotNull())
                        .select(
                                REGION_LEVEL,
                                ScoreTable.RANK,
                                ScoreTable.RANK_LOW,
                                ScoreTable.RANK_HIGH,
                                ScoreTable.SCORE),
                EVERY,
                lit(Routes.WHOLE));
    }

    private Part rejects() {
        Column area = when(col(RejectTable.SERIES).isNotNull(), coalesce(col(RejectTable.REF_AREA), UNKNOWN))
                .otherwise(UNKNOWN);
        Column topic = when(area.equalTo(UNKNOWN), UNKNOWN).otherwise(TOPIC_SERIES);
        return new Part(known(tables.reject()), area, topic);
    }

    private Part reporting() {
        return new Part(
                tables.reporting().filter(col(ReportingTable.STATE).notEqual(ReportingTable.NOT_DUE)),
                province,
                concat(lit(Routes.OFFICE), col(ReportingTable.OFFICE)));
    }

    private Part owed() {
        Dataset<Row> rows = tables.reporting()
                .filter(col(TIME_PERIOD).equalTo(asOf.lastYear()))
                .filter(col(ReportingTable.STATE).notEqual(ReportingTable.NOT_DUE))
                .select(
                        col(ReportingTable.OFFICE),
                        col(ReportingTable.SERIES),
                        explode(col(ReportingTable.MISSING)).as(REF_AREA));
        return new Part(rows, REGION, TOPIC_SERIES);
    }

    private Part medians() {
        Column counted = when(col(STATUS).notEqual(Status.LOW_COVERAGE.code()), col(OBS_VALUE));
        return new Part(
                tables.progress()
                        .groupBy(INDICATOR, REGION_LEVEL, TIME_PERIOD)
                        .agg(median(counted).as(Facts.MEDIAN_VALUE)),
                EVERY,
                TOPIC_INDICATOR);
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
                        REGION,
                        col(TIME_PERIOD),
                        old.as(Facts.OLD_VALUE),
                        col(OBS_VALUE),
                        col(ObservationTable.FILE),
                        col(ObservationTable.SHEET),
                        col(ObservationTable.CELL))
                .filter(col(Facts.OLD_VALUE).isNotNull().and(not(col(OBS_VALUE).eqNullSafe(col(Facts.OLD_VALUE)))));
    }

    /** The last comment beside the province's figures of each series, such as the evidence of a milestone. */
    private Dataset<Row> evidence(Dataset<Row> observations) {
        return observations
                .filter(REGION.equalTo(province)
                        .and(col(ObservationTable.COMMENT).isNotNull()))
                .groupBy(ObservationTable.SERIES)
                .agg(max_by(
                                col(ObservationTable.COMMENT),
                                struct(ObservationTable.RECEIVED_AT, ObservationTable.FILE, TIME_PERIOD))
                        .as(ObservationTable.COMMENT));
    }

    private static Dataset<Row> received(Dataset<Row> observations) {
        return observations
                .groupBy(ObservationTable.SERIES, REF_AREA)
                .agg(max(ObservationTable.RECEIVED_AT).as(ObservationTable.RECEIVED_AT));
    }

    private Dataset<Row> withdrawn() {
        return withdrawn(tables.submission())
                .select(
                        col(SubmissionTable.SUBMISSION_ID),
                        col(SubmissionTable.FILE),
                        col(WithdrawalTable.WITHDRAWN_AT),
                        col(WithdrawalTable.WITHDRAWN_BY),
                        col(WithdrawalTable.WITHDRAWN_WHY),
                        col(SubmissionTable.OBSERVATIONS).as(Facts.VALUES));
    }

    private Dataset<Row> withdrawnValues() {
        return withdrawn(tables.sent())
                .groupBy(
                        SubmissionTable.SUBMISSION_ID,
                        SubmissionTable.FILE,
                        WithdrawalTable.WITHDRAWN_AT,
                        WithdrawalTable.WITHDRAWN_BY,
                        WithdrawalTable.WITHDRAWN_WHY,
                        ObservationTable.SERIES,
                        REF_AREA)
                .agg(count(lit(1)).as(Facts.VALUES));
    }

    private Dataset<Row> withdrawn(Dataset<Row> rows) {
        return WithdrawalTable.withdrawn(known(rows), tables.withdrawal(), asOf.instant(), asOf.zone());
    }

    private Dataset<Row> notices() {
        return known(tables.submission())
                .select(SubmissionTable.NOTICE)
                .filter(col(SubmissionTable.NOTICE).isNotNull())
                .distinct();
    }

    private Dataset<Row> known(Dataset<Row> rows) {
        return rows.filter(col(SubmissionTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant()))));
    }
}
