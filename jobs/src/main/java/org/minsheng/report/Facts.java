package org.minsheng.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.lake.ObservationTable;

/** The rows behind one workbook, by kind, in an order that does not depend on how Spark brought them. */
final class Facts implements Serializable {
    /** What a row is of: a table of the lake as it is, or what was made of one. */
    enum Kind {
        /** Of the latest year of each region, with all columns. */
        PROGRESS,
        /** Of the other years of the workbook's region, what is shown of those: few columns, as these are most of all rows. */
        HISTORY,
        PROJECTION,
        REJECT,
        FLAG,
        REPORTING,
        /** A figure of the last year that is over, which an office has not sent of a region. */
        OWED,
        SUBMISSION,
        /** A value that took the place of another, {@link #OLD_VALUE}. */
        CHANGE,
        /** The last comment beside a series' figures. */
        EVIDENCE,
        /** When the last figure of a series and region was received. */
        RECEIVED,
        /** A submission that is withdrawn, with how many values came with it. */
        WITHDRAWN,
        /** The same by series and region, with how many of those. */
        WITHDRAWN_VALUES,
        /** The median of the regions of a level in a year, {@link #MEDIAN_VALUE}. */
        MEDIAN,
        /** What a sender wants said wherever the data are shown. */
        NOTICE,
        /** How unequal the counties of the workbook's region are, in years that are over. */
        EQUITY,
        CONVERGENCE,
        CONTRIBUTION,
        /** The score of a region, over all and by field. */
        SCORE,
        /** The place of a region over all, without its name. */
        PLACE
    }

    /** In the table of all kinds: the columns of a row's own kind, in their order, as {@link Packed} has them. */
    static final String PACKED = "packed";

    /** Beside a row in the table of all kinds: the name of its own. */
    static final String KIND = "kind";

    /** Beside a row in the table of all kinds, where it is asked for: {@link Packed#hash} of it. */
    static final String HASH = "hash";

    /** Columns that no table has. */
    static final String MEDIAN_VALUE = "median";

    static final String OLD_VALUE = "old_value";
    static final String VALUES = "values";

    private final Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);

    /** Rows in whatever order. */
    Facts(Map<Kind, List<Row>> rows) {
        rows.forEach((kind, list) ->
                this.rows.put(kind, list.stream().sorted(Facts::compare).toList()));
    }

    /**
     * From rows of all kinds in one table.
     *
     * @param schemas the columns of each kind
     */
    static Facts of(Iterator<Row> mixed, Map<Kind, StructType> schemas) {
        Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
        // Millions of rows name the same few indicators and regions: each text is kept once.
        Map<String, String> texts = new HashMap<>();
        while (mixed.hasNext()) {
            Row row = mixed.next();
            Kind kind = Kind.valueOf(row.getAs(KIND));
            add(
                    Packed.row(
                            row.getList(row.fieldIndex(PACKED)),
                            schemas.get(kind),
                            text -> texts.computeIfAbsent(text, itself -> itself)),
                    kind,
                    rows.computeIfAbsent(kind, k -> new ArrayList<>()));
        }
        return new Facts(rows);
    }

    /** Of when figures were received only the last is asked for, and there is one for each series and region. */
    private static void add(Row row, Kind kind, List<Row> rows) {
        if (kind != Kind.RECEIVED || rows.isEmpty()) {
            rows.add(row);
        } else if (compareByReceipt(rows.get(0), row) < 0) {
            rows.set(0, row);
        }
    }

    /** By when they were received, and where that is the same in any order that is always the same. */
    private static int compareByReceipt(Row one, Row other) {
        int at = one.fieldIndex(ObservationTable.RECEIVED_AT);
        int order = compareValues(one.get(at), other.get(at));
        return order != 0 ? order : compare(one, other);
    }

    /** These, and rows of other kinds, by their columns from the left. */
    Facts and(Map<Kind, List<Row>> others) {
        rows.putAll(others);
        return this;
    }

    /** The rows of a kind, by their columns from the left. */
    List<Row> of(Kind kind) {
        return rows.getOrDefault(kind, List.of());
    }

    private static int compare(Row one, Row other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compareValues(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // columns of one type
    private static int compareValues(Object one, Object other) {
        if (one == other) {
            return 0;
        }
        if (!(one instanceof Comparable) || !(other instanceof Comparable)) {
            return Boolean.compare(one != null, other != null);
        }
        return Comparator.<Comparable<Object>>naturalOrder()
                .compare((Comparable<Object>) one, (Comparable<Object>) other);
    }
}
