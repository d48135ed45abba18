package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Value;

/** The table of counties by targets, the worst county first, and the cells in which the map looks them up. */
final class CountyGrid {
    /** Columns that name a row, and stand on each page. */
    static final int NAMES = 2;
    /** With more targets there is room for signs only, and none for figures. */
    private static final int MOST_WITH_FIGURES = 10;

    private final Shown shown;
    private final List<Indicator> indicators;
    private final Ranking ranking;
    private final int firstTarget;
    private final Book.Table table;

    private CountyGrid(Shown shown, List<Region> counties, List<Indicator> indicators) {
        this.shown = shown;
        this.indicators = indicators;
        this.ranking = new Ranking(counties.stream().map(county -> Ranking.Entry.of(shown.data(), county, indicators)));
        TableColumns<Ranking.Entry> columns = totals();
        this.firstTarget = columns.size();
        for (Indicator indicator : indicators) {
            columns.add(
                    new Column(header(indicator), hasFigures() ? 13 : 4, hasFigures() ? Look.PLAIN : Look.UPRIGHT),
                    county -> cell(county.region(), indicator));
        }
        this.table = columns.table("heat", ranking.worstFirst()).onPages(pages());
    }

    /** That of a workbook; none where there is nothing to compare. */
    static Optional<CountyGrid> of(Shown shown) {
        List<Region> counties = shown.data().areas(Level.COUNTY);
        List<Indicator> indicators = shown.data().indicators().stream()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .toList();
        return counties.size() < 2 || indicators.isEmpty()
                ? Optional.empty()
                : Optional.of(new CountyGrid(shown, counties, indicators));
    }

    private TableColumns<Ranking.Entry> totals() {
        TableColumns<Ranking.Entry> columns = new TableColumns<Ranking.Entry>(shown.texts())
                .add("code", 8, county -> mark(county.region().code()))
                .add("county", 22, county -> text(shown.name(county.region())));
        if (shown.data().areas(Level.PREFECTURE).size() > 1) {
            columns.add("prefecture", 18, county -> text(prefecture(county.region())));
        }
        columns.add("targets-met", 9, county -> Figures.count(county.tally().met()))
                .add(
                        "targets-not-met",
                        9,
                        county -> Figures.count(county.tally().notMet()))
                .add(
                        "targets-overdue",
                        9,
                        county -> Figures.count(county.tally().overdue()));
        // Else nobody could add the others up to all targets.
        if (ranking.worstFirst().stream().anyMatch(county -> county.tally().unknown() > 0)) {
            columns.add(
                    "targets-unknown", 9, county -> Figures.count(county.tally().unknown()));
        }
        return columns.add("share-met", 9, Ranking.Entry::shareMet)
                .add("rank", 9, county -> ranking.place(county, shown.texts()));
    }

    private String prefecture(Region county) {
        return shown.data().regions().withAncestors(county).stream()
                .filter(region -> region.level() == Level.PREFECTURE)
                .map(shown::name)
                .findFirst()
                .orElse(Book.NOT_APPLICABLE);
    }

    private boolean hasFigures() {
        return indicators.size() <= MOST_WITH_FIGURES;
    }

    /** The header of a target's column. */
    String header(Indicator indicator) {
        String name = shown.name(indicator);
        return hasFigures()
                ? shown.texts().get("heat.unit", name, shown.figures().unit(indicator))
                : name;
    }

    /** What stands of a county and a target: the sign of its status, and the figure where there is room. */
    Value.Status cell(Region county, Indicator indicator) {
        Row row = shown.data().latest(indicator).get(county.code());
        Value.Status sign = shown.symbol(Status.of(row));
        if (!hasFigures()) {
            return sign;
        }
        Value value = shown.figures().value(row, indicator);
        if (value instanceof Value.Number number) {
            return new Value.Status(
                    sign.word() + " " + Decimals.text(number.number(), number.decimals()), sign.light());
        }
        return value instanceof Value.Mark word && !word.text().equals(Book.NOT_AVAILABLE)
                ? new Value.Status(sign.word() + " " + word.text(), sign.light())
                : sign;
    }

    /** The columns with which pages begin: the totals with the first field, and then a field a page. */
    private List<Integer> pages() {
        Map<String, Integer> fields = new HashMap<>();
        for (Field field : shown.data().catalogue().fields()) {
            field.measures()
                    .forEach(measure -> measure.indicators().forEach(one -> fields.put(one.id(), field.number())));
        }
        List<Integer> pages = new ArrayList<>(List.of(NAMES));
        for (int i = 1; i < indicators.size(); i++) {
            if (!fields.get(indicators.get(i).id())
                    .equals(fields.get(indicators.get(i - 1).id()))) {
                pages.add(firstTarget + i);
            }
        }
        return pages;
    }

    Book.Table table() {
        return table;
    }

    /** The same without the targets. */
    Book.Table totalsTable() {
        return totals().table("counties", ranking.worstFirst());
    }

    List<Indicator> indicators() {
        return indicators;
    }

    List<Region> counties() {
        return ranking.worstFirst().stream().map(Ranking.Entry::region).toList();
    }

    /** The headers of the targets. */
    String headerCells() {
        return cells(Book.HEADER_ROW, Book.HEADER_ROW, firstTarget, lastTarget());
    }

    /** The codes of the counties. */
    String codeCells() {
        return cells(Book.HEADER_ROW + 1, Book.HEADER_ROW + table.rows().size(), 0, 0);
    }

    /** What stands of counties and targets. */
    String statusCells() {
        return cells(Book.HEADER_ROW + 1, Book.HEADER_ROW + table.rows().size(), firstTarget, lastTarget());
    }

    private int lastTarget() {
        return firstTarget + indicators.size() - 1;
    }

    private String cells(int firstRow, int lastRow, int firstCol, int lastCol) {
        return Book.cells(shown.texts().get("heat.name"), firstRow, lastRow, firstCol, lastCol);
    }
}
