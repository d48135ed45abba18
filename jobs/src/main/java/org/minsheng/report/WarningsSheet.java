package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Who is short of what, by how much, what it takes, and how likely it is: one row per region and target. */
final class WarningsSheet {
    private WarningsSheet() {}

    private record Warning(Indicator indicator, Region region, Row row) {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("status", 13),
                shown.column("indicator", 7),
                shown.column("title", 34),
                shown.column("code", 8),
                shown.column("region", 20),
                shown.column("year", 7),
                shown.column("unit", 12),
                shown.column("value", 11),
                shown.column("target", 15),
                shown.column("deadline", 8),
                shown.column("gap", 10),
                shown.column("pace", 9),
                shown.column("horizon", 9),
                shown.column("needed", 11),
                shown.column("chance", 10),
                shown.column("chance_of", 9),
                shown.column("reached", 9));
        List<Warning> warnings = new ArrayList<>();
        List<Region> regions = shown.data().areas(Level.values());
        for (Indicator indicator : shown.data().indicators()) {
            for (Region region : regions) {
                Row row = shown.data().latest(indicator).get(region.code());
                if (Status.of(row).isUrgent()) {
                    warnings.add(new Warning(indicator, region, row));
                }
            }
        }
        // Stable: within, in the order of the catalogue and the divisions.
        warnings.sort(Comparator.comparing((Warning w) -> Status.of(w.row()), Status.byUrgency())
                .thenComparing(Comparator.<Warning>comparingDouble(w -> Urgent.distance(w.row()))
                        .reversed()));
        List<List<Value>> rows =
                warnings.stream().map(warning -> row(shown, warning)).toList();
        return Optional.of(new Sheet(
                shown.texts().get("warnings.name"),
                shown.texts().get("warnings.title", shown.data().scope().name(), String.valueOf(rows.size())),
                shown.subtitle(),
                List.of(
                        new Book.Table("warnings", columns, rows),
                        Book.notes(List.of(
                                shown.texts().get("warnings.note"),
                                shown.projectionNote(),
                                shown.statusNote(),
                                shown.texts().get("note.legend")))),
                5));
    }

    private static List<Value> row(Shown shown, Warning warning) {
        Indicator indicator = warning.indicator();
        Row row = warning.row();
        Row projection = shown.outlook().projection(indicator, row);
        Double chance = projection == null ? null : projection.getAs(ProjectionTable.CHANCE);
        return List.of(
                shown.status(row),
                mark(indicator.id()),
                shown.text(indicator.title()),
                mark(warning.region().code()),
                text(warning.region().name()),
                shown.integer(row, TIME_PERIOD),
                mark(shown.unit(row, indicator)),
                shown.value(row, indicator),
                text(shown.target(indicator, row)),
                mark(shown.deadline(indicator)),
                shown.difference(row, indicator, GAP),
                shown.paceRatio(row, indicator),
                mark(String.valueOf(shown.outlook().horizon(indicator, row))),
                or(shown.outlook().neededPace(indicator, row)),
                Shown.chance(chance),
                chance == null ? mark(Book.NOT_APPLICABLE) : shown.integer(projection, ProjectionTable.TIME_PERIOD),
                shown.year(shown.outlook().reachedIn(indicator, row)));
    }

    private static Value or(Value.Number number) {
        return number == null ? mark(Book.NOT_APPLICABLE) : number;
    }
}
