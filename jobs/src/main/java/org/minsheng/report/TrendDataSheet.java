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

/** The figures behind charts and small lines: a row an indicator and year. */
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
            int decimals = shown.decimals(series.latest(), indicator);
            for (TrendData.Point point : series.points()) {
                Double chance = point.projected(ProjectionTable.CHANCE);
                rows.add(List.of(
                        mark(indicator.id()),
                        shown.text(indicator.title()),
                        mark(String.valueOf(point.year())),
                        mark(shown.unit(series.latest(), indicator)),
                        orGap(point.actual(), decimals),
                        orGap(point.target(), decimals),
                        orGap(point.projected(ProjectionTable.OBS_VALUE), decimals),
                        orGap(point.projected(ProjectionTable.LOWER_80), decimals),
                        orGap(point.projected(ProjectionTable.UPPER_80), decimals),
                        orGap(point.projected(ProjectionTable.LOWER_95), decimals),
                        orGap(point.projected(ProjectionTable.UPPER_95), decimals),
                        orGap(chance == null ? null : chance * 100, 0)));
            }
        }
        return Optional.of(new Sheet(
                shown.texts().get("trend-data.name"),
                shown.texts().get("trend-data.title", shown.scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("trend_data", columns, rows),
                        Book.notes(List.of(shown.texts().get("note.gap"), shown.projectionNote()))),
                3));
    }

    private static Value orGap(Double number, int decimals) {
        return number == null ? new Value.Gap() : Book.number(number, decimals);
    }
}
