package org.minsheng.report;

import static org.minsheng.lake.ConvergenceTable.CONVERGING;
import static org.minsheng.lake.ConvergenceTable.DIFFERENCE_FIRST;
import static org.minsheng.lake.ConvergenceTable.DIFFERENCE_LAST;
import static org.minsheng.lake.ConvergenceTable.DIVERGING;
import static org.minsheng.lake.ConvergenceTable.EQUAL;
import static org.minsheng.lake.ConvergenceTable.REACHED_IN;
import static org.minsheng.lake.ConvergenceTable.REACHED_REASON;
import static org.minsheng.lake.ConvergenceTable.UNKNOWN;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Equalisation;
import org.minsheng.conf.Level;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Book.Value;

/** Says in words how far apart counties are, and whether they come closer. */
final class EqualityWords {
    private static final int MOST_NAMED = 3;
    /** By so much of the farthest ever they have to be back from it before that is said. */
    private static final double TURNED = 0.1;

    private final Shown shown;
    private final Double goal;
    /** The same, as what figures are told from. */
    private final double[] goals;

    EqualityWords(Shown shown) {
        this.shown = shown;
        this.goal = equalisation().difference();
        this.goals = goal == null ? new double[0] : new double[] {goal};
    }

    private Equalisation equalisation() {
        return shown.data().catalogue().policy().equalisation();
    }

    /** What the policy's goal is read as. */
    String reading() {
        return equalisation().reading() == null
                ? shown.texts().get("equality.no-reading")
                : shown.word(equalisation().reading());
    }

    /** Which counties are compared. */
    String group(Disparity one) {
        return one.isOfAll()
                ? shown.texts().get("equality.all")
                : shown.word(equalisation().peerGroups().get(one.group()));
    }

    /** A coefficient, told from the policy's. */
    Value coefficient(Double coefficient) {
        return coefficient == null
                ? Book.mark(Book.NOT_APPLICABLE)
                : Book.number(coefficient, Decimals.of(coefficient, 3, goals));
    }

    /** The counties with a value; of more than three with the same, the first, and how many there are. */
    String county(Disparity one, String value, String area, Function<Region, String> name) {
        if (one.row() == null || one.row().getAs(area) == null) {
            return Book.NOT_APPLICABLE;
        }
        List<Region> same = shown.data().areas(Level.COUNTY).stream()
                .filter(county -> one.isOfAll() || one.group().equals(county.peerGroup()))
                .filter(county ->
                        has(one, value, shown.data().latest(one.indicator()).get(county.code())))
                .toList();
        if (same.isEmpty()) {
            String code = one.row().getAs(area);
            return shown.data().regions().find(code).map(name).orElse(code);
        }
        return same.size() > MOST_NAMED
                ? shown.texts().get("page.some", name.apply(same.get(0)), String.valueOf(same.size()))
                : same.stream()
                        .map(name)
                        .collect(Collectors.joining(shown.texts().get("page.and")));
    }

    private static boolean has(Disparity one, String value, Row latest) {
        return latest != null
                && latest.<Integer>getAs(TIME_PERIOD) == one.year()
                && one.row().getAs(value).equals(latest.getAs(OBS_VALUE));
    }

    /** Whether they come closer, as a word: a warning where they drift apart, and no praise where they do not, as they may also be alike in having little. */
    Value.Status tendency(Disparity one) {
        String word = shown.texts().get("tendency." + one.tendency());
        return switch (one.tendency()) {
            case DIVERGING -> new Value.Status(word, isWithin(one) ? Light.WATCH : Light.BAD);
            default -> new Value.Status(word, Light.NONE);
        };
    }

    /** Whether they are no farther apart than the policy wants. */
    private boolean isWithin(Disparity one) {
        return goal != null && one.coefficient() != null && one.coefficient() <= goal;
    }

    /** Why something is not said. */
    String why(String reason) {
        return shown.texts().get("equality.why." + reason, String.valueOf(goalYear()));
    }

    private int goalYear() {
        return shown.data().catalogue().policy().projectTo();
    }

    /** The year in which the policy's coefficient is reached, or why there is none. */
    String reached(Disparity one) {
        if (one.trend() == null) {
            return Book.NOT_APPLICABLE;
        }
        Integer year = one.trend().getAs(REACHED_IN);
        String reason = one.trend().getAs(REACHED_REASON);
        if (year == null) {
            return reason == null ? Book.NOT_APPLICABLE : why(reason);
        }
        if (!isPast(one.trend())) {
            return shown.texts().get("equality.in", year.toString());
        }
        return shown.texts().get("equality.since", year.toString())
                + (one.tendency().equals(DIVERGING) ? shown.texts().get("equality.since-diverging") : "");
    }

    private static boolean isPast(Row trend) {
        return trend.<Integer>getAs(REACHED_IN) <= trend.<Integer>getAs(ConvergenceTable.LAST_PERIOD);
    }

