package org.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.minsheng.query.Cells;
import org.minsheng.query.Forms;

/** Prints the rows of a result. */
final class RowsOut {
    /** The forms that rows are printed in. */
    enum Format {
        table,
        csv,
        json
    }

    private final Format format;
    private final int limit;
    private final PrintWriter out;

    /**
     * For a form.
     *
     * @param limit the most rows of a table; those for programs are whole, and a query limits them itself
     */
    RowsOut(Format format, int limit, PrintWriter out) {
        this.format = format;
        this.limit = limit;
        this.out = out;
    }

    void print(Dataset<Row> rows) throws IOException {
        switch (format) {
            case table -> printTable(rows);
            case csv -> Forms.csv(rows, out);
            case json -> Forms.json(rows, out);
        }
        out.flush();
    }

    private void printTable(Dataset<Row> all) {
        List<List<String>> rows = new ArrayList<>();
        Iterator<List<String>> each = Cells.of(all.limit(limit + 1));
        while (each.hasNext() && rows.size() < limit) {
            rows.add(each.next());
        }
        Set<Integer> numbers = IntStream.range(0, all.columns().length)
                .filter(i -> all.schema().fields()[i].dataType() instanceof NumericType)
                .boxed()
                .collect(Collectors.toSet());
        TextTable table = new TextTable(Arrays.asList(all.columns()), rows, numbers);
        out.println(table.header());
        out.println(table.rule());
        rows.forEach(row -> out.println(table.line(row)));
        out.println(
                each.hasNext()
                        ? rows.size() + " rows, and there are more: --limit shows them, --format csv and json give all"
                        : rows.size() + (rows.size() == 1 ? " row" : " rows"));
    }
}
