package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The figures behind charts and small lines: one row per indicator and year. */
final class TrendDataSheet {
    private TrendDataSheet() {}

    static Optional<Sheet> of(Shown shown) {
        TrendData data = TrendData.of(shown);
        if (data.series().isEmpty()) {
            return Optional.empty();
        }
        // In the order of the columns that TrendData names.
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("title", 40),
                shown.column("year", 8),
                shown.column("unit", 14),
                shown.column("value", 12),
                shown.column("target", 12),
                shown.column("projected", 12),
                shown.column("lower80", 12),
                shown.column("upper80", 12),
                shown.column("lower95", 12),
                shown.column("upper95", 12),
                shown.column("chance", 12));
        List<List<Value>> rows = new ArrayList<>();
        for (TrendData.Series series : data.series()) {
            Indicator indicator = series.indicator();
            for (TrendData.Point point : series.points()) {
                Double chance = point.projected(ProjectionTable.CHANCE);
                rows.add(List.of(
                        mark(indicator.id()),
                        shown.text(indicator.title()),
                        mark(String.valueOf(point.year())),
                        mark(shown.unit(series.latest(), indicator)),
                        orGap(shown, series, point.actual()),
                        orGap(shown, series, point.target()),
                        orGap(shown, series, point.projected(ProjectionTable.OBS_VALUE)),
                        orGap(shown, series, point.projected(ProjectionTable.LOWER_80)),
                        orGap(shown, series, point.projected(ProjectionTable.UPPER_80)),
                        orGap(shown, series, point.projected(ProjectionTable.LOWER_95)),
                        orGap(shown, series, point.projected(ProjectionTable.UPPER_95)),
                        chance == null ? new Value.Gap() : Shown.chance(chance)));
            }
        }
        return Optional.of(new Sheet(
                shown.texts().get("trend-data.name"),
                shown.texts().get("trend-data.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("trend_data", columns, rows),
                        Book.notes(List.of(shown.texts().get("note.gap"), shown.projectionNote()))),
                3));
    }

    private static Value orGap(Shown shown, TrendData.Series series, Double number) {
        return number == null ? new Value.Gap() : shown.against(number, series.latest(), series.indicator());
    }
}
