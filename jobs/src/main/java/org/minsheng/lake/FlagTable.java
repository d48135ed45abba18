package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code flag}: observations that are in use, or stand beside those, and that a check finds worth a look. */
public final class FlagTable {
    public static final String CHECK = "check";
    public static final String SERIES = ObservationTable.SERIES;
    public static final String REF_AREA = ObservationTable.REF_AREA;
    public static final String TIME_PERIOD = ObservationTable.TIME_PERIOD;
    public static final String OBS_VALUE = ObservationTable.OBS_VALUE;
    public static final String OTHER_VALUE = "other_value";
    public static final String OTHER = "other";
    public static final String SUBMISSION_ID = SubmissionTable.SUBMISSION_ID;
    public static final String FILE = SubmissionTable.FILE;
    public static final String SHEET = ObservationTable.SHEET;
    public static final String CELL = ObservationTable.CELL;

    /** The value is beyond what is usual for the series; the other value is the bound. */
    public static final String UNUSUAL = "unusual";
    /** A part is larger than its whole; the other value is the largest that it could be. */
    public static final String ABOVE_WHOLE = "above_whole";
    /** What a prefecture or the province reports is not the sum of its counties, which is the other value. */
    public static final String NOT_THE_SUM = "not_the_sum";
    /** The value is many times that of the year before, which is the other value, or a small part of it. */
    public static final String JUMP = "jump";

    /** What was there, or the stage that was reached, in the last earlier year with a value, the other value, is not any more. */
    public static final String STEP_BACK = "step_back";

    /**
     * A table of an office that is no provider of the series says something else, the other value; or something where no
     * provider says anything: then there is no value in use.
     */
    public static final String OTHER_PROVIDER = "other_provider";
    /** The marks for missing of a file took the place of many values, as many as the other value says; this is the first. */
    public static final String TAKES_AWAY = "takes_away";

    public static final Table TABLE = new Table(
            "flag",
            new StructType(new StructField[] {
                Columns.needed(
                        CHECK,
                        StringType,
                        "unusual, above_whole, not_the_sum, jump, step_back, other_provider or takes_away"),
                Columns.needed(SERIES, StringType, "series of the catalogue"),
                Columns.needed(REF_AREA, StringType, "code in force in the period, as in regions.csv"),
                Columns.needed(TIME_PERIOD, IntegerType, "year"),
                Columns.optional(OBS_VALUE, DoubleType, "in use, in the series' unit; null where there is none"),
                Columns.needed(
                        OTHER_VALUE,
                        DoubleType,
                        "what it was held against, in the series' unit; of takes_away how many values"),
                Columns.needed(
                        OTHER,
                        StringType,
                        "what that is: least, most, another series, counties, a year, a file with its cell, or values"),
                Columns.needed(SUBMISSION_ID, StringType, "submission it came with"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(SHEET, StringType, "sheet; empty for a text file"),
                Columns.needed(CELL, StringType, "cell, such as C12"),
            }),
            List.of(CHECK, SERIES, REF_AREA, TIME_PERIOD));

    private FlagTable() {}
}
