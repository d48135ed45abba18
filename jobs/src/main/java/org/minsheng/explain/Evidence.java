package org.minsheng.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.Together;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * The rows of the lake's tables that a figure rests on: each table is read once, all of them at the same time.
 *
 * @param progress those of the region and of those in it, in the year
 * @param projection those of the region
 * @param observations of the series of the formula, for the region and those in it: in the years that go in, of zones in all years
 * @param withdrawn those of the observations that are withdrawn, with by what
 * @param flags of these observations
 * @param rejects of the same series and regions, in files that have figures of the year, or of no year
 */
record Evidence(
        List<Row> progress,
        List<Row> projection,
        List<Row> observations,
        List<Row> withdrawn,
        List<Row> flags,
        List<Row> rejects) {
    private static final String[] TERM = {
        ObservationTable.SERIES, ObservationTable.REF_AREA, ObservationTable.TIME_PERIOD
    };

    /** Reads them. */
    static Evidence read(
            Lake lake, Figures figures, Question question, List<Region> members, Regions regions, AsOf asOf) {
        List<Region> all = Stream.concat(Stream.of(question.region()), members.stream())
                .distinct()
                .toList();
        Object[] series = terms(question).map(Term::series).distinct().toArray();
        Object[] years = terms(question)
                .map(term -> question.year() - term.lag())
                .distinct()
                .toArray();
        Object[] codes = codes(all.stream(), regions);
        Object[] zones = codes(members.stream().filter(member -> member.level() == Level.ZONE), regions);
        Column isOfTerms = col(ObservationTable.SERIES).isin(series);
        Column isOfYears = col(ObservationTable.TIME_PERIOD).isin(years);
        Column isThere = col(ObservationTable.REF_AREA).isin(codes);
        Column isKnown = col(ObservationTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant())));
        Column isIndicator =
                col(ProgressTable.INDICATOR).equalTo(question.indicator().id());
        Dataset<Row> progress = figures.progress()
                .filter(isIndicator
                        .and(col(ProgressTable.TIME_PERIOD).equalTo(question.year()))
                        .and(col(ProgressTable.REF_AREA)
                                .isin(all.stream().map(Region::code).toArray())));
        Dataset<Row> projection = figures.projection()
                .filter(isIndicator.and(
                        col(ProjectionTable.REF_AREA).equalTo(question.region().code())))
                .orderBy(ProjectionTable.TIME_PERIOD);
        Dataset<Row> observations = lake.read(ObservationTable.TABLE)
                .filter(isOfTerms.and(
                        isThere.and(isOfYears).or(col(ObservationTable.REF_AREA).isin(zones))));
        Dataset<Row> flags = lake.read(FlagTable.TABLE)
                .filter(isOfTerms.and(isThere).and(isOfYears))
                .orderBy(Stream.concat(Stream.of(FlagTable.CHECK), Stream.of(TERM))
                        .map(name -> col(name))
                        .toArray(Column[]::new));
        Dataset<Row> rejects = lake.read(RejectTable.TABLE)
                .filter(isOfTerms.and(isThere).and(isKnown))
                .orderBy(RejectTable.RECEIVED_AT, RejectTable.FILE, RejectTable.SHEET, RejectTable.CELL);
        List<List<Row>> rows = Together.call(List.of(
                progress::collectAsList,
                projection::collectAsList,
                observations::collectAsList,
                lake.read(WithdrawalTable.TABLE).filter(isKnown)::collectAsList,
                figures.stored() ? flags::collectAsList : List::of,
                rejects::collectAsList));
        SparkSession spark = observations.sparkSession();
        return new Evidence(
                rows.get(0),
                rows.get(1),
                rows.get(2),
                withdrawn(spark, rows.get(2), rows.get(3), asOf),
                rows.get(4),
                ofYears(rows.get(5), lake, isOfTerms, Set.of(years)));
    }

    /** The row of the region in the year, if there is one. */
    Optional<Row> row(Region region) {
        return progress.stream()
                .filter(row -> row.getAs(ProgressTable.REF_AREA).equals(region.code()))
                .findFirst();
    }

    /** What was sent for the terms of the formula under some codes, in the years that go in. */
    List<Row> sent(Question question, Collection<String> codes) {
        return observations.stream()
                .filter(row -> codes.contains(row.<String>getAs(ObservationTable.REF_AREA)))
                .filter(row -> terms(question)
                        .anyMatch(term -> term.series().equals(row.getAs(ObservationTable.SERIES))
                                && question.year() - term.lag() == row.<Integer>getAs(ObservationTable.TIME_PERIOD)))
                .toList();
    }

    /** Whether anything was ever sent under some codes that may count, in whatever year. */
    boolean isAnythingSent(Collection<String> codes, Cells cells) {
        return observations.stream()
                .filter(row -> codes.contains(row.<String>getAs(ObservationTable.REF_AREA)))
                .anyMatch(row -> cells.mayCount(row) && row.getAs(ObservationTable.OBS_VALUE) != null);
    }

    private static Stream<Term> terms(Question question) {
        return question.indicator().formula().terms();
    }

    /** Those of all times. */
    private static Object[] codes(Stream<Region> some, Regions regions) {
        return some.flatMap(region -> regions.succession(region).stream())
                .map(Region::code)
                .toArray();
    }

    /** By the lake's own rule; most lakes have no withdrawals, and need no second look. */
    private static List<Row> withdrawn(SparkSession spark, List<Row> observations, List<Row> withdrawals, AsOf asOf) {
        return withdrawals.isEmpty()
                ? List.of()
                : WithdrawalTable.withdrawn(
                                spark.createDataFrame(observations, ObservationTable.TABLE.schema()),
                                spark.createDataFrame(withdrawals, WithdrawalTable.TABLE.schema()),
                                asOf.instant(),
                                asOf.zone())
                        .collectAsList();
    }

    /** A reject has no year of its own: what its file says of the series tells which it may be of. */
    private static List<Row> ofYears(List<Row> rejects, Lake lake, Column isOfTerms, Set<Object> years) {
        if (rejects.isEmpty()) {
            return rejects;
        }
        Object[] files = rejects.stream()
                .map(row -> row.getAs(RejectTable.SUBMISSION_ID))
                .distinct()
                .toArray();
        List<Row> told = lake.read(ObservationTable.TABLE)
                .filter(isOfTerms.and(col(ObservationTable.SUBMISSION_ID).isin(files)))
                .select(ObservationTable.SUBMISSION_ID, ObservationTable.TIME_PERIOD)
                .distinct()
                .collectAsList();
        Set<Object> ofAnyYear = told.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        Set<Object> ofTheYear = told.stream()
                .filter(row -> years.contains(row.get(1)))
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        return rejects.stream()
                .filter(row -> {
                    Object file = row.getAs(RejectTable.SUBMISSION_ID);
                    return ofTheYear.contains(file) || !ofAnyYear.contains(file);
                })
                .toList();
    }
}
