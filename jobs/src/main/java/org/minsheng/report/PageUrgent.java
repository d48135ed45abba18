package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;

import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Page.Shade;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows the targets that are furthest off, with what it takes to close each. */
final class PageUrgent {
    /** How many there is room for. */
    static final int ROWS = 8;

    private static final int LEFT = 32;
    private static final int NAME = 21;
    private static final int VALUE = LEFT + NAME;
    private static final int TARGET = VALUE + 10;
    private static final int BAR = TARGET + 10;
    private static final int CELLS = 5;
    private static final int DISTANCE = BAR + CELLS;
    private static final int EFFORT = DISTANCE + 7;
    private static final int LEAD = EFFORT + 8;

    private final Shown shown;
    private final PageGrid grid;
    private final int horizon;

    PageUrgent(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
        this.horizon = shown.data().catalogue().policy().horizon();
    }

    void write(int top, List<Urgent> all) {
        List<Urgent> first = all.stream().limit(ROWS).toList();
        String title = first.isEmpty()
                ? shown.texts().get("page.urgent.none")
                : shown.texts().get("page.urgent", String.valueOf(first.size()));
        grid.left(top, LEFT, PageGrid.COLUMNS - LEFT, Type.HEADING, title);
        if (first.isEmpty()) {
            return;
        }
        headers(top + 1);
        double largest = first.stream().mapToDouble(Urgent::distance).max().orElse(1);
        int row = top + 1;
        for (Urgent one : first) {
            write(++row, one, largest);
        }
    }

    private void headers(int row) {
        grid.right(row, VALUE, TARGET - VALUE - 1, Type.NOTE, shown.texts().get("page.urgent.value"));
        grid.left(
                row, TARGET, BAR - TARGET, Type.NOTE, shown.texts().get("page.urgent.target", String.valueOf(horizon)));
        grid.left(row, BAR, EFFORT - BAR, Type.NOTE, shown.texts().get("page.urgent.distance"));
        grid.left(row, EFFORT, LEAD - EFFORT, Type.NOTE, shown.texts().get("column.effort"));
        grid.right(row, LEAD, PageGrid.COLUMNS - LEAD, Type.NOTE, shown.texts().get("column.lead"));
    }

    private void write(int row, Urgent one, double largest) {
        boolean away = one.isMovingAway(shown.data());
        grid.left(row, LEFT, NAME, Type.SMALL, shown.name(one.indicator()));
        grid.right(row, VALUE, TARGET - VALUE - 1, Type.SMALL, value(one));
        grid.left(row, TARGET, BAR - TARGET, Type.NOTE, target(one));
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
                row,
                LEAD,
                PageGrid.COLUMNS - LEAD,
                Type.NOTE,
                shown.office(one.indicator().lead()));
    }

    /** The figure with its unit; how many counties meet it, where each is asked. */
    private String value(Urgent one) {
        Value value = shown.figures().value(one.row(), one.indicator());
        String text = value instanceof Value.Number number
                ? shown.figures().shortText(number, one.row(), one.indicator())
                : ((Value.Mark) value).text();
        if (one.isShareOfCounties()) {
            text = shown.texts().get("page.counties", counted(one.row(), NUMERATOR), counted(one.row(), DENOMINATOR));
        }
        if (one.row().<Boolean>getAs(PROVISIONAL)) {
            text = shown.texts().get("page.provisional", text);
        }
        return shown.ofYear(text, one.row());
    }

    private static String counted(Row row, String column) {
        return Decimals.text(row.<Double>getAs(column), 0);
    }

    /** What is asked, with its year where that is not the policy's. */
    private String target(Urgent one) {
        String target = shown.targets().plain(one.indicator(), one.row());
        Integer deadline = one.row().getAs(DEADLINE);
        return deadline == null || deadline == horizon
                ? target
                : shown.texts().get("page.target-year", target, deadline.toString());
    }

    private static String distance(Urgent one) {
        double needed = one.row().<Double>getAs(NEEDED_CHANGE);
        String sign = needed > 0 ? "-" : "+";
        double percent = one.distance() * 100;
        return percent < 0.5 ? sign + "<1%" : sign + Decimals.text(percent, 0) + "%";
    }

    private String trend(Urgent one, boolean away) {
        if (one.isShareOfCounties()) {
            return "unknown";
        }
        Double needed = one.row().getAs(NEEDED_CHANGE);
        return RecentPace.of(shown.data().history(one.indicator()), one.row())
                .map(pace -> away
                        ? "away"
                        : pace.isStill(needed) ? "still" : pace.yearly() * needed > 0 ? "nearer" : "unknown")
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
        if (one.isShareOfCounties()) {
            double missing = one.row().<Double>getAs(DENOMINATOR) - one.row().<Double>getAs(NUMERATOR);
            return shown.texts().get("closing.counties", Decimals.text(missing, 0));
        } else if (!shown.outlook().isYesOrNo(one.indicator()) || status == Status.OVERDUE) {
            return shown.status(one.row()).word();
        }
        return shown.texts().get(status == Status.LOST ? "closing.not-there-any-more" : "closing.not-there");
    }
}
