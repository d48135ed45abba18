package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Interval;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.ingest.Ingest;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.Together;
import org.minsheng.lake.Touched;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.progress.Progress;
import org.minsheng.progress.Projections;
import org.minsheng.quality.Checks;
import org.minsheng.quality.Reporting;
import org.minsheng.report.Manifest;
import org.minsheng.report.OutputFolder;
import org.minsheng.report.Report;
import org.minsheng.report.Written;

/** One run: does its stages in order, writes what they give, and enters itself into the table of runs. */
public final class Run {
    private final SparkSession spark;
    private final Configuration conf;
    private final AsOf asOf;
    private final Consumer<String> progressLine;
    private final Lake lake;

    private final String runId = UUID.randomUUID().toString();

    private final Ledger ledger;
    private final Runnable guard;
    private Touched touched = Touched.all();
    private boolean again;
    private List<String> moved = List.of();
    private Interval received;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, Long> rejectsByReason = new LinkedHashMap<>();
    private final List<RunResult.Standing> standings = new ArrayList<>();
    private final List<String> workbooks = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /**
     * A run.
     *
     * @param ledger what the runs before left
     * @param guard fails where this run may no longer write
     * @param progressLine is told what the run is at
     */
    public Run(SparkSession spark, Configuration conf, Ledger ledger, Runnable guard, Consumer<String> progressLine) {
        this.spark = spark;
        this.conf = conf;
        this.ledger = ledger;
        this.guard = guard;
        this.asOf = ledger.asOf();
        this.progressLine = progressLine;
        this.lake = new Lake(spark, conf.settings().lake());
    }

    /**
     * Does the stages whose results do not hold any more, and none if all do; a run that fails is entered as failed, and what
     * it had not finished is as it was before.
     */
    public RunResult execute(String command, List<Stage> stages) throws IOException {
        if (ledger.nothingNew(stages)) {
            return ledger.told().nothingNew(stages);
        }
        ledger.before().ifPresent(this::passOn);
        RunRows rows = new RunRows(spark, lake, runId, command, asOf.instant(), conf.fingerprint());
        lake.sign("run " + runId);
        try {
            boolean progressHeld = ledger.reason(Stage.PROGRESS).isEmpty();
            List<Stage> done = new ArrayList<>();
            for (Stage stage : stages) {
                Optional<Change> reason = ledger.reason(stage);
                if (reason.isEmpty()) {
                    tell(stage, RunResult.NOTHING_NEW);
                    continue;
                }
                guard.run();
                long start = System.nanoTime();
                progressLine.accept(stage.word() + " (" + reason.get().words() + ") ...");
                String what = switch (stage) {
                    case INGEST -> ingest(reason.get() == Change.FILES, progressHeld);
                    case PROGRESS -> progress(done.contains(Stage.INGEST) && progressHeld ? touched : Touched.all());
                    case REPORT -> report();
                };
                long took = (System.nanoTime() - start) / 1_000_000;
                millis.put(stage.word(), took);
                done.add(stage);
                tell(stage, String.format(Locale.ROOT, "%s (%.1f s)", what, took / 1000.0));
            }
            guard.run();
            describe();
            RunResult result =
                    new RunResult(runId, told, counts, millis, rejectsByReason, standings, workbooks, notices, odd());
            rows.enter(
                    counts,
                    millis,
                    RunTable.OUTCOME_DONE,
                    null,
                    ledger.entry(done, conf.catalogue().steady(asOf).and(received), again, result));
            return result;
        } catch (IOException | RuntimeException e) {
            enterFailure(rows, e);
            throw e;
        } finally {
            lake.sign(null);
        }
    }

    /** What the stages that this run does not do have told stays told. */
    private void passOn(RunResult before) {
        RunResult same = before.nothingNew(List.of());
        List.of(RunResult.FILES_FOUND, RunResult.FILES_READ, RunResult.WORKBOOKS, RunResult.WORKBOOKS_CHANGED)
                .forEach(count -> Optional.ofNullable(same.counts().get(count)).ifPresent(n -> counts.put(count, n)));
        workbooks.addAll(same.workbooks());
    }

    private void tell(Stage stage, String what) {
        told.put(stage.word(), what);
        progressLine.accept(stage.word() + ": " + what);
    }

