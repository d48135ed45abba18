package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ObservationTable;
import org.minsheng.region.Regions;

/** Finds observations that can be but are worth a look: they stay in use, and people are told. */
public final class Checks {
    private final List<Check> checks;

    /** The checks of a catalogue, of what was known at an instant; a new one has its line here. */
    public Checks(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.checks = List.of(
                new Jump(catalogue),
                new StepBack(catalogue),
                new AboveWhole(spark, catalogue),
                new NotTheSum(spark, catalogue, regions),
                new OtherProvider(catalogue.policy(), asOf),
                new TakesAway(catalogue.policy()),
                new Unusual(spark, catalogue, regions));
    }

    /** The observations in use, with what the checks look at. */
    public static Dataset<Row> inUse(Dataset<Row> standing, AsOf asOf) {
        return ObservationTable.current(
                // The rows of a series come together here, so that most checks need not exchange any.
                ObservationTable.counting(standing).repartition(col(ObservationTable.SERIES)),
                asOf.instant(),
                ObservationTable.OBS_VALUE,
                ObservationTable.SUBMISSION_ID,
                ObservationTable.RECEIVED_AT,
                ObservationTable.FILE,
                ObservationTable.SHEET,
                ObservationTable.CELL);
    }

    /**
     * From the observations in use to rows of the table flag.
     *
     * @param standing all that are not withdrawn: those that were in use before, and those of other offices beside them
     */
    public Dataset<Row> run(Dataset<Row> inUse, Dataset<Row> standing) {
        Evidence evidence = new Evidence(inUse, standing);
        return checks.stream()
                .map(check -> check.flags(evidence))
                .reduce(Dataset::union)
                .orElseThrow();
    }
}
