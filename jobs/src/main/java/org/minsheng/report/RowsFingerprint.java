package org.minsheng.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.storage.Sha256;

/** A fingerprint of rows, whatever their order was. */
final class RowsFingerprint {
    private final Sha256 hash = new Sha256();

    private RowsFingerprint() {}

    /** That of rows, each under its kind; in 64 hexadecimal digits. */
    static String of(Facts facts) {
        RowsFingerprint made = new RowsFingerprint();
        for (Facts.Kind kind : Facts.Kind.values()) {
            List<Row> rows = facts.of(kind);
            made.add(rows.size());
            rows.forEach(made::add);
        }
        return made.hash.end();
    }

    private void add(Row row) {
        for (int i = 0; i < row.size(); i++) {
            // A time stamp's own text depends on the zone of the machine.
            add(row.get(i) instanceof Timestamp at ? at.toInstant() : row.get(i));
        }
    }

    /** With its length before it, so that "ab" beside "c" is not "a" beside "bc", and nothing is not the text "null". */
    private void add(Object value) {
        byte[] text = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        hash.add(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : text.length)
                .array());
        hash.add(text);
    }
}
