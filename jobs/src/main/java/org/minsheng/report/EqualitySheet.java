package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Block;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** How far apart counties are in each indicator, whether they come closer, and when they would be equal: a row each. */
final class EqualitySheet {
    /** As many as have room on a page, with charts below them. */
    private static final int MOST_OF_BRIEF = 10;

    /** Columns that name an indicator. */
    private static final int NAMES = 2;

    private static final int COEFFICIENT_DECIMALS = 3;

    private final Shown shown;
    private final EqualityWords words;

    private EqualitySheet(Shown shown) {
        this.shown = shown;
        this.words = new EqualityWords(shown);
    }

    /** That of all indicators, each also of the groups of counties that the policy holds apart. */
    static Optional<Sheet> of(Shown shown) {
        return shown.equality().isCompared() ? Optional.of(new EqualitySheet(shown).all()) : Optional.empty();
    }

    /** That of the indicators in which counties are furthest apart, on one page with its charts. */
    static Optional<Sheet> ofBrief(Shown shown, EqualityCharts charts) {
        return shown.equality().largestFirst().isEmpty()
                ? Optional.empty()
                : Optional.of(new EqualitySheet(shown).largest(charts));
    }

    private Sheet all() {
        List<Disparity> lines = shown.equality().isKnown()
                ? shown.equality().indicators().stream()
                        .flatMap(shown.equality()::withGroups)
                        .toList()
                : List.of();
        TableColumns<Disparity> columns = named();
        boolean hasGroups = lines.stream().anyMatch(one -> !one.isOfAll());
        if (hasGroups) {
            columns.add("peer-group", 9, one -> mark(words.group(one)));
        }
        addApart(columns);
        int second = columns.size();
        addMeasures(columns);
        int third = columns.size();
        addTrend(columns);
        Book.Table table = columns.table("equality", lines).onPages(List.of(second, third));
        return shown.sheet(
                        "equality",
                        hasGroups ? NAMES + 1 : NAMES,
                        table,
                        shown.notes(
                                "note.equality-year",
                                "note.equality-measures",
                                "note.equality-parts",
                                "note.equality-fifth",
                                "note.equality-trend",
                                "note.equality-reached",
                                "note.equality-beta",
                                "note.equality-absent",
                                "note.legend"))
                .saying(words.reading());
    }

    private TableColumns<Disparity> named() {
        return new TableColumns<Disparity>(shown.texts())
                .add("indicator", 7, one -> mark(one.indicator().id()))
                .add("title", 22, one -> shown.text(one.indicator().title()));
    }

    /** Who is first and last. */
    private void addApart(TableColumns<Disparity> columns) {
        columns.add("year", 6, one -> one.row() == null ? none() : Figures.year(one.year()))
                .add("counties-with-value", 8, one -> mark(counties(one.row())))
                .add("unit", 9, one -> mark(shown.figures().unit(one.indicator())))
                .add("minimum", 8, one -> value(one, one.row(), EquityTable.MINIMUM))
                .add("minimum-county", 13, one -> county(one, EquityTable.MINIMUM, EquityTable.MINIMUM_AREA))
                .add("maximum", 8, one -> value(one, one.row(), EquityTable.MAXIMUM))
                .add("maximum-county", 13, one -> county(one, EquityTable.MAXIMUM, EquityTable.MAXIMUM_AREA))
                .add("range", 8, this::range);
    }

    private void addMeasures(TableColumns<Disparity> columns) {
        columns.add("difference", 9, one -> words.coefficient(one.coefficient()))
                .add("gini", 9, one -> coefficient(one.byPeople(), EquityTable.GINI))
                .add("between", 10, one -> percent(one.shareBetween()))
                .add("worst-fifth", 10, one -> value(one, one.byPeople(), EquityTable.WORST_FIFTH))
                .add("below-target", 10, one -> percent(number(one.byPeople(), EquityTable.BELOW_TARGET)));
        if (shown.data().focusRegion().level() == Level.PROVINCE) {
            columns.add("closing-removes", 20, one -> text(one.isOfAll() ? removes(one) : null));
        }
        columns.add("remark", 18, one -> text(one.reason() == null ? null : words.why(one.reason())));
    }

    private void addTrend(TableColumns<Disparity> columns) {
        columns.add("tendency", 12, words::tendency)
                .add("span", 10, one -> mark(span(one.trend())))
                .add("counties-compared", 7, one -> compared(one.trend()));
        addDifferences(columns);
        columns.add("sigma", 8, one -> signed(number(one.trend(), ConvergenceTable.SIGMA)))
                .add("sigma-interval", 15, one -> mark(interval(one.trend())))
                .add("reached-equal", 10, one -> text(words.reached(one)))
                .add("beta", 8, one -> text(words.catchingUp(one)));
    }

