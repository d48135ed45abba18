package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.region.Region;

/** One row per code of any time: the region of today that goes on with it, and the people of that at the census. */
public final class Codes {
    /** The code. */
    public static final String ANY_CODE = "any_code";
    /** Number of the region of the code. */
    public static final String CODE_NO = "code_no";
    /** Number of the region that goes on with it today. */
    public static final String REPORTER_NO = "reporter_no";
    /** The people of that, null where they are not known. */
    public static final String PEOPLE = "people";

    private Codes() {}

    static Dataset<Row> of(SparkSession spark, Geography geography) {
        return new Lookup<Region>()
                .column(ANY_CODE, StringType, Region::code)
                .column(CODE_NO, IntegerType, geography::number)
                .column(REPORTER_NO, IntegerType, geography::numberToday)
                .column(PEOPLE, LongType, geography::people)
                .of(spark, geography.ever());
    }

    /** Those of zones only, with the number of the zone that goes on with each. */
    static Dataset<Row> ofZones(SparkSession spark, Geography geography) {
        return new Lookup<Region>()
                .column(ANY_CODE, StringType, Region::code)
                .column(REPORTER_NO, IntegerType, geography::numberToday)
                .of(spark, geography.ever().filter(region -> region.level() == Level.ZONE));
    }
}
