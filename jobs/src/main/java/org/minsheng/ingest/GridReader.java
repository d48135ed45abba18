package org.minsheng.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Reads a file as grids of cells. What the file is follows from its bytes; its name may be wrong. */
final class GridReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private GridReader() {}

    /** The sheets that hold anything, in their order; a text file is one sheet without a name. */
    static List<Grid> read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(Reason.EMPTY_FILE, "0 bytes");
        }
        List<Grid> grids = startsWith(bytes, ZIP) || startsWith(bytes, OLE2) ? readWorkbook(bytes) : readText(bytes);
        List<Grid> filled = grids.stream().filter(grid -> !grid.empty()).toList();
        if (filled.isEmpty()) {
            throw new Unreadable(Reason.EMPTY_FILE, "");
        }
        return filled;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static List<Grid> readWorkbook(byte[] bytes) throws Unreadable {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            List<Grid> grids = new ArrayList<>();
            for (Sheet sheet : workbook) {
                grids.add(readSheet(sheet));
            }
            return grids;
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(Reason.UNREADABLE_FILE, "the workbook is protected by a password");
        } catch (IOException | RuntimeException e) {
            // POI answers a damaged file with exceptions of many kinds.
            throw new Unreadable(Reason.UNREADABLE_FILE, "not a whole Excel workbook: " + e.getMessage());
        }
    }

    private static Grid readSheet(Sheet sheet) {
        Grid grid = new Grid(sheet.getSheetName());
        for (Row row : sheet) {
            for (Cell cell : row) {
                GridCell read = readCell(cell);
                if (!read.blank()) {
                    grid.set(cell.getRowIndex(), cell.getColumnIndex(), read);
                }
            }
        }
        sheet.getMergedRegions()
                .forEach(m -> grid.merge(
                        new Grid.Merge(m.getFirstRow(), m.getFirstColumn(), m.getLastRow(), m.getLastColumn())));
        return grid;
    }

    private static GridCell readCell(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? new GridCell(
                                GridCell.Kind.DATE,
                                cell.getLocalDateTimeCellValue().toString(),
                                null)
                        : GridCell.number(BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> GridCell.text(cell.getStringCellValue());
            case BOOLEAN -> GridCell.text(String.valueOf(cell.getBooleanCellValue()));
            case ERROR ->
                new GridCell(
                        GridCell.Kind.ERROR,
                        FormulaError.isValidCode(cell.getErrorCellValue())
                                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                                : "#ERROR",
                        null);
            default -> GridCell.BLANK;
        };
    }

    private static List<Grid> readText(byte[] bytes) throws Unreadable {
        Grid grid = new Grid("");
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(decode(bytes))) {
            for (CsvRecord row : csv) {
                // The line of the file, so that the place is right even behind fields with line breaks.
                int line = (int) row.getStartingLineNumber() - 1;
                for (int col = 0; col < row.getFieldCount(); col++) {
                    grid.set(line, col, GridCell.text(row.getField(col)));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Unreadable(Reason.UNREADABLE_FILE, "not a CSV file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // text in memory: cannot be
        }
        return List.of(grid);
    }

    /** UTF-8 if the bytes are that, else GB18030: hardly any text in GB18030 happens to be whole UTF-8. */
    private static String decode(byte[] bytes) throws Unreadable {
        int skip = startsWith(bytes, UTF8_BOM) ? UTF8_BOM.length : 0;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    return text;
                }
            } catch (CharacterCodingException e) {
                // the next one is tried
            }
        }
        throw new Unreadable(Reason.UNREADABLE_FILE, "neither an Excel workbook nor text in UTF-8 or GB18030");
    }
}
