package org.minsheng.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Repacks an archive so that the same entries give the same bytes: POI writes the time of the clock into it. */
public final class ReproducibleZip {
    private static final LocalDateTime TIME = LocalDateTime.of(2019, 7, 16, 0, 0);

    private ReproducibleZip() {}

    /** The same entries, sorted, with one time stamp. */
    public static byte[] repack(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                made.setTimeLocal(TIME);
                to.putNextEntry(made);
                to.write(entry.getValue());
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
