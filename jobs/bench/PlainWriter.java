package org.minsheng.report.book;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a book with POI as a first program would: all of it in memory, then into the file. */
public final class PlainWriter {
    private PlainWriter() {}

    /** Writes the file. */
    public static void write(Book book, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            BookWriter.fill(workbook, workbook, book);
            workbook.write(out);
        }
    }
}
