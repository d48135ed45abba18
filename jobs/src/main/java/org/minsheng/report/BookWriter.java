package org.minsheng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintOrientation;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;

/** Writes a book as .xlsx; the same book gives the same bytes. */
final class BookWriter {
    private static final String HEADING = "黑体";
    private static final String BODY = "宋体";
    private static final int HEADER_ROW = 2;
    private static final float LINE = 15;
    /** Excel's rows are at most 409 points high. */
    private static final int MOST_LINES = 29;
    /** Time stamps inside the file; any fixed instant does. */
    private static final Date EPOCH = Date.from(java.time.Instant.parse("2019-07-16T00:00:00Z"));

    private static final Map<Book.Light, int[]> COLOURS = new EnumMap<>(Map.of(
            Book.Light.GREEN, new int[] {0xC6, 0xEF, 0xCE},
            Book.Light.AMBER, new int[] {0xFF, 0xEB, 0x9C},
            Book.Light.RED, new int[] {0xFF, 0xC7, 0xCE},
            Book.Light.GREY, new int[] {0xE7, 0xE6, 0xE6}));

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();

    private BookWriter(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] write(Book book) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            BookWriter writer = new BookWriter(workbook);
            book.sheets().forEach(writer::writeSheet);
            var properties = workbook.getProperties().getCoreProperties();
            properties.setTitle(book.title());
            properties.setCreator("minsheng");
            properties.setCreated(Optional.of(EPOCH));
            properties.setModified(Optional.of(EPOCH));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return ReproducibleZip.repack(out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // bytes in memory: cannot be
        }
    }

    private void writeSheet(Book.Sheet sheet) {
        XSSFSheet to = workbook.createSheet(sheet.name());
        XSSFRow title = to.createRow(0);
        title.setHeightInPoints(28);
        put(title.createCell(0), sheet.title(), style("title"));
        put(to.createRow(1).createCell(0), sheet.subtitle(), style("note"));
        XSSFRow header = to.createRow(HEADER_ROW);
        header.setHeightInPoints(32);
        for (int col = 0; col < sheet.columns().size(); col++) {
            put(header.createCell(col), sheet.columns().get(col).header(), style("header"));
            to.setColumnWidth(col, (sheet.columns().get(col).width() + 1) * 256);
        }
        int row = HEADER_ROW;
        for (var values : sheet.rows()) {
            XSSFRow line = to.createRow(++row);
            line.setHeightInPoints(LINE * lines(sheet.columns(), values));
            for (int col = 0; col < values.size(); col++) {
                put(line.createCell(col), values.get(col));
            }
        }
        int last = row;
        for (String note : sheet.notes()) {
            put(to.createRow(++row).createCell(0), note, style("note"));
        }
        int right = sheet.columns().size() - 1;
        if (last > HEADER_ROW) {
            to.setAutoFilter(new CellRangeAddress(HEADER_ROW, last, 0, right));
        }
        to.createFreezePane(sheet.fixedColumns(), HEADER_ROW + 1);
        printSetUp(to, row, right);
    }

    /** How many lines the longest text of a row takes, as nobody asks the fonts of this machine. */
    private static int lines(List<Book.Column> columns, List<Book.Value> values) {
        int lines = 1;
        for (int col = 0; col < values.size(); col++) {
            if (values.get(col) instanceof Book.Value.Text text) {
                lines = Math.max(
                        lines,
                        (width(text.text()) + columns.get(col).width() - 1)
                                / columns.get(col).width());
            }
        }
        return Math.min(lines, MOST_LINES);
    }

    /** The width of a text in characters, a Chinese one counting as two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    private void printSetUp(XSSFSheet sheet, int bottom, int right) {
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setOrientation(PrintOrientation.LANDSCAPE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, right, 0, bottom);
        Footer footer = sheet.getFooter();
        footer.setLeft("&A");
        footer.setRight("&P / &N");
    }

    private void put(XSSFCell cell, String text, XSSFCellStyle style) {
        // Text from outside only as a string, so that "=..." stays text.
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void put(XSSFCell cell, Book.Value value) {
        if (value instanceof Book.Value.Number number) {
            cell.setCellValue(number.number());
            cell.setCellStyle(style(number.decimals()));
        } else if (value instanceof Book.Value.Status status) {
            put(cell, status.word(), style(status.light()));
        } else if (value instanceof Book.Value.Text text) {
            put(cell, text.text(), style("text"));
        } else if (value instanceof Book.Value.Mark mark) {
            put(cell, mark.text(), style("mark"));
        }
    }

    private XSSFCellStyle style(Object kind) {
        XSSFCellStyle known = styles.get(kind);
        if (known == null) {
            known = make(kind);
            styles.put(kind, known);
        }
        return known;
    }

    private XSSFCellStyle make(Object kind) {
        XSSFCellStyle style = workbook.createCellStyle();
        boolean heading = "title".equals(kind) || "header".equals(kind);
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) ("title".equals(kind) ? 16 : 10));
        font.setFontName(heading ? HEADING : BODY);
        inOrder(font);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if ("title".equals(kind) || "note".equals(kind)) {
            return style;
        }
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if ("header".equals(kind)) {
            style.setWrapText(true);
            style.setAlignment(HorizontalAlignment.CENTER);
            fill(style, new int[] {0xDD, 0xEB, 0xF7});
        } else if (kind instanceof Book.Light light) {
            style.setAlignment(HorizontalAlignment.CENTER);
            fill(style, COLOURS.get(light));
        } else if (kind instanceof Integer decimals) {
            String format = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
        } else if ("mark".equals(kind)) {
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setQuotePrefixed(true);
        } else {
            style.setWrapText(true);
            style.setQuotePrefixed(true);
        }
        return style;
    }

    /** The file format wants a font's weight before its size and its name behind; POI writes them as it likes. */
    static void inOrder(XSSFFont font) {
        try (XmlCursor part = font.getCTFont().newCursor();
                XmlCursor to = font.getCTFont().newCursor()) {
            part.toChild(XSSFRelation.NS_SPREADSHEETML, "name");
            to.toEndToken();
            part.moveXml(to);
        }
        try (XmlCursor part = font.getCTFont().newCursor();
                XmlCursor to = font.getCTFont().newCursor()) {
            if (part.toChild(XSSFRelation.NS_SPREADSHEETML, "b")) {
                to.toFirstChild();
                part.moveXml(to);
            }
        }
    }

    static void fill(XSSFCellStyle style, int[] rgb) {
        byte[] argb = {(byte) 0xFF, (byte) rgb[0], (byte) rgb[1], (byte) rgb[2]};
        style.setFillForegroundColor(new XSSFColor(argb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
