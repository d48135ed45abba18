package org.minsheng.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
 * @param rejects of the same series and regions, in sheets that have figures of the year, or of no year
 */
record Evidence(
        List<Row> progress,
        List<Row> projection,
        List<Row> observations,
        List<Row> withdrawn,
        List<Row> flags,
        List<Row> rejects) {
    /** Reads them. */
    static Evidence read(
            Lake lake, Figures figures, Question question, List<Region> members, Regions regions, AsOf asOf) {
        List<Region> all = Stream.concat(Stream.of(question.region()), members.stream())
                .distinct()
                .toList();
        Object[] years = terms(question)
                .map(term -> question.year() - term.lag())
                .distinct()
                .toArray();
        Column isOfTerms = col(ObservationTable.SERIES)
                .isin(terms(question).map(Term::series).distinct().toArray());
        Column isThere = col(ObservationTable.REF_AREA).isin(codes(all.stream(), regions));
        Column isOfYears = isThere.and(col(ObservationTable.TIME_PERIOD).isin(years));
        Column isOfZones = col(ObservationTable.REF_AREA)
                .isin(codes(members.stream().filter(member -> member.level() == Level.ZONE), regions));
        Column isOfKeys = col(RejectTable.CELL).isin(keys(question, codes(all.stream(), regions)));
        Column isKnown = col(ObservationTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant())));
        Dataset<Row> observations = lake.read(ObservationTable.TABLE).filter(isOfTerms.and(isOfYears.or(isOfZones)));
        List<List<Row>> rows = Together.call(List.of(
                progress(figures, question, all)::collectAsList,
                projection(figures, question)::collectAsList,
                observations::collectAsList,
                () -> lake.read(WithdrawalTable.TABLE).filter(isKnown).collectAsList(),
                figures.flags().filter(isOfTerms.and(isOfYears))::collectAsList,
                () -> lake.read(RejectTable.TABLE)
                        .filter(isOfTerms.and(isThere).or(isOfKeys).and(isKnown))
                        .collectAsList()));
        return new Evidence(
                rows.get(0),
                ordered(rows.get(1), ProjectionTable.TIME_PERIOD),
                rows.get(2),
                withdrawn(observations.sparkSession(), rows.get(2), rows.get(3), asOf),
                ordered(rows.get(4), FlagTable.CHECK, FlagTable.SERIES, FlagTable.REF_AREA, FlagTable.TIME_PERIOD),
                ordered(
                        ofYears(rows.get(5), lake, isOfTerms, Set.of(years)),
                        RejectTable.RECEIVED_AT,
                        RejectTable.FILE,
                        RejectTable.SHEET,
                        RejectTable.CELL));
    }

    /** By which rejects of canonical files name what they are of. */
    private static Object[] keys(Question question, Object[] codes) {
        return terms(question)
                .flatMap(term -> Arrays.stream(codes)
                        .map(code -> term.series() + "," + code + "," + (question.year() - term.lag())))
                .toArray();
    }

    private static Dataset<Row> progress(Figures figures, Question question, List<Region> all) {
        return figures.progress()
                .filter(col(ProgressTable.INDICATOR)
                        .equalTo(question.indicator().id())
                        .and(col(ProgressTable.TIME_PERIOD).equalTo(question.year()))
                        .and(col(ProgressTable.REF_AREA)
                                .isin(all.stream().map(Region::code).toArray())));
    }

    private static Dataset<Row> projection(Figures figures, Question question) {
        return figures.projection()
                .filter(col(ProjectionTable.INDICATOR)
                        .equalTo(question.indicator().id())
                        .and(col(ProjectionTable.REF_AREA)
                                .equalTo(question.region().code())));
    }

    /** Here and not by Spark, to which sorting a handful of rows is another job or two. */
    private static List<Row> ordered(List<Row> rows, String... columns) {
        Comparator<Row> order = Arrays.stream(columns)
                .map(column -> Comparator.comparing((Row row) -> row.<Comparable<Object>>getAs(column)))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return rows.stream().sorted(order).toList();
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

    /** A reject of a table has no year of its own: what its sheet says of the series tells which it may be of. */
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
                .select(ObservationTable.SUBMISSION_ID, ObservationTable.SHEET, ObservationTable.TIME_PERIOD)
                .distinct()
                .collectAsList();
        Set<Object> ofAnyYear = told.stream().map(Evidence::sheet).collect(Collectors.toSet());
        Set<Object> ofTheYear = told.stream()
                .filter(row -> years.contains(row.getAs(ObservationTable.TIME_PERIOD)))
                .map(Evidence::sheet)
                .collect(Collectors.toSet());
        return rejects.stream()
                .filter(row -> {
                    boolean isFoundByKey = row.getAs(RejectTable.SERIES) == null;
                    return isFoundByKey || ofTheYear.contains(sheet(row)) || !ofAnyYear.contains(sheet(row));
                })
                .toList();
    }

    private static Object sheet(Row row) {
        return List.of(row.getAs(ObservationTable.SUBMISSION_ID), row.getAs(ObservationTable.SHEET));
    }
}
