package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.ingest.Checks;
import org.minsheng.ingest.Ingest;
import org.minsheng.ingest.Reporting;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Together;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.progress.Progress;
import org.minsheng.progress.Projections;
import org.minsheng.report.Manifest;
import org.minsheng.report.Report;
import org.minsheng.report.WorkbookFolder;
import org.minsheng.report.Written;

/** One run: does its stages in order, writes what they give, and enters itself into the table of runs. */
public final class Run {
    private final SparkSession spark;
    private final Configuration conf;
    private final Instant asOf;
    private final Consumer<String> progressLine;
    private final Lake lake;

    private final String runId = UUID.randomUUID().toString();

    private Ledger ledger;
    private Set<String> touched;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, Long> rejectsByReason = new LinkedHashMap<>();
    private final List<RunResult.Standing> standings = new ArrayList<>();
    private final List<String> workbooks = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /**
     * A run.
     *
     * @param asOf what became known later is not used
     * @param progressLine is told what the run is at
     */
    public Run(SparkSession spark, Configuration conf, Instant asOf, Consumer<String> progressLine) {
        this.spark = spark;
        this.conf = conf;
        this.asOf = asOf;
        this.progressLine = progressLine;
        this.lake = new Lake(spark, conf.settings().lake());
    }

    /** Does the stages; a run that fails is entered as failed, and what it had not finished is as it was before. */
    public RunResult execute(String command, List<Stage> stages) throws IOException {
        Instant started = Instant.now();
        try {
            for (Stage stage : stages) {
                long start = System.nanoTime();
                progressLine.accept(stage.word() + " ...");
                String done = switch (stage) {
                    case INGEST -> ingest();
                    case PROGRESS -> progress();
                    case REPORT -> report();
                };
                long took = (System.nanoTime() - start) / 1_000_000;
                millis.put(stage.word(), took);
                progressLine.accept(
                        String.format(java.util.Locale.ROOT, "%s: %s (%.1f s)", stage.word(), done, took / 1000.0));
            }
            describe();
            counts.put(Ledger.SUBMISSION_VERSION, lake.version(SubmissionTable.TABLE));
            enter(command, started, RunTable.OUTCOME_DONE, null);
        } catch (IOException | RuntimeException e) {
            enterFailure(command, started, e);
            throw e;
        }
        return new RunResult(counts, millis, rejectsByReason, standings, workbooks, notices);
    }

    private String ingest() throws IOException {
        boolean looked = ledger().holds(Stage.INGEST);
        Ingest.Result result =
                new Ingest(spark, conf.rules()).run(conf.settings().landing(), lake.read(SubmissionTable.TABLE));
        long fresh = result.submissionIds().size();
        counts.put("files_found", (long) result.found());
        counts.put("files_read", fresh);
        if (fresh > 0) {
            Together.run(
                    () -> lake.replaceSubmissions(ObservationTable.TABLE, result.replacedIds(), result.observations()),
                    () -> lake.replaceSubmissions(RejectTable.TABLE, result.replacedIds(), result.rejects()),
                    () -> lake.replaceSubmissions(WithdrawalTable.TABLE, result.replacedIds(), result.withdrawals()));
            // The seal comes last: a submission that is not here is read again.
            lake.replaceSubmissions(SubmissionTable.TABLE, result.replacedIds(), result.submissions());
        }
        result.release();
        touched = ledger().holds(Stage.PROGRESS) ? touched(result) : null;
        if (fresh > 0 || !looked) {
            look();
        }
        return result.found() + " files found, " + fresh + " new";
    }

    private Ledger ledger() {
        if (ledger == null) {
            ledger = new Ledger(lake, conf, asOf);
        }
        return ledger;
    }

    /** The indicators over series of files that are new; null for all, as a withdrawal may touch any. */
    private Set<String> touched(Ingest.Result result) {
        if (result.submissionIds().isEmpty()) {
            return Set.of();
        } else if (!result.withdrawals().isEmpty()) {
            return null;
        }
        Set<String> series = lake
                .read(ObservationTable.TABLE)
                .filter(col(ObservationTable.SUBMISSION_ID)
                        .isin(result.submissionIds().toArray()))
                .select(ObservationTable.SERIES)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
        return conf.catalogue()
                .indicators()
                .filter(indicator -> indicator.formula().terms().anyMatch(term -> series.contains(term.series())))
                .map(Indicator::id)
                .collect(Collectors.toSet());
    }

    /** Looks at the observations in use, old and new: what is odd about them, and who has not reported. */
    private void look() {
        // Kept, as each of the checks goes through all of them.
        Dataset<Row> inUse = ObservationTable.current(
                        observations(),
                        asOf,
                        ObservationTable.OBS_VALUE,
                        ObservationTable.SUBMISSION_ID,
                        ObservationTable.RECEIVED_AT,
                        ObservationTable.FILE,
                        ObservationTable.SHEET,
                        ObservationTable.CELL)
                .cache();
        Together.run(
                () -> lake.overwrite(FlagTable.TABLE, new Checks(spark, conf.catalogue(), conf.regions()).run(inUse)),
                () -> lake.overwrite(
                        ReportingTable.TABLE, new Reporting(spark, conf.catalogue(), conf.regions(), asOf).run(inUse)));
        inUse.unpersist();
    }

    /** The observations that are not withdrawn. */
    private Dataset<Row> observations() {
        return WithdrawalTable.without(lake.read(ObservationTable.TABLE), lake.read(WithdrawalTable.TABLE), asOf);
    }

