package org.minsheng.explain;

import org.apache.spark.sql.Row;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;

/**
 * Which rule of the method decided a status, told from a row of the table progress: the status's own word, and where several lead
 * to it, a dot and what tells them apart.
 */
final class Rule {
    private final Row row;
    private final TargetKind kind;
    private final int baseYear;

    /**
     * Of a row.
     *
     * @param kind of the target in force; null where none is
     * @param baseYear of the policy
     */
    Rule(Row row, TargetKind kind, int baseYear) {
        this.row = row;
        this.kind = kind;
        this.baseYear = baseYear;
    }

    /** The rule's word, such as {@code missed.deadline}. */
    String word() {
        Status status = Status.of(row);
        String variant = switch (status) {
            case NO_DATA -> row.<String>getAs(ProgressTable.REASON);
            case LOW_COVERAGE -> row.getAs(ProgressTable.PEOPLE_COVERED) == null ? "regions" : null;
            case MET, LOST, REVERSING, MISSED, ON_TRACK, SLOW, BEHIND, OPEN -> kind == null ? null : variant(status);
            default -> null;
        };
        return status.code() + (variant == null ? "" : "." + variant);
    }

    private String variant(Status status) {
        if (kind instanceof TargetKind.Improve) {
            return improved(status);
        } else if (status == Status.MISSED) {
            return kind.yearly() ? "yearly" : "deadline";
        } else if (status == Status.OPEN && kind.yearly()) {
            return row.<Integer>getAs(ProgressTable.TIME_PERIOD) <= baseYear ? "base_year" : "yearly";
        }
        return null;
    }

    /** Of a promise to get better, which is judged by its growth, or by the side of the base that the value is on. */
    private String improved(Status status) {
        boolean isRate = ProgressTable.GROWTH.equals(row.getAs(ProgressTable.PACE_METHOD));
        return switch (status) {
            case ON_TRACK, SLOW, BEHIND -> isRate ? "growth" : "change";
            default -> "improve";
        };
    }
}
