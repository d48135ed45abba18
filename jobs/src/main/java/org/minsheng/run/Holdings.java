package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Interval;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Together;
import org.minsheng.report.MostUrgent;
import org.minsheng.stage.Count;
import org.minsheng.stage.StageContext;

/**
 * What the lake holds at the end of a run, for its summary.
 *
 * @param counts submissions, cells, observations, rejects and flags
 * @param notices what has to be said wherever the data are shown
 * @param rejectsByReason by reason code, the most first
 * @param rejectedFiles the files that the last rejects came with
 * @param standings where each target stands
 * @param urgent which of them the province's page lists first
 * @param received the instants as of which the same files have been received
 */
record Holdings(
        Map<String, Long> counts,
        List<String> notices,
        Map<String, Long> rejectsByReason,
        List<RunResult.RejectedFile> rejectedFiles,
        List<RunResult.Standing> standings,
        List<MostUrgent> urgent,
        Interval received) {
    /** The level of a region's row, its status and how many there are. */
    private static final class Levels extends TreeMap<String, Map<String, Long>> {}

    /** Looks at the lake of a run. */
    static Holdings of(StageContext context) {
        context.spark().sparkContext().setJobDescription("summary");
        Dataset<Row> rejects = context.lake()
                .read(RejectTable.TABLE)
                .groupBy(RejectTable.REASON)
                .count()
                .orderBy(col("count").desc(), col(RejectTable.REASON));
        Dataset<Row> flags = context.lake().read(FlagTable.TABLE).agg(count(lit(1)));
        List<List<Row>> rows = Together.call(List.of(
                submissions(context)::collectAsList,
                rejects::collectAsList,
                flags::collectAsList,
                latest(context)::collectAsList,
                rejectedFiles(context)::collectAsList,
                province(context)::collectAsList));
        Row total = rows.get(0).get(0);
        Map<String, Long> byReason = new LinkedHashMap<>();
        rows.get(1).forEach(row -> byReason.put(row.getString(0), row.getLong(1)));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(Count.SUBMISSIONS, total.getLong(0));
        counts.put(Count.CELLS, total.isNullAt(1) ? 0 : total.getLong(1));
        counts.put(Count.OBSERVATIONS, total.isNullAt(2) ? 0 : total.getLong(2));
        counts.put(
                Count.REJECTS,
                byReason.values().stream().mapToLong(Long::longValue).sum());
        counts.put(Count.FLAGS, rows.get(2).get(0).getLong(0));
        Interval received = Interval.EVER.between(
                Stream.of(4, 5)
                        .filter(column -> !total.isNullAt(column))
                        .map(column -> total.getTimestamp(column).toInstant()),
                context.asOf().instant());
        return new Holdings(
                counts,
                total.getList(3),
                byReason,
                rows.get(4).stream()
                        .map(row -> new RunResult.RejectedFile(row.getString(0), row.getLong(1), row.getList(2)))
                        .toList(),
                standings(rows.get(3), context.catalogue()),
                MostUrgent.of(context.catalogue(), context.regions(), context.asOf(), rows.get(5)),
                received);
    }

    /** One row: submissions, cells, observations, notices, the last receipt until now and the first after it. */
    private static Dataset<Row> submissions(StageContext context) {
        Column now = lit(Timestamp.from(context.asOf().instant()));
        Column received = col(SubmissionTable.RECEIVED_AT);
        return context.lake()
                .read(SubmissionTable.TABLE)
                .agg(
                        count(lit(1)),
                        sum(SubmissionTable.CELLS),
                        sum(SubmissionTable.OBSERVATIONS),
                        collect_set(SubmissionTable.NOTICE),
                        max(when(received.leq(now), received)),
                        min(when(received.gt(now), received)));
    }

    /** A row per file with rejects, of those received last. */
    private static Dataset<Row> rejectedFiles(StageContext context) {
        return context.lake()
                .read(RejectTable.TABLE)
                .groupBy(RejectTable.FILE)
                .agg(
                        count(lit(1)).as("rejects"),
                        sort_array(collect_set(RejectTable.REASON)),
                        max(RejectTable.RECEIVED_AT).as("last"))
                .orderBy(col("last").desc(), col("rejects").desc(), col(RejectTable.FILE))
                .limit(RunResult.MOST_FILES);
    }

    /** What the page of the province is made of. */
    private static Dataset<Row> province(StageContext context) {
        return context.lake()
                .read(ProgressTable.TABLE)
                .filter(col(ProgressTable.REF_AREA)
                        .equalTo(context.regions().today(Level.PROVINCE).get(0).code()));
    }

    /** One row per indicator, level of regions and status. */
    private static Dataset<Row> latest(StageContext context) {
        return context.lake()
                .read(ProgressTable.TABLE)
                .filter(ProgressTable.LATEST)
                .groupBy(ProgressTable.INDICATOR, ProgressTable.REGION_LEVEL, ProgressTable.STATUS)
                .count();
    }

    private static List<RunResult.Standing> standings(List<Row> latest, Catalogue catalogue) {
        Map<String, Levels> found = new TreeMap<>();
        latest.forEach(row -> found.computeIfAbsent(row.getString(0), i -> new Levels())
                .computeIfAbsent(row.getString(1), l -> new TreeMap<>())
                .put(row.getString(2), row.getLong(3)));
        return catalogue
                .indicators()
                .filter(indicator -> found.containsKey(indicator.id()))
                .map(indicator -> standing(indicator, found.get(indicator.id())))
                .toList();
    }

    private static RunResult.Standing standing(Indicator indicator, Levels levels) {
        return new RunResult.Standing(
                indicator.id(),
                indicator.title(),
                levels.getOrDefault(Level.PROVINCE.word(), Map.of(Status.NO_DATA.code(), 1L))
                        .keySet()
                        .iterator()
                        .next(),
                levels.getOrDefault(Level.COUNTY.word(), Map.of()));
    }
}
