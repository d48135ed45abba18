package org.minsheng.equity.score;

import java.util.Arrays;

/** How the scores of the regions in an indicator are made comparable with those in others, on a scale of 0 to 100. */
enum Normalisation {
    /** As they are: how near to the target. */
    TARGET {
        @Override
        double[] spread(double[] scores, double least, double most) {
            return scores;
        }
    },
    /** From 0 of the worst to 100 of the best. */
    MIN_MAX {
        @Override
        double[] spread(double[] scores, double least, double most) {
            return Arrays.stream(scores)
                    .map(score -> (score - least) / (most - least) * 100)
                    .toArray();
        }
    },
    /** The share of the others that a region is not behind: whoever meets a target has 100, however many do. */
    PERCENTILE {
        @Override
        double[] spread(double[] scores, double least, double most) {
            double others =
                    Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count() - 1.0;
            int[] ranks = Ranks.of(scores);
            double[] notBehind = new double[scores.length];
            for (int i = 0; i < notBehind.length; i++) {
                notBehind[i] = Double.isNaN(scores[i]) ? Double.NaN : (others + 1 - ranks[i]) / others * 100;
            }
            return notBehind;
        }
    };

    /** The scores made comparable; NaN, which is none, stays. Where all are the same they stay too. */
    double[] of(double[] scores) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            if (!Double.isNaN(score)) {
                least = Math.min(least, score);
                most = Math.max(most, score);
            }
        }
        return Ranks.rounded(least) < Ranks.rounded(most) ? spread(scores, least, most) : scores;
    }

    /** The same of scores that differ. */
    abstract double[] spread(double[] scores, double least, double most);
}
