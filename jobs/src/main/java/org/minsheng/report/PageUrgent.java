package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.List;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Page.Shade;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows the targets that are first off, with what it takes to close each. */
final class PageUrgent {
    private static final int ROWS = 8;
    private static final int LEFT = 32;
    private static final int NAME = 22;
    private static final int VALUE = LEFT + NAME;
    private static final int TARGET = VALUE + 9;
    private static final int BAR = TARGET + 10;
    private static final int CELLS = 6;
    private static final int DISTANCE = BAR + CELLS;
    private static final int EFFORT = DISTANCE + 7;
    private static final int LEAD = EFFORT + 7;

    private final Shown shown;
    private final PageGrid grid;

    PageUrgent(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    void write(int top, List<Urgent> all) {
        List<Urgent> first = all.stream().limit(ROWS).toList();
        String title = first.isEmpty()
                ? shown.texts().get("page.urgent.none")
                : shown.texts().get("page.urgent", String.valueOf(first.size()));
        grid.left(top, LEFT, PageGrid.COLUMNS - LEFT, Type.HEADING, title);
        double largest = first.stream().mapToDouble(Urgent::distance).max().orElse(1);
        int row = top;
        for (Urgent one : first) {
            write(++row, one, largest);
        }
    }

    private void write(int row, Urgent one, double largest) {
        boolean away = one.isMovingAway(shown.data());
        grid.left(row, LEFT, NAME, Type.SMALL, shown.name(one.indicator()));
        grid.right(row, VALUE, TARGET - VALUE - 1, Type.SMALL, value(one));
        grid.left(
                row,
                TARGET,
                BAR - TARGET,
                Type.NOTE,
                shown.texts().get("page.target", shown.targets().plain(one.indicator(), one.row())));
        grid.bar(row, BAR, PageGrid.cells(one.distance(), largest, CELLS), Shade.SHORT);
        if (one.distance() > 0) {
            grid.left(
                    row,
                    DISTANCE,
                    EFFORT - DISTANCE,
                    away ? Type.ALARM : Type.SMALL,
                    distance(one) + shown.texts().get("trend." + trend(one, away)));
        }
        grid.left(row, EFFORT, LEAD - EFFORT, Type.SMALL, effort(one));
        grid.right(
                row, LEAD, PageGrid.COLUMNS - LEAD, Type.NOTE, one.indicator().lead());
    }

    /** The figure with its unit, and with its year where that is not the last one. */
    private String value(Urgent one) {
        Value value = shown.figures().value(one.row(), one.indicator());
        String text = value instanceof Value.Number number
                ? shown.figures().shortText(number, one.row(), one.indicator())
                : ((Value.Mark) value).text();
        int year = one.row().<Integer>getAs(TIME_PERIOD);
        return year == shown.data().lastYear() ? text : shown.texts().get("page.of-year", text, String.valueOf(year));
    }

    private static String distance(Urgent one) {
        double needed = one.row().<Double>getAs(NEEDED_CHANGE);
        String sign = needed > 0 ? "-" : "+";
        double percent = one.distance() * 100;
        return percent < 0.5 ? sign + "<1%" : sign + Decimals.text(percent, 0) + "%";
    }

    private String trend(Urgent one, boolean away) {
        return RecentPace.of(shown.data().history(one.indicator()), one.row())
                .map(pace -> away ? "away" : pace.yearly() == 0 ? "still" : "nearer")
                .orElse("unknown");
    }

    /** What it takes; where no number says, what is known instead. */
    private String effort(Urgent one) {
        return shown.outlook()
                .closing(one.indicator(), one.row())
                .map(closing -> shown.closings().effort(closing))
                .orElseGet(() -> withoutNumber(one));
    }

    private String withoutNumber(Urgent one) {
        Status status = Status.of(one.row());
        if (!shown.outlook().isYesOrNo(one.indicator(), one.row()) || status == Status.OVERDUE) {
            return shown.status(one.row()).word();
        }
        return shown.texts().get(status == Status.LOST ? "closing.not-there-any-more" : "closing.not-there");
    }
}
