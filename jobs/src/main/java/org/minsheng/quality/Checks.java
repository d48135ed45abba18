package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.minsheng.lake.ObservationTable.SERIES;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.PartOfWhole;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.Touched;
import org.minsheng.region.Regions;

/** Finds observations that can be but are worth a look: they stay in use, and people are told. */
public final class Checks {
    private final Collection<PartOfWhole> parts;
    private final List<Check> ofSeries;
    private final TakesAway ofFiles;

    /** The checks of a catalogue, of what was known at an instant; a new one has its line here. */
    public Checks(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.parts = PartOfWhole.of(catalogue);
        this.ofSeries = List.of(
                new Jump(catalogue),
                new StepBack(catalogue),
                new AboveWhole(spark, catalogue),
                new NotTheSum(spark, catalogue, regions),
                new OtherProvider(catalogue.policy(), asOf),
                new Unusual(spark, catalogue, regions));
        this.ofFiles = new TakesAway(catalogue.policy(), asOf);
    }

    /** The observations in use, with what the checks look at. */
    public static Dataset<Row> inUse(Dataset<Row> standing, AsOf asOf) {
        return ObservationTable.current(
                // The rows of a series come together here, so that most checks need not exchange any.
                ObservationTable.counting(standing).repartition(col(SERIES)),
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
        return ofSeries(new Evidence(inUse, standing)).union(ofFiles.flags(standing));
    }

    /**
     * The same, where the observations of some series alone are others than they were: what was found before in the others stays.
     *
     * @param before rows of the table flag
     * @param judged as {@link #judged} says
     * @param inUse those that {@link #needed} names
     * @param standing of all series, as the marks of a file are counted
     */
    Dataset<Row> run(Dataset<Row> before, Touched judged, Dataset<Row> inUse, Dataset<Row> standing) {
        Dataset<Row> stays = judged.others(before.filter(col(FlagTable.CHECK).notEqual(FlagTable.TAKES_AWAY)), SERIES);
        Evidence evidence = new Evidence(inUse, needed(judged).of(standing, SERIES));
        return stays.union(judged.of(ofSeries(evidence), SERIES)).union(ofFiles.flags(standing));
    }

    /** The series whose flags may be others where some series are: these, and what is a part of one. */
    Touched judged(Touched touched) {
        return touched.map(series ->
                both(series, parts.stream().filter(pair -> series.contains(pair.whole())), PartOfWhole::part));
    }

    /** The series that the flags of some are found from: these, and what one is a part of. */
    Touched needed(Touched judged) {
        return judged.map(series ->
                both(series, parts.stream().filter(pair -> series.contains(pair.part())), PartOfWhole::whole));
    }

    private static Set<String> both(
            Set<String> series, Stream<PartOfWhole> pairs, Function<PartOfWhole, String> others) {
        return Stream.concat(series.stream(), pairs.map(others)).collect(Collectors.toSet());
    }

    private Dataset<Row> ofSeries(Evidence evidence) {
        return ofSeries.stream()
                .map(check -> check.flags(evidence))
                .reduce(Dataset::union)
                .orElseThrow();
    }
}
