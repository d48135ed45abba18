package org.minsheng.explain;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.explain.Explanation.Because;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Use;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;

/**
 * What became of each value that was sent: which one is in use, and why the others are not. By the rule of
 * {@link ObservationTable#current}: of those of a provider that are not withdrawn the latest that was known.
 */
final class Cells {
    private static final Comparator<Row> BY_RECEIPT = Comparator.<Row, Instant>comparing(Cells::receivedAt)
            .thenComparing(
                    row -> row.<String>getAs(ObservationTable.FILE).getBytes(StandardCharsets.UTF_8),
                    Arrays::compareUnsigned);

    private final Map<List<Object>, Row> withdrawals = new HashMap<>();
    private final Instant asOf;

    /**
     * At an instant.
     *
     * @param withdrawn the rows that are withdrawn then, as {@link WithdrawalTable#withdrawn} has them
     */
    Cells(List<Row> withdrawn, Instant asOf) {
        withdrawn.forEach(row -> withdrawals.merge(
                key(row), row, (one, other) -> withdrawnAt(one).isAfter(withdrawnAt(other)) ? other : one));
        this.asOf = asOf;
    }

    /** The values of rows of the table observation: of each series, region and year the one in use first, then the latest. */
    List<Cell> of(List<Row> observations) {
        Map<List<Object>, Row> current = observations.stream()
                .filter(this::mayCount)
                .collect(Collectors.toMap(
                        Cells::subject, row -> row, (one, other) -> BY_RECEIPT.compare(one, other) < 0 ? other : one));
        return observations.stream()
                .sorted(Comparator.<Row, String>comparing(row -> row.getAs(ObservationTable.REF_AREA))
                        .thenComparing(row -> row.<String>getAs(ObservationTable.SERIES))
                        .thenComparing(row -> row.<Integer>getAs(ObservationTable.TIME_PERIOD))
                        .thenComparing(row -> current.get(subject(row)) != row)
                        .thenComparing(BY_RECEIPT.reversed()))
                .map(row -> cell(row, current.get(subject(row))))
                .toList();
    }

    /** Whether a value may be in use: it is known, comes from a provider of its series, and is not withdrawn. */
    boolean mayCount(Row row) {
        return use(row) == Use.IN_USE;
    }

    private Use use(Row row) {
        if (receivedAt(row).isAfter(asOf)) {
            return Use.RECEIVED_LATER;
        } else if (withdrawals.containsKey(key(row))) {
            return Use.WITHDRAWN;
        }
        return row.<Boolean>getAs(ObservationTable.COUNTS) ? Use.IN_USE : Use.OTHER_PROVIDER;
    }

    private Cell cell(Row row, Row current) {
        boolean isSuperseded = mayCount(row) && row != current;
        return new Cell(
                row.getAs(ObservationTable.SERIES),
                row.getAs(ObservationTable.REF_AREA),
                row.getAs(ObservationTable.TIME_PERIOD),
                row.getAs(ObservationTable.OBS_VALUE),
                row.getAs(ObservationTable.OBS_STATUS),
                row.getAs(ObservationTable.SUBMISSION_ID),
                receivedAt(row),
                row.getAs(ObservationTable.FILE),
                row.getAs(ObservationTable.SHEET),
                row.getAs(ObservationTable.CELL),
                row.getAs(ObservationTable.RAW),
                row.getAs(ObservationTable.COMMENT),
                isSuperseded ? Use.SUPERSEDED : use(row),
                isSuperseded
                        ? new Because(current.getAs(ObservationTable.FILE), receivedAt(current), null)
                        : withdrawal(row));
    }

    private Because withdrawal(Row row) {
        Row withdrawal = use(row) == Use.WITHDRAWN ? withdrawals.get(key(row)) : null;
        return withdrawal == null
                ? null
                : new Because(
                        withdrawal.getAs(WithdrawalTable.WITHDRAWN_BY),
                        withdrawnAt(withdrawal),
                        withdrawal.getAs(WithdrawalTable.WITHDRAWN_WHY));
    }

    private static Instant receivedAt(Row row) {
        return row.<Timestamp>getAs(ObservationTable.RECEIVED_AT).toInstant();
    }

    private static Instant withdrawnAt(Row row) {
        return row.<Timestamp>getAs(WithdrawalTable.WITHDRAWN_AT).toInstant();
    }

    /** What a value is of. */
    private static List<Object> subject(Row row) {
        return List.of(
                row.getAs(ObservationTable.SERIES),
                row.getAs(ObservationTable.REF_AREA),
                row.getAs(ObservationTable.TIME_PERIOD));
    }

    private static List<Object> key(Row row) {
        return List.of(subject(row), row.getAs(ObservationTable.SUBMISSION_ID));
    }
}
