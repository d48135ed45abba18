package org.minsheng.report.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
                put(to, entry.getKey(), new ByteArrayInputStream(entry.getValue()));
            }
        }
        return out.toByteArray();
    }

    /** The same of a file of any size; the stream stays open. */
    public static void repack(File zip, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(zip)) {
            ZipOutputStream to = new ZipOutputStream(out);
            List<? extends ZipEntry> entries = from.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = from.getInputStream(entry)) {
                    put(to, entry.getName(), in);
                }
            }
            to.finish();
        }
    }

    private static void put(ZipOutputStream to, String name, InputStream content) throws IOException {
        ZipEntry made = new ZipEntry(name);
        made.setTimeLocal(TIME);
        to.putNextEntry(made);
        content.transferTo(to);
        to.closeEntry();
    }
}
