package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Arithmetic whose result does not depend on the order of its parts, in doubles: decimals took half of the stage. */
final class Exact {
    /** Values are compared and kept to nine decimals, far below what any table gives, so that 0.9 x 100 is 90. */
    private static final double SCALE = 1e9;

    private static final int DECIMALS = 9;

    /** What a double holds whatever its tail; a spreadsheet shows no more either. */
    private static final int DIGITS = 15;

    /** From here on doubles are farther apart than the ninth decimal. */
    private static final double LARGE = (1L << 52) / SCALE;

    /** Up to here nine decimals are no more than fifteen digits. */
    private static final double SMALL = 1e6;

    private static final double PARTS = 1e8;

    private Exact() {}

    /** A value to nine decimals; one too large to have them as it is. */
    static Column rounded(Column value) {
        return when(abs(value).lt(LARGE), to(value, lit(SCALE))).otherwise(value);
    }

    /**
     * A value to nine decimals, or to fifteen digits where these are fewer decimals; a whole one of more digits as it is. Of a
     * column, not of an expression: it is named several times.
     */
    static Column figure(Column value) {
        Column decimals = greatest(lit(0.0), lit(DIGITS - 1.0).minus(floor(log10(abs(value)))));
        return when(abs(value).lt(SMALL), to(value, lit(SCALE))).otherwise(to(value, pow(lit(10.0), decimals)));
    }

    private static Column to(Column value, Column scale) {
        // Plus zero, as a negative zero is shown with its sign.
        return rint(value.multiply(scale)).divide(scale).plus(0.0);
    }

    /** The same of one value. */
    static double figure(double value) {
        double decimals = Math.max(0, Math.min(DECIMALS, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))));
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale + 0.0;
    }

    /** The sum of values to eight decimals; exact up to 9e15, as doubles add whole numbers up to there without error. */
    static Column sum(Column value) {
        Column whole = rint(value);
        Column parts = rint(value.minus(whole).multiply(PARTS));
        return rounded(org.apache
                .spark
                .sql
                .functions
                .sum(whole)
                .plus(org.apache.spark.sql.functions.sum(parts).divide(PARTS)));
    }
}