    /**
     * Reads the new files.
     *
     * @param looked whether what was found odd holds, but for new files
     * @param progressHeld whether progress holds, but for new files
     */
    private String ingest(boolean looked, boolean progressHeld) throws IOException {
        undo();
        Ingest.Result result = new Ingest(spark, conf.rules()).run(ledger.landing(), lake.read(SubmissionTable.TABLE));
        long fresh = result.submissionIds().size();
        moved = result.moved();
        counts.put(RunResult.FILES_FOUND, (long) result.found());
        counts.put(RunResult.FILES_READ, fresh);
        if (!result.replacedIds().isEmpty()) {
            Together.run(
                    () -> lake.replaceSubmissions(ObservationTable.TABLE, result.replacedIds(), result.observations()),
                    () -> lake.replaceSubmissions(RejectTable.TABLE, result.replacedIds(), result.rejects()),
                    () -> lake.replaceSubmissions(WithdrawalTable.TABLE, result.replacedIds(), result.withdrawals()));
            guard.run();
            // The seal comes last: a submission that is not here is read again.
            lake.replaceSubmissions(SubmissionTable.TABLE, result.replacedIds(), result.submissions());
        }
        touched = progressHeld ? touched(result) : Touched.all();
        result.release();
        if (fresh > 0 || !looked) {
            look();
        }
        return result.found() + " files found, " + fresh + " new";
    }

    /** Takes away what a run that was killed had read of files, as they may be gone since. */
    private void undo() throws IOException {
        if (ledger.isInterrupted(Stage.INGEST)) {
            for (Table table : List.of(ObservationTable.TABLE, RejectTable.TABLE, WithdrawalTable.TABLE)) {
                List<String> unsealed = lake.unsealed(table);
                if (!unsealed.isEmpty()) {
                    lake.replaceSubmissions(table, unsealed, spark.createDataFrame(List.of(), table.schema()));
                }
            }
        }
    }

