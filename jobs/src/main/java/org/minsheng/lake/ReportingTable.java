package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code reporting}: who owed which series by when, and what came. */
public final class ReportingTable {
    public static final String OFFICE = "office";
    public static final String SERIES = ObservationTable.SERIES;
    public static final String TIME_PERIOD = ObservationTable.TIME_PERIOD;
    public static final String DUE_ON = "due_on";
    public static final String REGIONS_OWED = "regions_owed";
    public static final String REGIONS_REPORTED = "regions_reported";
    public static final String MISSING = "missing";
    public static final String FIRST_RECEIVED_AT = "first_received_at";
    public static final String LAST_RECEIVED_AT = "last_received_at";
    public static final String DAYS_LATE = "days_late";
    public static final String STATE = "state";

    public static final String COMPLETE = "complete";
    public static final String PARTIAL = "partial";
    public static final String NOTHING = "nothing";
    public static final String NOT_DUE = "not_due";

    public static final Table TABLE = new Table(
            "reporting",
            new StructType(new StructField[] {
                Columns.needed(OFFICE, StringType, "office that answers for the series"),
                Columns.needed(SERIES, StringType, "series of the catalogue"),
                Columns.needed(TIME_PERIOD, IntegerType, "year that is reported on"),
                Columns.needed(DUE_ON, DateType, "last day on which the report is in time"),
                Columns.needed(REGIONS_OWED, IntegerType, "regions of which the series is owed"),
                Columns.needed(REGIONS_REPORTED, IntegerType, "of these, regions with a value"),
                Columns.needed(
                        MISSING,
                        createArrayType(StringType),
                        "codes of those without one, in the order of the divisions"),
                Columns.optional(FIRST_RECEIVED_AT, TimestampType, "when the first of the values in use came, UTC"),
                Columns.optional(LAST_RECEIVED_AT, TimestampType, "when the last of them came, UTC"),
                Columns.optional(
                        DAYS_LATE, IntegerType, "days that the last came after the due day; null while some lack"),
                Columns.needed(STATE, StringType, "complete, partial, nothing, or not_due where nothing is due yet"),
            }),
            List.of(OFFICE, SERIES, TIME_PERIOD));

    private ReportingTable() {}
}
