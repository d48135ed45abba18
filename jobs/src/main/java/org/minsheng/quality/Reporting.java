package org.minsheng.quality;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.minsheng.lake.ReportingTable.COMPLETE;
import static org.minsheng.lake.ReportingTable.DAYS_LATE;
import static org.minsheng.lake.ReportingTable.DUE_ON;
import static org.minsheng.lake.ReportingTable.FIRST_RECEIVED_AT;
import static org.minsheng.lake.ReportingTable.LAST_RECEIVED_AT;
import static org.minsheng.lake.ReportingTable.MISSING;
import static org.minsheng.lake.ReportingTable.NOTHING;
import static org.minsheng.lake.ReportingTable.NOT_DUE;
import static org.minsheng.lake.ReportingTable.OFFICE;
import static org.minsheng.lake.ReportingTable.PARTIAL;
import static org.minsheng.lake.ReportingTable.REGIONS_OWED;
import static org.minsheng.lake.ReportingTable.REGIONS_REPORTED;
import static org.minsheng.lake.ReportingTable.SERIES;
import static org.minsheng.lake.ReportingTable.STATE;
import static org.minsheng.lake.ReportingTable.TIME_PERIOD;

import java.sql.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Owed;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.Touched;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Holds what came against what was owed: each responsible office reports on each year by a day of that year. */
public final class Reporting {
    /** The regions with a value, by their codes. */
    private static final String REPORTING = "reporting";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;

    /** Reporting on a catalogue, as known at an instant. */
    public Reporting(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
    }

    /** From the observations in use to rows of the table reporting. */
    public Dataset<Row> run(Dataset<Row> inUse) {
        return run(inUse, Touched.all());
    }

    /** The rows of some series, from their observations. */
    Dataset<Row> run(Dataset<Row> inUse, Touched series) {
        Column today = lit(Date.valueOf(asOf.day()));
        Column isComplete = size(col(MISSING)).equalTo(0);
        Column notDue = col(DUE_ON).geq(today);
        return owed(series)
                .join(received(inUse), new String[] {SERIES, TIME_PERIOD}, "left")
                .withColumn(
                        MISSING,
                        when(col(REPORTING).isNull(), col(MISSING))
                                .otherwise(array_except(col(MISSING), col(REPORTING))))
                .withColumn(REGIONS_REPORTED, col(REGIONS_OWED).minus(size(col(MISSING))))
                .withColumn(
                        DAYS_LATE,
                        when(
                                isComplete,
                                greatest(
                                        lit(0),
                                        datediff(
                                                to_date(from_utc_timestamp(
                                                        col(LAST_RECEIVED_AT),
                                                        asOf.zone().getId())),
                                                col(DUE_ON)))))
                .withColumn(
                        STATE,
                        when(isComplete, COMPLETE)
                                .when(notDue, NOT_DUE)
                                .when(col(REGIONS_REPORTED).gt(0), PARTIAL)
                                .otherwise(NOTHING));
    }

    /** Of the values in use: of which of the regions that owe them, and when they came. */
    private Dataset<Row> received(Dataset<Row> inUse) {
        return inUse.filter(col(ObservationTable.OBS_VALUE).isNotNull())
                .join(broadcast(owing()), new String[] {SERIES, ObservationTable.REF_AREA})
                .groupBy(SERIES, TIME_PERIOD)
                .agg(
                        collect_list(ObservationTable.REF_AREA).as(REPORTING),
                        min(ObservationTable.RECEIVED_AT).as(FIRST_RECEIVED_AT),
                        max(ObservationTable.RECEIVED_AT).as(LAST_RECEIVED_AT));
    }

    /** That a region owes a series. */
    private record Owing(Owed owed, Region region) {}

    /** One row per series and region that owes it, whatever its code was. */
    private Dataset<Row> owing() {
        return new Lookup<Owing>()
                .column(SERIES, StringType, owing -> owing.owed().series().id())
                .column(
                        ObservationTable.REF_AREA,
                        StringType,
                        owing -> owing.region().code())
                .of(
                        spark,
                        Owed.of(catalogue).stream()
                                .flatMap(owed -> owing(owed).map(region -> new Owing(owed, region))));
    }

    private Stream<Region> owing(Owed owed) {
        return regions.all().stream()
                .filter(region -> region.level() == owed.series().level());
    }

    /**
     * That a series is owed for a year.
     *
     * @param regions the codes in that year of those that owe it
     */
    private record Due(Owed owed, int year, List<String> regions) {}

    /** One row per office, series and year from the policy's first on, as if nothing had come. */
    private Dataset<Row> owed(Touched series) {
        int first = catalogue.policy().issued().getYear();
        int last = asOf.day().getYear();
        return new Lookup<Due>()
                .column(OFFICE, StringType, due -> due.owed().office())
                .column(SERIES, StringType, due -> due.owed().series().id())
                .column(TIME_PERIOD, IntegerType, Due::year)
                .column(
                        DUE_ON,
                        DateType,
                        due -> Date.valueOf(catalogue.policy().reportDue().atYear(due.year())))
                .column(REGIONS_OWED, IntegerType, due -> due.regions().size())
                .column(MISSING, createArrayType(StringType), Due::regions)
                .of(
                        spark,
                        Owed.of(catalogue).stream()
                                .filter(owed -> series.has(owed.series().id()))
                                .flatMap(owed ->
                                        IntStream.rangeClosed(first, last).mapToObj(year -> due(owed, year))));
    }

    private Due due(Owed owed, int year) {
        return new Due(
                owed,
                year,
                owing(owed)
                        .filter(region -> region.validIn(year))
                        .map(Region::code)
                        .toList());
    }
}
