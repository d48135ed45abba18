package org.minsheng.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows behind one workbook, by kind, in an order that does not depend on how Spark brought them. */
final class Facts {
    static final String KIND = "kind";
    static final String ROW = "row";

    static final String PROGRESS = "progress";
    static final String PROJECTION = "projection";
    static final String REJECT = "reject";
    static final String FLAG = "flag";
    static final String REPORTING = "reporting";
    static final String SUBMISSION = "submission";
    static final String CHANGE = "change";
    static final String EVIDENCE = "evidence";
    static final String RECEIVED = "received";
    static final String WITHDRAWN = "withdrawn";
    static final String WITHDRAWN_VALUES = "withdrawn_values";
    static final String MEDIAN = "median";
    static final String NOTICE = "notice";

    /** Columns that no table has. */
    static final String MEDIAN_VALUE = "median";

    static final String OLD_VALUE = "old_value";
    static final String VALUES = "values";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Row>> rows = new HashMap<>();

    /**
     * Takes rows of (kind, row as JSON).
     *
     * @param schemas of each kind; columns that a schema does not name are left out
     */
    Facts(Iterator<Row> mixed, Map<String, StructType> schemas) throws IOException {
        while (mixed.hasNext()) {
            Row row = mixed.next();
            String kind = row.getAs(KIND);
            rows.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(row(JSON.readTree(row.<String>getAs(ROW)), schemas.get(kind)));
        }
        rows.values().forEach(list -> list.sort(Facts::compare));
    }

    private static Row row(JsonNode json, StructType schema) {
        Object[] values = Arrays.stream(schema.fields())
                .map(field -> value(json.path(field.name()), field.dataType()))
                .toArray();
        return new GenericRowWithSchema(values, schema);
    }

    private static Object value(JsonNode json, DataType type) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        } else if (type.equals(DataTypes.BooleanType)) {
            return json.booleanValue();
        } else if (type.equals(DataTypes.IntegerType)) {
            return json.intValue();
        } else if (type.equals(DataTypes.LongType)) {
            return json.longValue();
        } else if (type.equals(DataTypes.DoubleType)) {
            return json.doubleValue();
        } else if (type.equals(DataTypes.DateType)) {
            return Date.valueOf(json.textValue());
        } else if (type.equals(DataTypes.TimestampType)) {
            return Timestamp.from(OffsetDateTime.parse(json.textValue()).toInstant());
        }
        return json.asText();
    }

    /** The rows of a kind, by their columns from the left. */
    List<Row> of(String kind) {
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