    private void addDifferences(TableColumns<Disparity> columns) {
        columns.add("difference-first", 8, one -> difference(one, ConvergenceTable.DIFFERENCE_FIRST))
                .add("difference-last", 8, one -> difference(one, ConvergenceTable.DIFFERENCE_LAST));
    }

    private Value difference(Disparity one, String column) {
        return words.coefficient(number(one.trend(), column));
    }

    private Sheet largest(EqualityCharts charts) {
        List<Disparity> all = shown.equality().largestFirst();
        List<Disparity> lines = all.stream().limit(MOST_OF_BRIEF).toList();
        TableColumns<Disparity> columns = named();
        addApart(columns);
        columns.add("difference", 9, one -> words.coefficient(one.coefficient()))
                .add("below-target", 10, one -> percent(number(one.byPeople(), EquityTable.BELOW_TARGET)))
                .add("tendency", 14, words::tendency);
        addDifferences(columns);
        columns.add("reached-equal", 16, one -> text(words.reached(one)));
        List<Block> blocks = new ArrayList<>(List.of(columns.table("equality", lines)));
        charts.ofBrief().ifPresent(blocks::add);
        blocks.add(shown.notes("note.equality-brief", "note.equality-trend"));
        String title = shown.texts()
                .get(
                        "equality.title.brief",
                        shown.data().scope().name(),
                        String.valueOf(lines.size()),
                        String.valueOf(all.size()));
        return shown.titled("equality", title, NAMES, true, blocks.toArray(Block[]::new))
                .saying(words.reading());
    }

    private static Value none() {
        return mark(Book.NOT_AVAILABLE);
    }

    private static Double number(Row row, String column) {
        return row == null ? null : row.getAs(column);
    }

    private static String counties(Row row) {
        return row == null
                ? Book.NOT_AVAILABLE
                : row.getAs(EquityTable.REGIONS) + "/" + row.getAs(EquityTable.REGIONS_EXPECTED);
    }

    private Value value(Disparity one, Row row, String column) {
        Double number = number(row, column);
        return number == null ? none() : shown.figures().against(number, null, one.indicator());
    }

    private Value county(Disparity one, String value, String area) {
        return text(words.county(one, value, area, shown::name));
    }

    private Value range(Disparity one) {
        Double range = number(one.row(), EquityTable.VALUE_RANGE);
        return range == null
                ? none()
                : Book.number(range, Decimals.of(range, one.indicator().decimals()));
    }

    private static Value coefficient(Row row, String column) {
        Double number = number(row, column);
        return number == null
                ? mark(Book.NOT_APPLICABLE)
                : Book.number(number, Decimals.of(number, COEFFICIENT_DECIMALS));
    }

    private static Value percent(Double share) {
        return share == null ? mark(Book.NOT_APPLICABLE) : Book.number(share, Decimals.of(share, 1, 100));
    }

    /** The county whose gap makes most of the difference, and how much. */
    private String removes(Disparity one) {
        return shown.equality()
                .mostRemoving(one.indicator())
                .map(row -> {
                    double share = row.<Double>getAs(ContributionTable.CLOSING_REMOVES);
                    return shown.texts()
                            .get(
                                    "equality.removes",
                                    shown.regionName(row.getAs(ContributionTable.REF_AREA)),
                                    Decimals.text(share, Decimals.of(share, 1, 100)));
                })
                .orElse(null);
    }

    private String span(Row trend) {
        return trend == null || trend.getAs(ConvergenceTable.SIGMA) == null
                ? Book.NOT_APPLICABLE
                : shown.texts()
                        .get(
                                "equality.span",
                                trend.<Integer>getAs(ConvergenceTable.FIRST_PERIOD)
                                        .toString(),
                                trend.<Integer>getAs(ConvergenceTable.LAST_PERIOD)
                                        .toString());
    }

    private static Value compared(Row trend) {
        return trend == null || trend.getAs(ConvergenceTable.SIGMA) == null
                ? mark(Book.NOT_APPLICABLE)
                : Figures.count(trend.<Integer>getAs(ConvergenceTable.REGIONS));
    }

    private static Value signed(Double change) {
        return change == null
                ? mark(Book.NOT_APPLICABLE)
                : Book.number(change, Decimals.significant(change, COEFFICIENT_DECIMALS));
    }

    /** Its ends with as many decimals as tell each from zero. */
    private String interval(Row trend) {
        Double lower = number(trend, ConvergenceTable.SIGMA_LOWER_95);
        Double upper = number(trend, ConvergenceTable.SIGMA_UPPER_95);
        if (lower == null || upper == null) {
            return Book.NOT_APPLICABLE;
        }
        int decimals = Math.max(Decimals.of(lower, COEFFICIENT_DECIMALS), Decimals.of(upper, COEFFICIENT_DECIMALS));
        return shown.texts().get("equality.interval", Decimals.text(lower, decimals), Decimals.text(upper, decimals));
    }
}
