package org.minsheng.parse;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A table that a test makes up, with what is in it, and its file as .xlsx, .ods or .csv. */
public final class MadeTable {
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    public final String name;
    final TreeSet<String> expected = new TreeSet<>();
    private final String sheet;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<CellRangeAddress> merges = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param name of the file; how it ends says how it is written
     */
    MadeTable(String name, String sheet) {
        this.name = name;
        this.sheet = sheet;
    }

    /** Adds a row of texts, numbers and nulls. */
    MadeTable row(Object... cells) {
        return row(new ArrayList<>(java.util.Arrays.asList(cells)));
    }

    MadeTable row(List<Object> cells) {
        rows.add(cells);
        return this;
    }

    /** Merges cells of the row that was added last, or of it and those below. */
    MadeTable merge(int left, int right, int down) {
        int row = rows.size() - 1;
        merges.add(new CellRangeAddress(row, row + down - 1, left, right));
        return this;
    }

    int rows() {
        return rows.size();
    }

    void expect(String series, String region, int year, BigDecimal value) {
        expected.add(shown(series, region, year, value));
    }

    static String shown(String series, String region, int year, BigDecimal value) {
        return series + " " + region + " " + year + " "
                + value.stripTrailingZeros().toPlainString();
    }

    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".xlsx")) {
            writeXlsx(file);
        } else if (name.endsWith(".ods")) {
            writeOds(file);
        } else {
            Charset charset = name.contains("GB") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
            String separator = name.contains("GB") ? ";" : ",";
            Files.writeString(
                    file,
                    rows.stream()
                            .map(row -> row.stream()
                                    .map(cell -> cell == null ? "" : cell.toString())
                                    .collect(Collectors.joining(separator)))
                            .collect(Collectors.joining("\r\n", "", "\r\n")),
                    charset);
        }
        return file;
    }

    private void writeXlsx(Path file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet made = book.createSheet(sheet);
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    Object value = rows.get(i).get(j);
                    XSSFCell cell =
                            (i < made.getPhysicalNumberOfRows() ? made.getRow(i) : made.createRow(i)).createCell(j);
                    if (value instanceof Number number) {
                        cell.setCellValue(number.doubleValue());
                    } else if (value != null) {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            merges.forEach(made::addMergedRegion);
            book.write(out);
        }
    }

    private void writeOds(Path file) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>"
                + "<table:table table:name=\"" + sheet
                + "\"><table:table-column table:number-columns-repeated=\"16384\"/>");
        for (int i = 0; i < rows.size(); i++) {
            xml.append("<table:table-row>");
            for (int j = 0; j < rows.get(i).size(); j++) {
                appendCell(xml, i, j, rows.get(i).get(j));
            }
            xml.append("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>");
        }
        xml.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table></office:spreadsheet>"
                + "</office:body></office:document-content>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(ODS.getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void appendCell(StringBuilder xml, int row, int col, Object value) {
        String spans = merges.stream()
                .filter(merge -> merge.getFirstRow() == row && merge.getFirstColumn() == col)
                .map(merge -> " table:number-columns-spanned=\"" + (merge.getLastColumn() - col + 1)
                        + "\" table:number-rows-spanned=\"" + (merge.getLastRow() - row + 1) + "\"")
                .collect(Collectors.joining());
        if (value == null) {
            xml.append("<table:covered-table-cell/>");
        } else if (value instanceof Number) {
            xml.append("<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"" + spans
                    + "><text:p>" + value + "</text:p></table:table-cell>");
        } else {
            xml.append("<table:table-cell office:value-type=\"string\"" + spans + "><text:p>"
                    + value.toString().replace("<", "&lt;").replace(" ", "<text:s/>") + "</text:p></table:table-cell>");
        }
    }
}
