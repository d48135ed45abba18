package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The figures behind charts and small lines: one row per indicator and year. */
final class TrendDataSheet {
    private TrendDataSheet() {}

    private record Line(TrendData.Series series, TrendData.Point point) {}

    /** Those of all indicators. */
    static Optional<Sheet> of(Shown shown) {
        List<Line> lines = lines(TrendData.of(shown));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                        "trend-data",
                        3,
                        columns(shown).table("trend_data", lines),
                        shown.notes("note.gap", Notes.PROJECTION)));
    }

    /** Those of the charts beside it, with what only these draw, in the order in which they find it. */
    static Optional<Sheet> charted(Shown shown) {
        List<Line> lines = lines(TrendData.charted(shown));
        TableColumns<Line> columns = columns(shown)
                .add(
                        "chart-outlook",
                        12,
                        line -> orGap(shown, line, line.point().outlook()))
                .add("chart-bottom", 12, line -> orGap(shown, line, line.point().bandBottom()))
                .add("chart-width", 12, line -> orGap(shown, line, line.point().bandWidth()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                        "trend-data",
                        3,
                        columns.table("trend_data", lines).fixed(),
                        shown.notes("trend-data.note", "note.gap", Notes.PROJECTION)));
    }

    private static List<Line> lines(TrendData data) {
        List<Line> lines = new ArrayList<>();
        for (TrendData.Series series : data.series()) {
            series.points().forEach(point -> lines.add(new Line(series, point)));
        }
        return lines;
    }

    /** In the order that TrendData names. */
    private static TableColumns<Line> columns(Shown shown) {
        return new TableColumns<Line>(shown.texts())
                .add("indicator", 7, line -> mark(line.series().indicator().id()))
                .add("title", 40, line -> shown.text(line.series().indicator().title()))
                .add("year", 8, line -> mark(String.valueOf(line.point().year())))
                .add(
                        "unit",
                        14,
                        line -> mark(shown.figures()
                                .unit(line.series().latest(), line.series().indicator())))
                .add("value", 12, line -> orGap(shown, line, line.point().actual()))
                .add("target", 12, line -> orGap(shown, line, line.point().target()))
                .add("projected", 12, line -> projected(shown, line, ProjectionTable.OBS_VALUE))
                .add("lower80", 12, line -> projected(shown, line, ProjectionTable.LOWER_80))
                .add("upper80", 12, line -> projected(shown, line, ProjectionTable.UPPER_80))
                .add("lower95", 12, line -> projected(shown, line, ProjectionTable.LOWER_95))
                .add("upper95", 12, line -> projected(shown, line, ProjectionTable.UPPER_95))
                .add("chance", 12, line -> chance(line.point().projected(ProjectionTable.CHANCE)))
                .add("median", 12, line -> orGap(shown, line, line.point().median()));
    }

    private static Value projected(Shown shown, Line line, String column) {
        return orGap(shown, line, line.point().projected(column));
    }

    private static Value orGap(Shown shown, Line line, Double number) {
        return number == null
                ? new Value.Gap()
                : shown.figures()
                        .against(number, line.series().latest(), line.series().indicator());
    }

    private static Value chance(Double chance) {
        return chance == null ? new Value.Gap() : Figures.chance(chance);
    }
}
