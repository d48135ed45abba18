package org.minsheng.report.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

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

    /** The same of a file of any size, whose entries stay compressed as they are; the stream stays open. */
    public static void repack(File zip, OutputStream out) throws IOException {
        try (ZipFile from = ZipFile.builder().setFile(zip).get()) {
            ZipArchiveOutputStream to = new ZipArchiveOutputStream(out);
            List<ZipArchiveEntry> entries = Collections.list(from.getEntries()).stream()
                    .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                    .toList();
            for (ZipArchiveEntry entry : entries) {
                ZipArchiveEntry made = new ZipArchiveEntry(entry.getName());
                made.setTimeLocal(TIME);
                made.setMethod(entry.getMethod());
                made.setCrc(entry.getCrc());
                made.setSize(entry.getSize());
                made.setCompressedSize(entry.getCompressedSize());
                try (InputStream in = from.getRawInputStream(entry)) {
                    to.addRawArchiveEntry(made, in);
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