    /** Computes the indicators that new files touch; all where it is not certain that the others still hold. */
    private String progress() {
        if (!millis.containsKey(Stage.INGEST.word())) {
            touched = ledger().holds(Stage.PROGRESS) ? Set.of() : null;
        }
        Set<String> only = touched;
        if (only != null && only.isEmpty()) {
            return "nothing is new";
        }
        Catalogue catalogue = conf.catalogue();
        Dataset<Row> progress = new Progress(
                        spark,
                        catalogue,
                        conf.regions(),
                        conf.settings().divisions(),
                        asOf,
                        id -> only == null || only.contains(id))
                .run(observations());
        lake.replace(ProgressTable.TABLE, ProgressTable.INDICATOR, only, progress);
        Dataset<Row> written = lake.read(ProgressTable.TABLE);
        lake.replace(
                ProjectionTable.TABLE,
                ProjectionTable.INDICATOR,
                only,
                new Projections(spark, catalogue, conf.regions(), asOf)
                        .run(
                                only == null
                                        ? written
                                        : written.filter(
                                                col(ProgressTable.INDICATOR).isin(only.toArray()))));
        return (only == null ? catalogue.indicators().count() : only.size()) + " indicators";
    }

    private String report() throws IOException {
        WorkbookFolder folder = new WorkbookFolder(
                conf.settings().workbooks(), spark.sparkContext().hadoopConfiguration());
        folder.removeParts();
        List<Written> written = new Report(
                        spark, conf.catalogue(), conf.regions(), conf.settings().language(), asOf)
                .run(
                        new Report.Tables(
                                lake.read(ProgressTable.TABLE),
                                lake.read(ProjectionTable.TABLE),
                                observations(),
                                lake.read(RejectTable.TABLE),
                                lake.read(FlagTable.TABLE),
                                lake.read(ReportingTable.TABLE),
                                lake.read(SubmissionTable.TABLE)),
                        folder);
        new Manifest(folder).replace(written, asOf, runId);
        written.forEach(file -> workbooks.add(folder.location(file.file())));
        long changed = written.stream().filter(Written::changed).count();
        counts.put("workbooks", (long) written.size());
        counts.put("workbooks_changed", changed);
        return written.size() + " workbooks, " + changed + " changed";
    }

    /** What the lake holds now, for the summary. */
    private void describe() {
        spark.sparkContext().setJobDescription("summary");
        Dataset<Row> totals = lake.read(SubmissionTable.TABLE)
                .agg(
                        count(lit(1)),
                        sum(SubmissionTable.CELLS),
                        sum(SubmissionTable.OBSERVATIONS),
                        org.apache.spark.sql.functions.collect_set(SubmissionTable.NOTICE));
        Dataset<Row> rejects = lake.read(RejectTable.TABLE)
                .groupBy(RejectTable.REASON)
                .count()
                .orderBy(col("count").desc(), col(RejectTable.REASON));
        Dataset<Row> flags = lake.read(FlagTable.TABLE).agg(count(lit(1)));
        Dataset<Row> latest = lake.read(ProgressTable.TABLE)
                .filter(ProgressTable.LATEST)
                .groupBy(ProgressTable.INDICATOR, ProgressTable.REGION_LEVEL, ProgressTable.STATUS)
                .count();
        List<List<Row>> rows = Together.call(
                List.of(totals::collectAsList, rejects::collectAsList, flags::collectAsList, latest::collectAsList));
        Row total = rows.get(0).get(0);
        counts.put("submissions", total.getLong(0));
        counts.put("cells", total.isNullAt(1) ? 0 : total.getLong(1));
        counts.put("observations", total.isNullAt(2) ? 0 : total.getLong(2));
        notices.addAll(total.<String>getList(3));
        rows.get(1).forEach(row -> rejectsByReason.put(row.getString(0), row.getLong(1)));
        counts.put(
                "rejects",
                rejectsByReason.values().stream().mapToLong(Long::longValue).sum());
        counts.put("flags", rows.get(2).get(0).getLong(0));
        Map<String, Map<String, Map<String, Long>>> found = new TreeMap<>();
        rows.get(3)
                .forEach(row -> found.computeIfAbsent(row.getString(0), i -> new TreeMap<>())
                        .computeIfAbsent(row.getString(1), l -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3)));
        conf.catalogue().indicators().filter(i -> found.containsKey(i.id())).forEach(indicator -> {
            Map<String, Map<String, Long>> levels = found.get(indicator.id());
            standings.add(new RunResult.Standing(
                    indicator.id(),
                    levels.getOrDefault(Level.PROVINCE.word(), Map.of(ProgressTable.NO_DATA, 1L))
                            .keySet()
                            .iterator()
                            .next(),
                    levels.getOrDefault(Level.COUNTY.word(), Map.of())));
        });
    }

    private void enterFailure(String command, Instant started, Exception failure) {
        try {
            enter(command, started, RunTable.OUTCOME_FAILED, String.valueOf(failure.getMessage()));
        } catch (RuntimeException second) {
            failure.addSuppressed(second); // the first failure is the one to be told
        }
    }

    private void enter(String command, Instant started, String outcome, String message) {
        lake.append(
                RunTable.TABLE,
                spark.createDataFrame(
                        List.of(RowFactory.create(
                                runId,
                                command,
                                Timestamp.from(started),
                                Timestamp.from(Instant.now()),
                                Timestamp.from(asOf),
                                conf.fingerprint(),
                                Version.build(),
                                counts,
                                millis,
                                outcome,
                                message)),
                        RunTable.TABLE.schema()));
    }
}