    /** Whether counties with small values gain on the others: only where the figures can tell. */
    String catchingUp(Disparity one) {
        Double lower = one.trend() == null ? null : one.trend().getAs(ConvergenceTable.BETA_LOWER_95);
        Double upper = one.trend() == null ? null : one.trend().getAs(ConvergenceTable.BETA_UPPER_95);
        if (lower == null || upper == null) {
            return Book.NOT_APPLICABLE;
        }
        return shown.texts().get(upper < 0 ? "beta.faster" : lower > 0 ? "beta.slower" : "beta.unclear");
    }

    /** Who is first and last, how far they are apart, and since when they come closer or not. */
    String sentence(Disparity one) {
        return shown.texts()
                .get(
                        "equality.sentence",
                        shown.name(one.indicator()),
                        county(one, EquityTable.MAXIMUM, EquityTable.MAXIMUM_AREA, shown::shortName),
                        figure(one, EquityTable.MAXIMUM),
                        county(one, EquityTable.MINIMUM, EquityTable.MINIMUM_AREA, shown::shortName),
                        figure(one, EquityTable.MINIMUM),
                        range(one),
                        since(one));
    }

    private String figure(Disparity one, String column) {
        Value.Number figure =
                (Value.Number) shown.figures().against(one.row().<Double>getAs(column), null, one.indicator());
        return shown.figures()
                .shortText(figure, one.indicator(), shown.figures().unitBehind(one.indicator()));
    }

    private String range(Disparity one) {
        double range = one.row().<Double>getAs(EquityTable.VALUE_RANGE);
        return shown.figures()
                .shortText(
                        new Value.Number(
                                range, Decimals.of(range, one.indicator().decimals())),
                        one.indicator(),
                        shown.figures().stepBehind(one.indicator()));
    }

    private String since(Disparity one) {
        if (one.tendency().equals(UNKNOWN)) {
            return shown.texts().get("since.unknown", why(one.trendReason()));
        } else if (one.tendency().equals(EQUAL)) {
            return shown.texts().get("since.equal");
        }
        int from = one.trend().<Integer>getAs(ConvergenceTable.FIRST_PERIOD);
        int to = one.trend().<Integer>getAs(ConvergenceTable.LAST_PERIOD);
        TreeMap<Integer, Double> all = shown.equality().coefficients(one.indicator());
        boolean areAll = one.isOfAll() && agrees(one.tendency(), all.get(from), all.get(to));
        double first = areAll ? all.get(from) : one.trend().<Double>getAs(DIFFERENCE_FIRST);
        double last = areAll ? all.get(to) : one.trend().<Double>getAs(DIFFERENCE_LAST);
        int decimals = decimals(first, last);
        return shown.texts()
                        .get(
                                "since." + one.tendency(),
                                String.valueOf(from),
                                Decimals.text(first, decimals),
                                Decimals.text(last, decimals),
                                areAll ? "" : matched(one))
                + (areAll ? turned(one.tendency(), all.subMap(from, true, to, true), decimals) : "")
                + goal(one);
    }

    /** Whether the first and the last coefficient of all counties say the same as the trend of those that are compared. */
    private static boolean agrees(String tendency, Double first, Double last) {
        return first != null
                && last != null
                && switch (tendency) {
                    case CONVERGING -> last < first;
                    case DIVERGING -> last > first;
                    default -> true;
                };
    }

    /** How many counties are meant, where it is not all. */
    private String matched(Disparity one) {
        return shown.texts()
                .get(
                        "since.matched",
                        one.trend().<Integer>getAs(ConvergenceTable.REGIONS).toString());
    }

    /** That the trend over all years is not that of the last ones, and since when. */
    private String turned(String tendency, SortedMap<Integer, Double> all, int decimals) {
        Comparator<Map.Entry<Integer, Double>> byCoefficient = Map.Entry.comparingByValue();
        Optional<Map.Entry<Integer, Double>> farthest = tendency.equals(DIVERGING)
                ? all.entrySet().stream().max(byCoefficient)
                : tendency.equals(CONVERGING) ? all.entrySet().stream().min(byCoefficient) : Optional.empty();
        double last = all.get(all.lastKey());
        return farthest.filter(one -> Math.abs(one.getValue() - last) > TURNED * Math.max(one.getValue(), last))
                .map(one -> shown.texts()
                        .get(
                                "since.turned-" + tendency,
                                one.getKey().toString(),
                                Decimals.text(one.getValue(), decimals)))
                .orElse("");
    }

    /** As many as tell two figures from each other, and from the policy's. */
    private int decimals(double first, double last) {
        int decimals = Math.max(Decimals.of(first, 2, goals), Decimals.of(last, 2, goals));
        while (decimals < 9 && first != last && Decimals.text(first, decimals).equals(Decimals.text(last, decimals))) {
            decimals++;
        }
        return decimals;
    }

    private String goal(Disparity one) {
        Integer year = one.trend().getAs(REACHED_IN);
        if (year != null && isPast(one.trend())) {
            return shown.texts().get("since.reached", year.toString());
        } else if (!one.tendency().equals(CONVERGING)) {
            return "";
        } else if (year != null && year > shown.data().lastYear()) {
            return shown.texts().get("since.will-reach", year.toString());
        }
        return ConvergenceTable.BEYOND_GOAL.equals(one.trend().getAs(REACHED_REASON))
                ? shown.texts().get("since.beyond", String.valueOf(goalYear()))
                : "";
    }
}
