package org.minsheng.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.catalogue.Interval;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Settings;
import org.minsheng.lake.Commits;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Table;
import org.minsheng.stage.Change;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;

/**
 * What the runs before left behind, and whether it still holds: found in the last commit of the table of runs and in lists
 * of files, without Spark, so that a quiet night need not start it.
 */
public final class Ledger {
    private final Settings settings;
    private final String conf;
    private final AsOf asOf;
    private final Commits commits;
    private final List<Stage> stages;
    private final Optional<Entry> last;

    /**
     * What a run leaves for those that come after it.
     *
     * @param asOf what it knew
     * @param known the latest instant until which a run knew all that had come; null where each was asked for an instant
     * @param stages what the results of each stage rest on, and as of which instants they are the same, by its word
     * @param result what there was to tell
     */
    record Entry(Instant asOf, Instant known, Map<String, Done> stages, RunResult result) {}

    /** A stage that was done. */
    record Done(Basis basis, Interval interval) {}

    private Ledger(Settings settings, String conf, AsOf asOf, Commits commits, List<Stage> stages, Entry last) {
        this.settings = settings;
        this.conf = conf;
        this.commits = commits;
        this.stages = stages;
        this.last = Optional.ofNullable(last);
        this.asOf = asOf;
    }

    /**
     * Opens it.
     *
     * @param conf fingerprint of the configuration
     * @param now the clock, for a run that is not asked for an instant
     */
    public static Ledger open(Settings settings, String conf, Instant now, Configuration hadoop) throws IOException {
        Commits commits = new Commits(settings.lake(), hadoop);
        Entry last = null;
        try {
            String said = commits.userMetadata(RunTable.TABLE).orElse(null);
            last = said == null ? null : Json.MAPPER.readValue(said, Entry.class);
        } catch (JsonProcessingException e) {
            // Another version of the program wrote it: what it left is not known, so all is done again.
        }
        Instant known = last == null || last.known() == null || last.known().isBefore(now) ? now : last.known();
        // A clock that goes back does not make a run forget what others knew.
        AsOf asOf = new AsOf(settings.asOf() == null ? known : settings.asOf(), settings.timeZone());
        return new Ledger(settings, conf, asOf, commits, Stages.of(settings, hadoop), last);
    }

    /** What became known later is not used. */
    public AsOf asOf() {
        return asOf;
    }

    /** All stages of a run, in their order. */
    public List<Stage> stages() {
        return stages;
    }

    /** Those with some words, in their order. */
    public List<Stage> stages(String... words) {
        return stages.stream()
                .filter(stage -> List.of(words).contains(stage.word()))
                .toList();
    }

    /** Whether the results of all of some stages hold. */
    public boolean nothingNew(List<Stage> some) throws IOException {
        return holding(some).size() == some.size();
    }

    /** Those of some stages whose results hold. */
    List<Stage> holding(List<Stage> some) throws IOException {
        List<Stage> holding = new ArrayList<>();
        for (Stage stage : some) {
            if (reason(stage).isEmpty()) {
                holding.add(stage);
            }
        }
        return holding;
    }

    /** What the last run had to tell; nothing where there was none. */
    Optional<RunResult> before() {
        return last.map(Entry::result);
    }

    /** The same, of a lake in which nothing is new. */
    public RunResult told() {
        return before().orElseThrow();
    }

    /** Whether a stage was ever done. */
    boolean isDone(Stage stage) {
        return before(stage) != null;
    }

    /** An instant as of which the results of a stage that was done are. */
    AsOf asOf(Stage stage) {
        Interval interval = before(stage).interval();
        Instant asked = last.orElseThrow().asOf(); // of another stage, if this one was done before it
        return new AsOf(interval.holds(asked) ? asked : interval.from(), settings.timeZone());
    }

    /** Why a stage has to be done; nothing where its results hold. */
    Optional<Change> reason(Stage stage) throws IOException {
        return reason(stage, asOf.instant());
    }

