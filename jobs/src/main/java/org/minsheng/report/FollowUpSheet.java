package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/**
 * What has to be followed up: who is short of what, who answers for it, by when it is to be closed and what that takes; one row
 * per region and target, with a cell for the answer.
 */
final class FollowUpSheet {
    private FollowUpSheet() {}

    /**
     * A row of the table.
     *
     * @param projection of the year that it is on its way to; null where there is none
     */
    private record Line(Indicator indicator, Region region, Row row, Row projection) {
        Double chance() {
            return projection == null ? null : projection.getAs(ProjectionTable.CHANCE);
        }
    }

    static Optional<Sheet> of(Shown shown) {
        List<Line> lines = Urgent.ofAll(shown).stream()
                .map(one -> new Line(
                        one.indicator(),
                        one.region(),
                        one.row(),
                        shown.outlook().projection(one.indicator(), one.row())))
                .toList();
        String title = shown.texts().get("follow-up.title", shown.data().scope().name(), String.valueOf(lines.size()));
        return Optional.of(shown.titled(
                "follow-up",
                title,
                5,
                false,
                columns(shown).table("follow_up", lines),
                shown.notes("follow-up.note", "follow-up.answer", Notes.PROJECTION, Notes.STATUS, "note.legend")));
    }

    private static TableColumns<Line> columns(Shown shown) {
        Figures figures = shown.figures();
        Outlook outlook = shown.outlook();
        return new TableColumns<Line>(shown.texts())
                .add("status", 13, line -> shown.status(line.row()))
                .add("indicator", 7, line -> mark(line.indicator().id()))
                .add("title", 32, line -> shown.text(line.indicator().title()))
                .add("code", 8, line -> mark(line.region().code()))
                .add("region", 16, line -> text(shown.name(line.region())))
                .add("lead", 18, line -> text(shown.office(line.indicator().lead())))
                .add("year", 6, line -> Figures.integer(line.row(), TIME_PERIOD))
                .add("unit", 15, line -> text(figures.unit(line.row(), line.indicator())))
                .add("value", 10, line -> figures.value(line.row(), line.indicator()))
                .add("target", 18, line -> text(shown.targets().of(line.indicator(), line.row())))
                .add("gap", 10, line -> figures.difference(line.row(), line.indicator(), GAP))
                .add("deadline", 8, line -> mark(shown.targets().deadline(line.indicator())))
                .add("close-by", 7, line -> mark(String.valueOf(outlook.horizon(line.indicator(), line.row()))))
                .add("needed", 14, line -> or(outlook.neededPace(line.indicator(), line.row())))
                .add("chance", 9, line -> Figures.chance(line.chance()))
                .add(
                        "chance_of",
                        7,
                        line -> line.chance() == null
                                ? mark(Book.NOT_APPLICABLE)
                                : Figures.integer(line.projection(), ProjectionTable.TIME_PERIOD))
                .add("reached", 9, line -> Figures.year(outlook.reachedIn(line.indicator(), line.row())))
                .add("answer", 26, line -> new Value.ToFill());
    }

    private static Value or(Value.Number number) {
        return number == null ? mark(Book.NOT_APPLICABLE) : number;
    }
}
