package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;

/** What a target asks of its indicator, as the values that meet it and when it is judged. */
public sealed interface TargetKind extends Serializable {

    /** The kinds, by the words that files and tables use for them. */
    enum Name {
        LEVEL,
        AT_MOST,
        COVERAGE,
        MAINTAIN,
        ANNUAL,
        CUMULATIVE,
        RATIO_FLOOR,
        SHARE,
        ABSENCE,
        IMPROVE,
        MILESTONE;

        /** Such as {@code ratio-floor}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** To reach a value, or more ("以上" includes the value), by the deadline. */
    record Level(BigDecimal value) implements TargetKind {
        @Override
        public Name name() {
            return Name.LEVEL;
        }

        @Override
        public BigDecimal least() {
            return value;
        }
    }

    /** To reach everyone, or everything, by the deadline. */
    record Coverage(BigDecimal value) implements TargetKind {
        @Override
        public Name name() {
            return Name.COVERAGE;
        }

        @Override
        public BigDecimal least() {
            return value;
        }

        @Override
        public Operator operator() {
            return Operator.EXACTLY;
        }
    }

    /** To come down to a value, or below it ("以下", "不超过", both with the value itself), by the deadline. */
    record AtMost(BigDecimal value) implements TargetKind {
        @Override
        public Name name() {
            return Name.AT_MOST;
        }

        @Override
        public BigDecimal most() {
            return value;
        }

        @Override
        public Operator operator() {
            return Operator.AT_MOST;
        }
    }

    /** What is said of a value above the tolerance. */
    enum Above {
        /** Nothing: more is no worse. */
        FINE,
        /** That it misses the target as one below does. */
        MISSED
    }

    /**
     * To stay at a value or above it; with a tolerance, to stay about it.
     *
     * @param above what is said of a value above the tolerance; of no matter without one
     */
    record Maintain(BigDecimal value, BigDecimal tolerance, Above above) implements TargetKind {
        @Override
        public Name name() {
            return Name.MAINTAIN;
        }

        @Override
        public BigDecimal least() {
            return tolerance == null ? value : value.subtract(tolerance);
        }

        @Override
        public BigDecimal most() {
            return tolerance == null || above == Above.FINE ? null : value.add(tolerance);
        }

        @Override
        public Operator operator() {
            return tolerance == null ? Operator.AT_LEAST : Operator.ABOUT;
        }
    }

    /**
     * To reach a value anew each year. With a tolerance ("约") a little less will do; more is never a miss, for these are
     * people helped and things built.
     */
    record Annual(BigDecimal value, BigDecimal tolerance) implements TargetKind {
        @Override
        public Name name() {
            return Name.ANNUAL;
        }

        @Override
        public BigDecimal least() {
            return tolerance == null ? value : value.subtract(tolerance);
        }

        @Override
        public boolean yearly() {
            return true;
        }

        @Override
        public Operator operator() {
            return tolerance == null ? Operator.AT_LEAST : Operator.ABOUT;
        }
    }

    /** To have come to a total by the deadline, counted from the start of the policy. */
    record Cumulative(BigDecimal value) implements TargetKind {
        @Override
        public Name name() {
            return Name.CUMULATIVE;
        }

        @Override
        public BigDecimal least() {
            return value;
        }

        @Override
        public boolean lasts() {
            return true;
        }
    }

    /** Never to be below a multiple of another series, mostly last year's. */
    record RatioFloor(BigDecimal value) implements TargetKind {
        @Override
        public Name name() {
            return Name.RATIO_FLOOR;
        }

        @Override
        public BigDecimal least() {
            return value;
        }

        @Override
        public boolean yearly() {
            return true;
        }
    }

    /** To have a share of a whole, not much less and, unless more is fine, not much more. */
    record Share(BigDecimal value, BigDecimal tolerance, Above above) implements TargetKind {
        @Override
        public Name name() {
            return Name.SHARE;
        }

        @Override
        public BigDecimal least() {
            return value.subtract(tolerance);
        }

        @Override
        public BigDecimal most() {
            return above == Above.FINE ? null : value.add(tolerance);
        }

        @Override
        public Operator operator() {
            return Operator.EXACTLY;
        }
    }

    /** Not to be at all: zero. */
    record Absence() implements TargetKind {
        @Override
        public Name name() {
            return Name.ABSENCE;
        }

        @Override
        public BigDecimal value() {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal most() {
            return BigDecimal.ZERO;
        }

        @Override
        public Operator operator() {
            return Operator.EXACTLY;
        }
    }

    /** To get better, without a number: to be above (or below) the base year's value. */
    record Improve(Operator operator) implements TargetKind {
        @Override
        public Name name() {
            return Name.IMPROVE;
        }

        @Override
        public BigDecimal value() {
            return null;
        }
    }

    /** To be done: 0 not started, 1 under way, 2 done. */
    record Milestone() implements TargetKind {
        @Override
        public Name name() {
            return Name.MILESTONE;
        }

        /** The stage that meets it. */
        public static final BigDecimal DONE = BigDecimal.valueOf(2);

        @Override
        public BigDecimal value() {
            return DONE;
        }

        @Override
        public BigDecimal least() {
            return DONE;
        }

        @Override
        public boolean lasts() {
            return true;
        }
    }

    /** How the value and the promised one compare, as the policy words it. */
    enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        EXACTLY("="),
        ABOUT("~"),
        UP("up"),
        DOWN("down");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign used in files and tables. */
        public String sign() {
            return sign;
        }
    }

    /** The promised value, in the indicator's unit; null where there is no number. */
    BigDecimal value();

    /** The least value that meets it, null where there is none. */
    default BigDecimal least() {
        return null;
    }

    /** The largest value that meets it, null where there is none. */
    default BigDecimal most() {
        return null;
    }

    /** How far from the promised value still meets it; null where nothing less does. */
    default BigDecimal tolerance() {
        return null;
    }

    /** Whether each year is judged by itself, and not only the deadline's. */
    default boolean yearly() {
        return false;
    }

    /** Whether it stays met once it is: a total that only grows, or a thing done. Of all else a later year can tell otherwise. */
    default boolean lasts() {
        return false;
    }

    /** How values compare. */
    default Operator operator() {
        return Operator.AT_LEAST;
    }

    /** Which kind it is. */
    Name name();

    /** The word used in files and tables, such as {@code ratio-floor}. */
    default String word() {
        return name().word();
    }
}
