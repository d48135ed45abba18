package org.minsheng.equity.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** What the regions of a card score in its indicators, and of which components that is enough. */
final class Marks {
    /** As weights such as 0.1 have no exact sums. */
    private static final double TOLERANCE = 1e-9;

    private final Card card;
    private final double[][] scores;
    private final int[][] counts;

    /**
     * The marks of a card.
     *
     * @param rows region, indicator and score, each pair once, in any order; null where nothing came
     * @param leastPresent the least share, by weight, of the parts of a component that must be there
     */
    Marks(Card card, List<Row> rows, double leastPresent) {
        this.card = card;
        scores = new double[card.indicators().size()][card.regions().size()];
        for (double[] ofIndicator : scores) {
            Arrays.fill(ofIndicator, Double.NaN);
        }
        Map<String, Integer> indicators = numbered(card.indicators());
        Map<String, Integer> regions = numbered(card.regions());
        for (Row row : rows == null ? List.<Row>of() : rows) {
            Integer indicator = indicators.get(row.getString(1));
            Integer region = regions.get(row.getString(0));
            if (indicator != null && region != null) {
                scores[indicator][region] = row.getDouble(2);
            }
        }
        counts = counts(leastPresent);
    }

    private static Map<String, Integer> numbered(List<String> words) {
        Map<String, Integer> numbers = new HashMap<>();
        words.forEach(word -> numbers.put(word, numbers.size()));
        return numbers;
    }

    /** By slot and region how many indicators with a score are there; less than 0, by their number, where these are too few. */
    private int[][] counts(double leastPresent) {
        double[] weights = card.weights();
        int first = scores.length;
        int[][] found = new int[weights.length][card.regions().size()];
        for (int region = 0; region < card.regions().size(); region++) {
            for (int slot = 0; slot < first; slot++) {
                found[slot][region] = Double.isNaN(scores[slot][region]) ? 0 : 1;
            }
            for (int slot = first; slot < weights.length; slot++) {
                double all = 0;
                double there = 0;
                int count = 0;
                for (int part : card.components().get(slot - first).parts()) {
                    all += weights[part];
                    if (found[part][region] > 0) {
                        there += weights[part];
                        count += found[part][region];
                    }
                }
                found[slot][region] = there >= (leastPresent - TOLERANCE) * all ? count : -count;
            }
        }
        return found;
    }

    /** The scores by indicator and region; NaN where there is none. */
    double[][] scores() {
        return scores;
    }

    /** How many indicators with a score a region has in a component; those in a part that has no score are not in it. */
    int indicators(int component, int region) {
        return Math.abs(counts[scores.length + component][region]);
    }

    /**
     * The weighted means by component and region; NaN where too few of the parts are there, which other weights do not change.
     *
     * @param marks by indicator and region, as {@link #scores()}, or what is made of these
     * @param weights by slot
     */
    double[][] means(double[][] marks, double[] weights) {
        double[][] values = Arrays.copyOf(marks, weights.length);
        for (int slot = marks.length; slot < values.length; slot++) {
            values[slot] = meanOfParts(slot, values, weights);
        }
        return Arrays.copyOfRange(values, marks.length, values.length);
    }

    /** The same of one component, for which only what is in it is worked out. */
    double[] mean(int component, double[][] marks, double[] weights) {
        return value(marks.length + component, Arrays.copyOf(marks, weights.length), weights);
    }

    private double[] value(int slot, double[][] values, double[] weights) {
        if (values[slot] == null) {
            card.components().get(slot - scores.length).parts().forEach(part -> value(part, values, weights));
            values[slot] = meanOfParts(slot, values, weights);
        }
        return values[slot];
    }

    private double[] meanOfParts(int slot, double[][] values, double[] weights) {
        double[] mean = new double[card.regions().size()];
        double[] there = new double[mean.length];
        for (int part : card.components().get(slot - scores.length).parts()) {
            for (int region = 0; region < mean.length; region++) {
                if (counts[part][region] > 0) {
                    mean[region] += weights[part] * values[part][region];
                    there[region] += weights[part];
                }
            }
        }
        for (int region = 0; region < mean.length; region++) {
            mean[region] = counts[slot][region] > 0 ? mean[region] / there[region] : Double.NaN;
        }
        return mean;
    }
}
