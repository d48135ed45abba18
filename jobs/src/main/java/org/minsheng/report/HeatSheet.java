package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Line;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Book.Weight;

/** Counties by targets, each cell a status by colour and by symbol. */
final class HeatSheet {
    /** Columns before those of the targets: code and name. */
    static final int FIRST_TARGET = 2;

    private HeatSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Region> counties = shown.data().areas(Level.COUNTY);
        List<Indicator> indicators = indicators(shown);
        if (counties.size() < 2 || indicators.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(shown.column("code", 8), shown.column("county", 20)));
        indicators.forEach(indicator -> columns.add(new Column(shown.name(indicator), 4, Look.UPRIGHT)));
        List<List<Value>> rows = new ArrayList<>();
        for (Region county : counties) {
            List<Value> row = new ArrayList<>(List.of(Book.mark(county.code()), Book.text(county.name())));
            indicators.forEach(indicator ->
                    row.add(shown.symbol(shown.data().latest(indicator).get(county.code()))));
            rows.add(row);
        }
        return Optional.of(new Sheet(
                name(shown),
                shown.texts().get("heat.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("heat", columns, rows),
                        new Book.Lines(legend(shown)),
                        Book.notes(List.of(
                                shown.texts().get("note.latest"), shown.texts().get("heat.note"), shown.statusNote()))),
                FIRST_TARGET,
                true));
    }

    static String name(Shown shown) {
        return shown.texts().get("heat.name");
    }

    /** The targets that counties have. */
    static List<Indicator> indicators(Shown shown) {
        return shown.data().indicators().stream()
                .filter(i -> i.level() == Level.COUNTY)
                .toList();
    }

    /** What each symbol stands for. */
    static List<Line> legend(Shown shown) {
        List<Line> lines = new ArrayList<>();
        for (Status status : Status.values()) {
            lines.add(new Line(
                    new Value.Status(shown.texts().get("symbol." + status.code()), Shown.light(status)),
                    shown.texts().get("status." + status.code()),
                    Weight.NOTE));
        }
        return lines;
    }
}
