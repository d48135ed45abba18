package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.stage.Change;
import org.minsheng.stage.Stage;

/**
 * The tables of a lake as of an instant: of what was received, what had come until then; progress and projections by the steps of
 * a night; the others where those of the lake are of that instant, too.
 */
public final class Then {
    private final SparkSession spark;
    private final Configuration conf;
    private final Lake lake;
    private final Ledger ledger;
    private final AsOf asOf;
    private final Map<Table, Dataset<Row>> computed = new HashMap<>();

    /** Those of the configured lake as of the configured instant. */
    public Then(SparkSession spark, Configuration conf) throws IOException {
        this.spark = spark;
        this.conf = conf;
        this.lake = new Lake(spark, conf.settings().lake());
        this.ledger = Ledger.open(conf.settings(), conf.fingerprint(), Instant.now(), Session.hadoop());
        this.asOf = ledger.asOf();
    }

    /**
     * The rows of a table.
     *
     * @throws ConfException if only a run as of then could tell them
     */
    public Dataset<Row> rows(Table table) {
        Optional<Stage> stage = ledger.stages().stream()
                .filter(one -> one.writes().contains(table))
                .findFirst();
        if (Arrays.asList(table.schema().fieldNames()).contains(SubmissionTable.RECEIVED_AT)) {
            return lake.read(table).filter(col(SubmissionTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant()))));
        } else if (stage.isEmpty() || holds(stage.get())) {
            return lake.read(table);
        } else if (table == ProgressTable.TABLE || table == ProjectionTable.TABLE) {
            return remembered(table);
        }
        throw new ConfException(
                table.name(),
                "it is not computed as of " + asOf.day() + " here",
                "Let a run write it into a lake of its own, and read that: ./minsheng nightly --as-of " + asOf.day()
                        + " --set lake=var/then --set workbooks=var/then-workbooks");
    }

    private boolean holds(Stage stage) {
        try {
            return ledger.reason(stage, asOf.instant())
                    .filter(Change.TIME::equals)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not by computeIfAbsent, as projections ask for progress while they are made. */
    private Dataset<Row> remembered(Table table) {
        if (!computed.containsKey(table)) {
            computed.put(table, compute(table));
        }
        return computed.get(table);
    }

    private Dataset<Row> compute(Table table) {
        Computed steps = new Computed(spark, lake, conf, asOf);
        return table == ProgressTable.TABLE
                ? steps.progress(indicator -> true, lit(true)).cache() // whoever asks once asks again
                : steps.projection(rows(ProgressTable.TABLE));
    }
}
