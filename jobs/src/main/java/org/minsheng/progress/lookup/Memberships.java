package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.minsheng.progress.lookup.Codes.REPORTER_NO;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.lake.Lookup;
import org.minsheng.progress.lookup.Geography.Membership;

/** One row per region of today and region that it counts in, itself among them, with the years in which it does. */
public final class Memberships {
    /** Number of the region that it counts in. */
    public static final String AREA_NO = "area_no";
    /** The first year of a span, that year included. */
    public static final String FIRST_YEAR = "first_year";
    /** The last year of a span, that year included. */
    public static final String LAST_YEAR = "last_year";

    private Memberships() {}

    static Dataset<Row> of(SparkSession spark, Geography geography) {
        return new Lookup<Membership>()
                .column(REPORTER_NO, IntegerType, membership -> geography.numberToday(membership.reporter()))
                .column(AREA_NO, IntegerType, membership -> geography.number(membership.area()))
                .column(FIRST_YEAR, IntegerType, Membership::first)
                .column(LAST_YEAR, IntegerType, Membership::last)
                .of(spark, geography.memberships().stream());
    }
}
