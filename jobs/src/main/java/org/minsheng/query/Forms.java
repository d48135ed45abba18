package org.minsheng.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The forms in which other programs take rows. */
public final class Forms {
    private Forms() {}

    /** CSV as RFC 4180 has it, with a header; an empty field is null, and an empty text has quotes. */
    public static void csv(Dataset<Row> rows, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(out);
        csv.writeRecord(Arrays.asList(rows.columns()));
        for (Iterator<List<String>> each = Cells.of(rows); each.hasNext(); ) {
            csv.writeRecord(each.next());
        }
        csv.flush();
    }

    /** A JSON object a line, with all columns, null or not. */
    public static void json(Dataset<Row> rows, Writer out) throws IOException {
        String[] names = rows.columns();
        Column[] named = IntStream.range(0, names.length)
                .mapToObj(i -> col("c" + i).as(names[i]))
                .toArray(Column[]::new);
        Iterator<String> each = Cells.numbered(rows)
                .select(to_json(struct(named), Map.of("ignoreNullFields", "false")))
                .as(Encoders.STRING())
                .toLocalIterator();
        while (each.hasNext()) {
            out.write(each.next());
            out.write('\n');
        }
        out.flush();
    }
}
