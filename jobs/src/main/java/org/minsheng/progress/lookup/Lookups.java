package org.minsheng.progress.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Divisions;
import org.minsheng.region.Regions;

/**
 * The lookup tables of the stage, each described by the class of its name. Indicators, terms of formulas and regions have numbers
 * in them, as whole numbers are sorted and grouped several times as fast as names.
 */
public record Lookups(
        Dataset<Row> indicators,
        Dataset<Row> terms,
        Dataset<Row> codes,
        Dataset<Row> zoneCodes,
        Dataset<Row> memberships,
        Dataset<Row> levels,
        Dataset<Row> areas) {
    /**
     * Those of a catalogue and its regions.
     *
     * @param wanted which indicators they are of, by id
     * @param day the targets are those in force on it
     */
    public static Lookups of(
            SparkSession spark,
            Catalogue catalogue,
            Predicate<String> wanted,
            Regions regions,
            Divisions divisions,
            LocalDate day) {
        List<NumberedIndicator> indicators = NumberedIndicator.of(catalogue, wanted);
        Geography geography = new Geography(regions, divisions);
        return new Lookups(
                Indicators.of(spark, catalogue, indicators, day),
                Terms.of(spark, indicators),
                Codes.of(spark, geography),
                Codes.ofZones(spark, geography),
                Memberships.of(spark, geography),
                Levels.of(spark, geography),
                Areas.of(spark, geography));
    }
}
