package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.ATTAINMENT;
import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.conf.Level;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** One row a target: where the region stands, how it came there, and how many counties have met it. */
final class TargetsSheet {
    private TargetsSheet() {}

    /**
     * A row of the table.
     *
     * @param row the latest of the region that the workbook is about; null where it has none
     */
    private record Line(Field field, Measure measure, Indicator indicator, Row row) {}

    static Optional<Sheet> of(Shown shown) {
        TrendData trends = TrendData.of(shown);
        TableColumns<Line> columns = columns(shown, trends);
        addWhereAny(shown, columns);
        for (int year : trends.yearsOfValues()) {
            columns.add(new Column(String.valueOf(year), 10, Look.FOLDED), line -> value(shown, trends, line, year));
        }
        return Optional.of(shown.sheet(
                "targets",
                4,
                columns.table("targets", lines(shown.data())),
                shown.notes(
                        "note.latest",
                        "note.rollup",
                        "note.attainment",
                        "note.change",
                        "note.trend",
                        "note.counties",
                        "note.peers",
                        "note.reached",
                        Notes.STATUS,
                        "note.legend")));
    }

    /** The value of a year, for the small line; nothing where there is none. */
    private static Value value(Shown shown, TrendData trends, Line line, int year) {
        return trends.of(line.indicator()).stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> point.year() == year && point.actual() != null)
                .map(point -> shown.figures().against(point.actual(), line.row(), line.indicator()))
                .findFirst()
                .orElse(new Value.Gap());
    }

    private static List<Line> lines(BookData data) {
        List<Line> lines = new ArrayList<>();
        for (Field field : data.catalogue().fields()) {
            for (Measure measure : field.measures()) {
                measure.indicators().stream()
                        .filter(data::shows)
                        .forEach(one -> lines.add(new Line(field, measure, one, data.focus(one))));
            }
        }
        return lines;
    }

    /** What each workbook shows. */
    private static TableColumns<Line> columns(Shown shown, TrendData trends) {
        Figures figures = shown.figures();
        int years = trends.yearsOfValues().length;
        TableColumns<Line> columns = new TableColumns<>(shown.texts());
        return columns.add("indicator", 6, line -> mark(line.indicator().id()))
                .add("field", 9, line -> shown.text(line.field().title()))
                .add(
                        "measure",
                        24,
                        line -> text(line.measure().number() + ". "
                                + shown.word(line.measure().title())))
                .add("title", 28, line -> shown.text(line.indicator().title()))
                .add("lead", 16, line -> text(shown.office(line.indicator().lead())))
                .add("unit", 10, line -> text(figures.unit(line.row(), line.indicator())))
                .add("target", 18, line -> text(shown.targets().of(line.indicator(), line.row())))
                .add("deadline", 6, line -> mark(shown.targets().deadline(line.indicator())))
                .add("value", 10, line -> figures.value(line.row(), line.indicator()))
                .add("year", 6, line -> Figures.integer(line.row(), TIME_PERIOD))
                .add("status", 14, line -> shown.status(line.row()))
                .add("gap", 10, line -> figures.difference(line.row(), line.indicator(), GAP))
                .add("attainment", 9, Look.BAR, line -> figures.value(line.row(), ATTAINMENT, 1, 100))
                .add("change", 10, Look.ARROW, line -> figures.difference(line.row(), line.indicator(), CHANGE))
                .add(
                        "trend",
                        14,
                        // The years are the last columns of all.
                        line -> trends.of(line.indicator()).isEmpty()
                                ? mark(Book.NOT_APPLICABLE)
                                : new Value.Sparkline(columns.size() - years, columns.size() - 1))
                .add("reached", 7, line -> Figures.year(shown.outlook().reachedIn(line.indicator(), line.row())));
    }

    /** What has something to say in some workbooks only. */
    private static void addWhereAny(Shown shown, TableColumns<Line> columns) {
        Figures figures = shown.figures();
        BookData data = shown.data();
        Scope.Kind kind = data.scope().kind();
        if (data.indicators().stream().map(data::focus).anyMatch(TargetsSheet::differs)) {
            columns.add("reported", 12, line -> figures.reported(line.row(), line.indicator()));
        }
        if (data.hasRunning()) {
            columns.add("running", 12, line -> running(shown, line.indicator()));
        }
        if (kind == Scope.Kind.PREFECTURE || kind == Scope.Kind.COUNTY) {
            columns.add("rank", 7, line -> Figures.rank(line.row()));
            columns.add("median", 10, line -> figures.median(line.row(), line.indicator()));
        }
        if (kind != Scope.Kind.COUNTY && !data.areas(Level.COUNTY).isEmpty()) {
            columns.add("met", 7, line -> counted(shown, line.indicator(), Counties::met));
            columns.add("not-met", 7, line -> counted(shown, line.indicator(), Counties::notMet));
            columns.add("absent", 7, line -> counted(shown, line.indicator(), Counties::absent));
        }
    }

    private static boolean differs(Row row) {
        return row != null && row.<Boolean>getAs(REPORTED_DIFFERS);
    }

    /** The year that is not over: a sum of which units are still missing says how many it is of. */
    private static Value running(Shown shown, Indicator indicator) {
        Row running = shown.data().running(indicator);
        if (running == null) {
            return mark(Book.NOT_APPLICABLE);
        }
        Value value = shown.figures().value(running, indicator);
        int reporting = running.<Integer>getAs(REGIONS_REPORTING);
        int expected = running.<Integer>getAs(REGIONS_EXPECTED);
        return value instanceof Value.Number number && reporting < expected
                ? mark(Decimals.text(number.number(), number.decimals())
                        + shown.texts().get("running.of", String.valueOf(reporting), String.valueOf(expected)))
                : value;
    }

    /** Counties, where counties report it. */
    private static Value counted(Shown shown, Indicator indicator, ToIntFunction<Counties> which) {
        return indicator.level() == Level.COUNTY
                ? Figures.count(which.applyAsInt(shown.counties(indicator)))
                : mark(Book.NOT_APPLICABLE);
    }
}
