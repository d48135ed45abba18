package org.minsheng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The rows behind one workbook, by kind, in an order that does not depend on how Spark brought them. */
final class Facts {
    /** What a row is of: a table of the lake as it is, or what was made of one. */
    enum Kind {
        PROGRESS,
        PROJECTION,
        REJECT,
        FLAG,
        REPORTING,
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
        NOTICE;

        /** The column in which rows of this kind stand. */
        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    /** Takes rows whose first columns are those of the kinds, of which one holds a row and the others nothing. */
    static Facts of(Iterator<Row> mixed) {
        Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
        while (mixed.hasNext()) {
            Row row = mixed.next();
            for (Kind kind : Kind.values()) {
                if (!row.isNullAt(kind.ordinal())) {
                    rows.computeIfAbsent(kind, k -> new ArrayList<>()).add(row.getStruct(kind.ordinal()));
                }
            }
        }
        return new Facts(rows);
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
        if (!(one instanceof Comparable) || !(other instanceof Comparable)) {
            return Boolean.compare(one != null, other != null);
        }
        return Comparator.<Comparable<Object>>naturalOrder()
                .compare((Comparable<Object>) one, (Comparable<Object>) other);
    }
}
