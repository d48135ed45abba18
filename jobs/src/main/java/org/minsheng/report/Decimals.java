package org.minsheng.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ProgressTable;

/**
 * How many decimals a figure is shown with: those of its indicator, and as many more as it takes for what is shown to stand
 * on the same side of what it is held against as the figure does. 94.96 is not 95.0 where 95 is asked.
 */
final class Decimals {
    /** As many as the tables hold. */
    private static final int MOST = 9;

    private static final double TWO_FIGURES = 9.5;

    private Decimals() {}

    /** Of a row's value, whatever it is: a share of counties has one. */
    static int of(Row row, Indicator indicator) {
        return row == null || row.getAs(ProgressTable.VALUE_IS).equals(ProgressTable.VALUE) ? indicator.decimals() : 1;
    }

    /** For a figure; whatever is not zero is not shown as zero either. */
    static int of(double figure, int fewest, double... against) {
        int decimals = fewest;
        while (decimals < MOST && !tells(figure, decimals, against)) {
            decimals++;
        }
        return decimals;
    }

    private static boolean tells(double figure, int decimals, double... against) {
        double shown = rounded(figure, decimals, RoundingMode.HALF_UP);
        return (shown == 0) == (figure == 0)
                && Arrays.stream(against)
                        .allMatch(bound -> Double.compare(shown, bound) == Double.compare(figure, bound));
    }

    /** As many as it takes to show two figures of what is not zero. */
    static int significant(double figure, int fewest) {
        int decimals = fewest;
        while (decimals < MOST && figure != 0 && Math.abs(figure) * Math.pow(10, decimals) < TWO_FIGURES) {
            decimals++;
        }
        return decimals;
    }

    /** Away from zero, for what has to be done: a little less would not do. */
    static double up(double figure, int decimals) {
        return up(BigDecimal.valueOf(figure), decimals).doubleValue();
    }

    /** The same of an exact figure. */
    static BigDecimal up(BigDecimal figure, int decimals) {
        return figure.setScale(MOST, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.UP);
    }

    /** A figure in a sentence. */
    static String text(double figure, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
    }

    /** A number of the policy as it is written there, with a comma between thousands. */
    static String plain(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    private static double rounded(double figure, int decimals, RoundingMode how) {
        return BigDecimal.valueOf(figure).setScale(decimals, how).doubleValue();
    }
}
