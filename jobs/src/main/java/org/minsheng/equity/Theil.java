package org.minsheng.equity;

/**
 * One of Theil's two measures, as what lies between groups of counties and what lies within them (Theil 1967, Shorrocks 1980).
 *
 * @param between what would be left if all counties of a group had its mean
 * @param within what lies within the groups, each weighed by what it has (T) or by its weight (L)
 */
record Theil(double between, double within) {
    private static final Theil NONE = new Theil(0, 0);

    /** The sum of both, which is all. */
    double total() {
        return between + within;
    }

    /**
     * T: the mean of x/μ ln(x/μ), which a county without anything adds nothing to.
     *
     * @param groupOf the number of each county's group, by the county's number
     */
    static Theil t(Distribution of, int[] groupOf) {
        if (of.isEqual()) {
            return NONE;
        }
        Groups groups = new Groups(of, groupOf);
        double all = of.weight() * of.mean();
        double[] within = new double[groups.count()];
        for (int i = 0; i < of.size(); i++) {
            int group = groupOf[of.regions()[i]];
            double value = of.values()[i];
            if (value > 0) {
                within[group] += of.weights()[i] * value * (of.logarithms()[i] - groups.logarithm(group));
            }
        }
        double between = 0;
        double inside = 0;
        for (int group = 0; group < within.length; group++) {
            if (groups.amount(group) > 0) {
                between += groups.amount(group) * (groups.logarithm(group) - StrictMath.log(of.mean()));
                inside += Math.max(0, within[group]);
            }
        }
        return new Theil(Math.max(0, between / all), inside / all);
    }

    /** L, the mean of ln(μ/x); null where a county has nothing, as it would be without limit. */
    static Theil l(Distribution of, int[] groupOf) {
        if (of.isEqual()) {
            return NONE;
        } else if (of.minimum() == 0) {
            return null;
        }
        Groups groups = new Groups(of, groupOf);
        double[] within = new double[groups.count()];
        for (int i = 0; i < of.size(); i++) {
            int group = groupOf[of.regions()[i]];
            within[group] += of.weights()[i] * (groups.logarithm(group) - of.logarithms()[i]);
        }
        double between = 0;
        double inside = 0;
        for (int group = 0; group < within.length; group++) {
            if (groups.weight(group) > 0) {
                between += groups.weight(group) * (StrictMath.log(of.mean()) - groups.logarithm(group));
                inside += Math.max(0, within[group]);
            }
        }
        return new Theil(Math.max(0, between / of.weight()), inside / of.weight());
    }

    /** The weight of each group, and what it has. */
    private static final class Groups {
        private final double[] weights;
        private final double[] amounts;
        private final double[] logarithms;

        Groups(Distribution of, int[] groupOf) {
            int count = 0;
            for (int region : of.regions()) {
                count = Math.max(count, groupOf[region] + 1);
            }
            weights = new double[count];
            amounts = new double[count];
            for (int i = 0; i < of.size(); i++) {
                int group = groupOf[of.regions()[i]];
                weights[group] += of.weights()[i];
                amounts[group] += of.weights()[i] * of.values()[i];
            }
            logarithms = new double[count];
            for (int group = 0; group < count; group++) {
                logarithms[group] = StrictMath.log(amounts[group] / weights[group]);
            }
        }

        int count() {
            return weights.length;
        }

        double weight(int group) {
            return weights[group];
        }

        double amount(int group) {
            return amounts[group];
        }

        /** That of the mean of a group. */
        double logarithm(int group) {
            return logarithms[group];
        }
    }
}
