package org.minsheng.report.book;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a book as .xlsx, sheets row by row, so that one of any length fits; the same book gives the same bytes. */
public final class BookWriter {
    private static final int ROWS_IN_MEMORY = 100;

    private BookWriter() {}

    /** The file as bytes. */
    public static byte[] write(Book book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(book, out);
        return out.toByteArray();
    }

    /** Writes the file; the stream stays open. */
    public static void write(Book book, OutputStream out) throws IOException {
        File file = File.createTempFile("workbook", ".xlsx");
        try (XSSFWorkbook frame = new XSSFWorkbook()) {
            if (book.tabs().stream().anyMatch(Form.class::isInstance)) {
                // Forms are short, and some programs that fill them in cannot change a text that stands in its cell, as
                // it does where rows are streamed, and not in the table of all texts.
                write(book, frame, frame, file);
            } else {
                try (SXSSFWorkbook workbook = new SXSSFWorkbook(frame, ROWS_IN_MEMORY)) {
                    write(book, workbook, frame, file);
                }
            }
            ReproducibleZip.repack(file, out);
        } finally {
            java.nio.file.Files.deleteIfExists(file.toPath());
        }
    }

    private static void write(Book book, Workbook workbook, XSSFWorkbook frame, File file) throws IOException {
        fill(workbook, frame, book);
        try (OutputStream to = new FileOutputStream(file)) {
            workbook.write(to);
        }
    }

    /** Fills a workbook, be it one that keeps its rows or one that lets them go. */
    static void fill(Workbook workbook, XSSFWorkbook frame, Book book) {
        Styles styles = new Styles(frame);
        PageStyles pageStyles = new PageStyles(frame, styles);
        FormStyles formStyles = new FormStyles(frame);
        List<FormWriter> forms = new ArrayList<>();
        for (Book.Tab tab : book.tabs()) {
            if (tab instanceof Book.Sheet sheet) {
                new SheetWriter(workbook, frame, styles, sheet).write();
            } else if (tab instanceof Page page) {
                new PageWriter(workbook, pageStyles, page).write();
            } else if (tab instanceof Form form) {
                forms.add(new FormWriter(workbook, frame, formStyles, form));
                frame.lockStructure(); // so that it comes back under its name
            }
        }
        forms.forEach(FormWriter::write); // all sheets are there, as formulas of one name others
        Styles.makeColoursWhole(frame);
        describe(frame.getProperties().getCoreProperties(), book);
    }

    private static void describe(CoreProperties properties, Book book) {
        properties.setTitle(book.title());
        properties.setSubjectProperty(book.subject());
        properties.getUnderlyingProperties().setLanguageProperty(book.language());
        properties.setCreator("minsheng");
        Optional<Date> made =
                Optional.of(Date.from(book.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
        properties.setCreated(made);
        properties.setModified(made);
    }
}
