package org.minsheng.query.sdmx;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Label;

/**
 * Figures and what they mean.
 *
 * @param agency who publishes them
 * @param components in the order of the columns: dimensions, the time, the value, attributes
 * @param rows with a column for each; codes as the tables of the lake have them
 */
record Flow(String id, String agency, Label name, List<Component> components, Dataset<Row> rows) {
    static final String VERSION = "1.0";

    Stream<Component> of(Component.Role role) {
        return components.stream().filter(component -> component.role() == role);
    }

    /** What the figures are called in their file. */
    String reference() {
        return agency + ":" + id + "(" + VERSION + ")";
    }
}
