package org.minsheng.equity.score;

/** How parts become a whole: both ways are weighted means, the geometric one of logarithms. */
enum Aggregation {
    /** What one part lacks another makes up for. */
    ARITHMETIC {
        @Override
        double before(double part) {
            return part;
        }

        @Override
        double after(double mean) {
            return mean;
        }
    },
    /** It makes up for less of it the more is lacking; parts below 1 are taken as 1, or a single zero would be all that counts. */
    GEOMETRIC {
        @Override
        double before(double part) {
            return StrictMath.log(Math.max(1, part));
        }

        @Override
        double after(double mean) {
            return StrictMath.exp(mean);
        }
    };

    /** What the mean is of. */
    abstract double before(double part);

    /** What the mean stands for; larger where the mean is. */
    abstract double after(double mean);
}
