package org.minsheng.equity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * From the counties' rows of the table progress to one row for each indicator of a partition, in which they are packed: sent
 * around one by one, they took most of the time.
 */
final class Packing implements MapPartitionsFunction<Row, Row> {
    /** The rows of an indicator, packed. */
    static final String PACKED = "packed";
    /** What comes out. */
    static final StructType SCHEMA = new StructType().add(INDICATOR, StringType).add(PACKED, BinaryType);

    private static final int BYTES = 2 * Integer.BYTES + 3 * Double.BYTES + 1;

    private final Counties counties;

    Packing(Counties counties) {
        this.counties = counties;
    }

    /** The columns that it reads, in their order. */
    static Column[] columns() {
        return new Column[] {
            col(INDICATOR),
            col(REF_AREA),
            col(TIME_PERIOD),
            col(OBS_VALUE),
            col(DENOMINATOR),
            col(NEEDED_CHANGE),
            col(TARGET_VALUE).isNotNull()
        };
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Map<String, ByteArrayOutputStream> packed = new HashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Integer county = counties.number(row.getString(1));
            if (county != null) {
                packed.computeIfAbsent(row.getString(0), id -> new ByteArrayOutputStream())
                        .writeBytes(pack(row, county));
            }
        }
        return packed.entrySet().stream()
                .map(one -> RowFactory.create(one.getKey(), one.getValue().toByteArray()))
                .iterator();
    }

    private static byte[] pack(Row row, int county) {
        return ByteBuffer.allocate(BYTES)
                .putInt(county)
                .putInt(row.getInt(2))
                .putDouble(number(row, 3))
                .putDouble(number(row, 4))
                .putDouble(number(row, 5))
                .put((byte) (row.getBoolean(6) ? 1 : 0))
                .array();
    }

    /** The next row. */
    static Packed read(ByteBuffer rows) {
        return new Packed(
                rows.getInt(), rows.getInt(), rows.getDouble(), rows.getDouble(), rows.getDouble(), rows.get() == 1);
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    /**
     * A row that was packed.
     *
     * @param county its number
     * @param value NaN where there is none
     * @param base the denominator, NaN where there is none
     * @param needed by how much the value misses the target, NaN where it does not
     * @param hasNumber whether the target has a number
     */
    record Packed(int county, int year, double value, double base, double needed, boolean hasNumber) {}
}