    /** The indicators over series of files that are new; all, where a withdrawal came, as it may touch any. */
    private Touched touched(Ingest.Result result) {
        if (result.submissionIds().isEmpty()) {
            return Touched.of(Set.of());
        } else if (!result.withdrawals().isEmpty()) {
            return Touched.all();
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
        return Touched.of(conf.catalogue()
                .indicators()
                .filter(indicator -> indicator.formula().terms().anyMatch(term -> series.contains(term.series())))
                .map(Indicator::id)
                .collect(Collectors.toSet()));
    }

    /** Looks at the observations in use, old and new: what is odd about them, and who has not reported. */
    private void look() {
        Dataset<Row> standing = standing();
        // Kept, as each of the checks goes through all of them.
        Dataset<Row> inUse = ObservationTable.current(
                        ObservationTable.counting(standing),
                        asOf.instant(),
                        ObservationTable.OBS_VALUE,
                        ObservationTable.SUBMISSION_ID,
                        ObservationTable.RECEIVED_AT,
                        ObservationTable.FILE,
                        ObservationTable.SHEET,
                        ObservationTable.CELL)
                .cache();
        Together.run(
                () -> lake.overwrite(
                        FlagTable.TABLE,
                        new Checks(spark, conf.catalogue(), conf.regions(), asOf).run(inUse, standing)),
                () -> lake.overwrite(
                        ReportingTable.TABLE, new Reporting(spark, conf.catalogue(), conf.regions(), asOf).run(inUse)));
        inUse.unpersist();
    }

    /** The observations that are not withdrawn. */
    private Dataset<Row> standing() {
        return WithdrawalTable.without(
                lake.read(ObservationTable.TABLE), lake.read(WithdrawalTable.TABLE), asOf.instant(), asOf.zone());
    }

    /** Those of them that count. */
    private Dataset<Row> observations() {
        return ObservationTable.counting(standing());
    }

    /**
     * Computes indicators.
     *
     * @param only those that new files touch; all, where it is not certain that the others hold
     */
    private String progress(Touched only) {
        if (only.isNone()) {
            return RunResult.NOTHING_NEW;
        }
        Catalogue catalogue = conf.catalogue();
        Dataset<Row> progress = new Progress(
                        spark, catalogue, conf.regions(), conf.settings().divisions(), asOf, only::has)
                .run(observations());
        lake.replace(ProgressTable.TABLE, ProgressTable.INDICATOR, only, progress);
        Dataset<Row> written = lake.read(ProgressTable.TABLE);
        lake.replace(
                ProjectionTable.TABLE,
                ProjectionTable.INDICATOR,
                only,
                new Projections(spark, catalogue, asOf)
                        .run(
                                only.isAll()
                                        ? written
                                        : written.filter(col(ProgressTable.INDICATOR)
                                                .isin(only.keys().toArray()))));
        return (only.isAll() ? catalogue.indicators().count() : only.keys().size()) + " indicators";
    }

    private String report() throws IOException {
        OutputFolder folder = new OutputFolder(
                conf.settings().workbooks(), spark.sparkContext().hadoopConfiguration());
        folder.removeParts();
        List<Written> written = new Report(
                        spark, conf.catalogue(), conf.regions(), conf.settings().language(), asOf)
                .run(
                        new Report.Tables(
                                lake.read(ProgressTable.TABLE),
                                lake.read(ProjectionTable.TABLE),
                                observations(),
                                lake.read(ObservationTable.TABLE),
                                lake.read(WithdrawalTable.TABLE),
                                lake.read(RejectTable.TABLE),
                                lake.read(FlagTable.TABLE),
                                lake.read(ReportingTable.TABLE),
                                lake.read(SubmissionTable.TABLE)),
                        folder,
                        Version.build() + " " + conf.fingerprint());
        new Manifest(folder).replace(written, asOf.instant(), runId);
        workbooks.clear();
        written.forEach(file -> workbooks.add(folder.location(file.file())));
        long changed = written.stream().filter(Written::changed).count();
        counts.put(RunResult.WORKBOOKS, (long) written.size());
        counts.put(RunResult.WORKBOOKS_CHANGED, changed);
        return written.size() + " workbooks, " + changed + " changed";
    }

    /** What the lake holds now, for the summary. */
    private void describe() throws IOException {
        spark.sparkContext().setJobDescription("summary");
        Timestamp now = Timestamp.from(asOf.instant());
        Dataset<Row> totals = lake.read(SubmissionTable.TABLE)
                .agg(
                        count(lit(1)),
                        sum(SubmissionTable.CELLS),
                        sum(SubmissionTable.OBSERVATIONS),
                        collect_set(SubmissionTable.NOTICE),
                        count(when(col(SubmissionTable.RULES).equalTo(SubmissionTable.RULES_NOT_OPENED), true)),
                        max(when(col(SubmissionTable.RECEIVED_AT).leq(lit(now)), col(SubmissionTable.RECEIVED_AT))),
                        min(when(col(SubmissionTable.RECEIVED_AT).gt(lit(now)), col(SubmissionTable.RECEIVED_AT))));
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
        // What the look at the folder itself tells is looked at again when that tells something else.
        long toldByTheFolder = ledger.landing().arrivals().stream()
                .filter(arrival -> arrival.failure() != null)
                .count();
        again = total.getLong(4) > toldByTheFolder;
        received = Interval.EVER.between(
                Stream.of(5, 6)
                        .filter(column -> !total.isNullAt(column))
                        .map(column -> total.getTimestamp(column).toInstant()),
                asOf.instant());
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
                    indicator.title().in(conf.settings().language()),
                    levels.getOrDefault(Level.PROVINCE.word(), Map.of(Status.NO_DATA.code(), 1L))
                            .keySet()
                            .iterator()
                            .next(),
                    levels.getOrDefault(Level.COUNTY.word(), Map.of())));
        });
    }

    /** Files that somebody may have put into a wrong folder. */
    private Map<String, List<String>> odd() throws IOException {
        Map<String, List<String>> odd = new LinkedHashMap<>();
        if (conf.settings().asOf() == null) { // who asks for an earlier day knows that more has come since
            odd.put(RunResult.TO_COME, ledger.landing().toCome(asOf.instant()));
        }
        odd.put(RunResult.NO_DAY, ledger.landing().ofNoDay(asOf.instant()));
        odd.put(RunResult.MOVED, moved);
        odd.values().removeIf(List::isEmpty);
        return odd;
    }

    private void enterFailure(RunRows rows, Exception failure) {
        try {
            rows.enter(
                    counts,
                    millis,
                    RunTable.OUTCOME_FAILED,
                    String.valueOf(failure.getMessage()),
                    ledger.entryAsItWas());
        } catch (IOException | RuntimeException second) {
            failure.addSuppressed(second); // the first failure is the one to be told
        }
    }
}
