package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.BEHIND;
import static org.minsheng.lake.ProgressTable.LOST;
import static org.minsheng.lake.ProgressTable.LOW_COVERAGE;
import static org.minsheng.lake.ProgressTable.MET;
import static org.minsheng.lake.ProgressTable.MISSED;
import static org.minsheng.lake.ProgressTable.NOT_STARTED;
import static org.minsheng.lake.ProgressTable.NO_DATA;
import static org.minsheng.lake.ProgressTable.NO_TARGET;
import static org.minsheng.lake.ProgressTable.ON_TRACK;
import static org.minsheng.lake.ProgressTable.OPEN;
import static org.minsheng.lake.ProgressTable.OVERDUE;
import static org.minsheng.lake.ProgressTable.REVERSING;
import static org.minsheng.lake.ProgressTable.SLOW;
import static org.minsheng.lake.ProgressTable.UNDER_WAY;

import java.util.List;
import org.minsheng.report.book.Book.Light;

/** The statuses in the order in which they are told, with their colours and how urgent they are. */
final class Statuses {
    /** From the best to those of which nothing can be said. */
    static final List<String> ALL = List.of(
            MET,
            ON_TRACK,
            SLOW,
            BEHIND,
            REVERSING,
            MISSED,
            LOST,
            OVERDUE,
            UNDER_WAY,
            NOT_STARTED,
            OPEN,
            LOW_COVERAGE,
            NO_TARGET,
            NO_DATA);

    /** Those that somebody has to act on, the most urgent first. */
    private static final List<String> URGENT = List.of(MISSED, LOST, OVERDUE, REVERSING, BEHIND, NOT_STARTED, SLOW);

    private Statuses() {}

    static boolean isUrgent(String status) {
        return URGENT.contains(status);
    }

    /** Whether a value is known to be short of its target, or too slow. */
    static boolean isShort(String status) {
        return isUrgent(status) && !status.equals(OVERDUE);
    }

    /** 0 is the most urgent. */
    static int urgency(String status) {
        return URGENT.contains(status) ? URGENT.indexOf(status) : URGENT.size();
    }

    static Light light(String status) {
        return switch (status) {
            case MET, ON_TRACK -> Light.GREEN;
            case SLOW, OPEN, UNDER_WAY, OVERDUE -> Light.AMBER;
            case MISSED, LOST, BEHIND, REVERSING, NOT_STARTED -> Light.RED;
            default -> Light.GREY;
        };
    }
}