    /** Why it would have to be done for who asks for an instant. */
    Optional<Change> reason(Stage stage, Instant asked) throws IOException {
        Done done = before(stage);
        if (done == null) {
            return Optional.of(Change.NEVER);
        } else if (!done.interval().holds(asked)) {
            return Optional.of(Change.TIME);
        }
        return basis(stage).differs(done.basis());
    }

    /** Whether a run was killed since the last entry, or somebody else has written to what a stage reads and writes. */
    boolean isInterrupted(Stage stage) throws IOException {
        Done done = before(stage);
        return done == null || !done.basis().tables().equals(tables(stage));
    }

    /** Whether the tables that a stage writes are not those that it left, whatever has come to those that it reads. */
    boolean isWrittenOver(Stage stage) throws IOException {
        Done done = before(stage);
        Map<String, Long> left = done == null ? Map.of() : done.basis().tables();
        for (Table table : stage.writes()) {
            if (left.getOrDefault(table.name(), -1L) != commits.last(table)) {
                return true;
            }
        }
        return false;
    }

    /** How a stage was done last; null where it never was. */
    private Done before(Stage stage) {
        return last.map(entry -> entry.stages().get(stage.word())).orElse(null);
    }

    /** What a stage would rest on now. */
    private Basis basis(Stage stage) throws IOException {
        return new Basis(conf, Version.build(), stage.files(), tables(stage));
    }

    private Map<String, Long> tables(Stage stage) throws IOException {
        Map<String, Long> versions = new TreeMap<>();
        for (Table table : stage.tables()) {
            versions.put(table.name(), commits.last(table));
        }
        return versions;
    }

    /** What a stage rests on that was done a moment ago: what others change from now on, the next run sees. */
    Basis left(Stage stage, Outcome outcome) throws IOException {
        Basis basis = basis(stage);
        return outcome.again() ? basis.lookingAgain() : basis;
    }

    /**
     * The entry of a run that ends now, as text.
     *
     * @param left what the stages that it did rest on; of the others it passes on what was
     */
    String entry(Map<Stage, Basis> left, Interval interval, RunResult result) throws IOException {
        Map<String, Done> done = new TreeMap<>();
        last.ifPresent(entry -> done.putAll(entry.stages()));
        left.forEach((stage, basis) -> done.put(stage.word(), new Done(basis, interval)));
        Instant known = settings.asOf() == null
                ? asOf.instant()
                : last.map(Entry::known).orElse(null);
        return Json.MAPPER.writeValueAsString(new Entry(asOf.instant(), known, done, result));
    }

    /** The entry that a run passes on which changed nothing, such as one that failed: what holds is seen from the tables. */
    String entryAsItWas() throws IOException {
        return last.isEmpty() ? "" : Json.MAPPER.writeValueAsString(last.get());
    }

    /** The stages whose tables are as the last run left them. */
    List<Stage> undisturbed() throws IOException {
        List<Stage> undisturbed = new ArrayList<>();
        for (Stage stage : stages) {
            if (!isInterrupted(stage)) {
                undisturbed.add(stage);
            }
        }
        return undisturbed;
    }

    /** The entry of a run that wrote commits without changing a row: what held for the stages holds for the tables as they are now. */
    String entryOfSameRows(List<Stage> undisturbed) throws IOException {
        if (last.isEmpty()) {
            return "";
        }
        Map<String, Done> same = new TreeMap<>(last.get().stages());
        for (Stage stage : undisturbed) {
            Done done = before(stage);
            Basis then = done.basis();
            same.put(
                    stage.word(),
                    new Done(new Basis(then.conf(), then.program(), then.files(), tables(stage)), done.interval()));
        }
        return Json.MAPPER.writeValueAsString(new Entry(
                last.get().asOf(), last.get().known(), same, last.get().result()));
    }
}
