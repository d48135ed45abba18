package org.minsheng.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The values of rows as texts, as people and other programs read them; null stays null. */
public final class Cells {
    private Cells() {}

    /** The rows of a result, one after another, so that no more than a part of it is in memory. */
    public static Iterator<List<String>> of(Dataset<Row> rows) {
        Dataset<Row> numbered = numbered(rows);
        Column[] cells = IntStream.range(0, numbered.columns().length)
                .mapToObj(i -> numbered.schema().fields()[i].dataType() == DataTypes.DoubleType
                        ? numbered.col("c" + i)
                        : numbered.col("c" + i).cast(DataTypes.StringType))
                .toArray(Column[]::new);
        Iterator<Row> each = numbered.select(cells).toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public List<String> next() {
                return texts(each.next());
            }
        };
    }

    /** The same rows with columns c0, c1 and so on, as two of a query may have one name. */
    static Dataset<Row> numbered(Dataset<Row> rows) {
        return rows.toDF(
                IntStream.range(0, rows.columns().length).mapToObj(i -> "c" + i).toArray(String[]::new));
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.length());
        for (int i = 0; i < row.length(); i++) {
            Object value = row.get(i);
            texts.add(value instanceof Double number ? plain(number) : (String) value);
        }
        return texts;
    }

    /** Without an exponent, which not every program reads, and without digits that say nothing. */
    private static String plain(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
