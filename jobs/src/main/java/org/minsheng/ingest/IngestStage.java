package org.minsheng.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Settings;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.Together;
import org.minsheng.lake.Touched;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.stage.Count;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that reads the new files of the landing folder into observations, rejects and withdrawals. */
public final class IngestStage implements Stage {
    /** Its word. */
    public static final String WORD = "ingest";

    /** Among the odd: files that do not count yet, as the day of their folder is still to come. */
    public static final String TO_COME = "to_come";
    /** Among the odd: files in a folder that looks like a day, and is none. */
    public static final String NO_DAY = "no_day";
    /** Among the odd: files that seem to have been moved, which makes them receipts of another day. */
    public static final String MOVED = "moved";

    private static final List<Table> OF_CELLS =
            List.of(ObservationTable.TABLE, RejectTable.TABLE, WithdrawalTable.TABLE);

    private final Settings settings;
    private final Configuration hadoop;
    private Landing landing;

    /** Of the landing folder that the settings name. */
    public IngestStage(Settings settings, Configuration hadoop) {
        this.settings = settings;
        this.hadoop = hadoop;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Table> reads() {
        return List.of(SubmissionTable.TABLE);
    }

    @Override
    public List<Table> writes() {
        return List.of(ObservationTable.TABLE, RejectTable.TABLE, WithdrawalTable.TABLE, SubmissionTable.TABLE);
    }

    @Override
    public String files() throws IOException {
        return landing().fingerprint();
    }

    /** The folder as the run found it: what comes while it runs is the next one's. */
    private Landing landing() throws IOException {
        if (landing == null) {
            landing = Landing.list(settings.landing(), settings.timeZone(), hadoop);
        }
        return landing;
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) throws IOException {
        Lake lake = context.lake();
        boolean undone = occasion.interrupted() && undo(context);
        Map<Table, Long> versions = new HashMap<>();
        writes().forEach(table -> versions.put(table, lake.version(table)));
        IngestRules rules =
                IngestRules.of(context.catalogue(), context.regions(), context.layouts(), settings.timeZone());
        Ingest.Result result = new Ingest(context.spark(), rules).run(landing(), lake.read(SubmissionTable.TABLE));
        List<String> fresh = result.submissionIds();
        List<String> replaced = result.replacedIds();
        if (!fresh.isEmpty() || !replaced.isEmpty()) {
            Came came = result.came();
            Writing writing = new Writing(lake, replaced, versions);
            context.guard().run();
            if (result.readAgain()) {
                writing.unseal();
            }
            Together.run(
                    () -> writing.write(ObservationTable.TABLE, result.observations(), came.observations()),
                    () -> writing.write(RejectTable.TABLE, result.rejects(), came.rejects()),
                    () -> writing.write(WithdrawalTable.TABLE, result.withdrawals(), came.withdrawals()));
            context.guard().run();
            // The seal comes last: a submission that is not here is read again.
            writing.write(SubmissionTable.TABLE, result.submissions(), true);
        }
        result.release();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(Count.FILES_FOUND, (long) result.found());
        counts.put(Count.FILES_READ, (long) fresh.size());
        return new Outcome(
                result.found() + " files found, " + fresh.size() + " new",
                counts,
                odd(context, result.moved()),
                List.of(),
                isToLookAgain(result.unopened()),
                // Of rows that go others may have computed something, and their series nobody knows any more.
                () -> undone || result.readAgain() ? Touched.all() : touched(result.came()));
    }

    /**
     * How what came is written.
     *
     * @param replaced submissions whose rows go; none where rows only come to the tables
     * @param versions of the tables before anything was read
     */
    private record Writing(Lake lake, List<String> replaced, Map<Table, Long> versions) {
        /** What is killed before their rows are all others is read again, even where the rules are those of before again. */
        void unseal() {
            Column rules = col(SubmissionTable.RULES);
            lake.replaceSubmissions(
                    SubmissionTable.TABLE,
                    replaced,
                    Touched.of(Set.copyOf(replaced))
                            .of(lake.read(SubmissionTable.TABLE), SubmissionTable.SUBMISSION_ID)
                            .withColumn(
                                    SubmissionTable.RULES,
                                    when(rules.equalTo(SubmissionTable.RULES_NOT_OPENED), rules)
                                            .otherwise(SubmissionTable.RULES_BEING_READ)));
        }

        /** Nothing where nothing came and nothing goes: a commit takes longer than a small file. */
        void write(Table table, Dataset<Row> rows, boolean any) {
            if (!replaced.isEmpty()) {
                lake.replaceSubmissions(table, replaced, rows);
            } else if (any || versions.get(table) < 0) {
                lake.add(table, rows, versions.get(table));
            }
        }
    }

    /** Takes away what a run that was killed had read of files, as they may be gone since; returns whether there was any. */
    private static boolean undo(StageContext context) throws IOException {
        Lake lake = context.lake();
        boolean any = false;
        for (Table table : OF_CELLS) {
            List<String> unsealed = lake.unsealed(table);
            if (!unsealed.isEmpty()) {
                lake.replaceSubmissions(table, unsealed, context.spark().createDataFrame(List.of(), table.schema()));
                any = true;
            }
        }
        return any;
    }

    /** What the look at the folder itself tells is looked at again when that tells something else; the rest in any case. */
    private boolean isToLookAgain(long unopened) throws IOException {
        long toldByTheFolder = landing().arrivals().stream()
                .filter(arrival -> arrival.failure() != null)
                .count();
        return unopened > toldByTheFolder;
    }

    /** The series of what came; all, where a file withdraws others, as these may be of any. */
    private static Touched touched(Came came) {
        return came.withdrawals() ? Touched.all() : Touched.of(came.series());
    }

    /** Files that somebody may have put into a wrong folder. */
    private Map<String, List<String>> odd(StageContext context, List<String> moved) throws IOException {
        Map<String, List<String>> odd = new LinkedHashMap<>();
        // Who asks for an earlier day knows that more has come since.
        odd.put(
                TO_COME,
                settings.asOf() == null ? landing().toCome(context.asOf().instant()) : List.of());
        odd.put(NO_DAY, landing().ofNoDay(context.asOf().instant()));
        odd.put(MOVED, moved);
        return odd;
    }
}
