package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Arithmetic whose result does not depend on the order of its parts, in doubles: decimals took half of the stage. */
final class Exact {
    /** Values are compared and kept to nine decimals, far below what any table gives, so that 0.9 x 100 is 90. */
    static final int DECIMALS = 9;

    private static final double SCALE = 1e9;
    /** From here on doubles are farther apart than the ninth decimal. */
    private static final double LARGE = (1L << 52) / SCALE;

    private static final double PARTS = 1e8;

    private Exact() {}

    /** A value to nine decimals; one too large to have them as it is. */
    static Column rounded(Column value) {
        // Plus zero, as a negative zero is shown with its sign.
        return when(
                        abs(value).lt(LARGE),
                        rint(value.multiply(SCALE)).divide(SCALE).plus(0.0))
                .otherwise(value);
    }

    /** The same of one value. */
    static double rounded(double value) {
        return Math.abs(value) < LARGE ? Math.rint(value * SCALE) / SCALE + 0.0 : value;
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
