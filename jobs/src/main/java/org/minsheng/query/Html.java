package org.minsheng.query;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Rows as a table of HTML, for notebooks. */
final class Html {
    private Html() {}

    /** The first rows, and whether there are more. */
    static String table(Dataset<Row> rows, int most) {
        StructField[] columns = rows.schema().fields();
        StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
        for (StructField column : columns) {
            html.append(cell("th", column, column.name()));
        }
        html.append("</tr></thead>\n<tbody>\n");
        Iterator<List<String>> each = Cells.of(rows.limit(most + 1));
        for (int i = 0; i < most && each.hasNext(); i++) {
            List<String> row = each.next();
            html.append("<tr>");
            for (int c = 0; c < columns.length; c++) {
                html.append(cell("td", columns[c], row.get(c) == null ? "" : row.get(c)));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        return each.hasNext() ? html + "<p>The first " + most + " rows; there are more.</p>\n" : html.toString();
    }

    private static String cell(String tag, StructField column, String text) {
        String align = column.dataType() instanceof NumericType ? "right" : "left";
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + tag + " style=\"text-align:" + align + "\">" + escaped + "</" + tag + ">";
    }
}
