package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** An old Excel workbook (.xls), read record by record in one go, as its cells may stand in any order. */
final class XlsFile implements TableFile {
    private final List<Content> sheets = new ArrayList<>();
    private final List<ExtendedFormatRecord> styleRecords = new ArrayList<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final Map<Integer, CellStyle> styles = new HashMap<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private SSTRecord texts;
    private boolean from1904;
    private long cells;

    /** One sheet's cells. */
    private static final class Content implements Sheet {
        private final String name;
        private final boolean hidden;
        private final Map<Integer, SheetRow> rows = new TreeMap<>();
        private final Set<Integer> hiddenRows = new HashSet<>();
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private final List<Merge> merges = new ArrayList<>();

        Content(String name, boolean hidden) {
            this.name = name;
            this.hidden = hidden;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean hidden() {
            return hidden;
        }

        @Override
        public Rows rows() {
            Iterator<SheetRow> iterator = rows.values().iterator();
            return new Rows() {
                @Override
                public SheetRow next() {
                    return iterator.hasNext() ? iterator.next() : null;
                }

                @Override
                public void close() {
                    // all of it is in memory
                }
            };
        }

        @Override
        public List<Merge> merges() {
            return merges;
        }

        @Override
        public Set<Integer> hiddenColumns() {
            return hiddenColumns;
        }
    }

    private XlsFile() {}

    static TableFile read(DirectoryNode root) throws Unreadable, IOException {
        XlsFile file = new XlsFile();
        try (InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive("Workbook"))) {
            file.read(new RecordFactoryInputStream(in, false));
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(Unreadable.Why.PROTECTED);
        }
        return file;
    }

    private void read(RecordFactoryInputStream records) throws Unreadable {
        int sheet = -1;
        int depth = 0;
        FormulaRecord waiting = null;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord) {
                depth++;
                sheet += depth == 1 ? 1 : 0; // the first is the workbook itself; what is inside a sheet is a chart
            } else if (record instanceof EOFRecord) {
                if (waiting != null && sheet > 0 && sheet <= sheets.size()) {
                    put(sheets.get(sheet - 1), waiting, XlsxRows.NOT_WORKED_OUT);
                    waiting = null;
                }
                depth--;
            } else if (sheet == 0) {
                readShared(record);
            } else if (depth == 1 && sheet > 0 && sheet <= sheets.size()) {
                Content content = sheets.get(sheet - 1);
                if (waiting != null
                        && !(record instanceof StringRecord)
                        && (record instanceof CellValueRecordInterface || record instanceof RowRecord)) {
                    put(content, waiting, XlsxRows.NOT_WORKED_OUT); // its text does not follow
                    waiting = null;
                }
                if (record instanceof FormulaRecord formula && formula.hasCachedResultString()) {
                    waiting = formula;
                } else if (record instanceof StringRecord string && waiting != null) {
                    put(content, waiting, Cell.text(string.getString()));
                    waiting = null;
                } else {
                    readInSheet(content, record);
                }
            }
        }
        for (Content content : sheets) {
            content.rows.values().removeIf(row -> row.filled() == 0);
            content.rows.replaceAll((index, row) -> content.hiddenRows.contains(index) ? hidden(row) : row);
        }
    }

    private static SheetRow hidden(SheetRow row) {
        SheetRow hidden = new SheetRow(row.index(), true);
        for (int col = 0; col < row.width(); col++) {
            hidden.set(col, row.get(col));
        }
        return hidden;
    }

    private void readShared(Record record) throws Unreadable {
        if (record instanceof BoundSheetRecord bound) {
            sheets.add(new Content(bound.getSheetname(), bound.isHidden() || bound.isVeryHidden()));
            if (sheets.size() > Limits.SHEETS) {
                throw Limits.exceeded("sheets", sheets.size(), Limits.SHEETS);
            }
        } else if (record instanceof SSTRecord sst) {
            texts = sst;
        } else if (record instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            styleRecords.add(style);
        } else if (record instanceof FontRecord font) {
            fonts.add(font);
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        }
    }

    private void readInSheet(Content content, Record record) throws Unreadable {
        if (record instanceof NumberRecord number) {
            put(content, number, number(number.getXFIndex(), number.getValue()));
        } else if (record instanceof LabelSSTRecord label) {
            boolean known =
                    texts != null && label.getSSTIndex() >= 0 && label.getSSTIndex() < texts.getNumUniqueStrings();
            if (!known) {
                throw new Unreadable(
                        Unreadable.Why.UNREADABLE, "damaged workbook: there is no text number " + label.getSSTIndex());
            }
            put(content, label, text(texts.getString(label.getSSTIndex())));
        } else if (record instanceof LabelRecord label) {
            put(content, label, Cell.text(label.getValue()));
        } else if (record instanceof BoolErrRecord value) {
            put(
                    content,
                    value,
                    value.isBoolean()
                            ? Cell.text(value.getBooleanValue() ? "TRUE" : "FALSE")
                            : error(value.getErrorValue()));
        } else if (record instanceof FormulaRecord formula) {
            put(content, formula, result(formula));
        } else if (record instanceof RowRecord row && row.getZeroHeight()) {
            content.hiddenRows.add(row.getRowNumber());
        } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
            for (int col = columns.getFirstColumn(); col <= Math.min(255, columns.getLastColumn()); col++) {
                content.hiddenColumns.add(col);
            }
        } else if (record instanceof MergeCellsRecord areas) {
            for (int i = 0; i < areas.getNumAreas(); i++) {
                CellRangeAddress area = areas.getAreaAt(i);
                content.merges.add(
                        new Merge(area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn()));
            }
            if (content.merges.size() > Limits.MERGES) {
                throw Limits.exceeded("merged areas", content.merges.size(), Limits.MERGES);
            }
        }
    }

    private Cell result(FormulaRecord formula) {
        CellType type = formula.getCachedResultTypeEnum();
        return switch (type) {
            case NUMERIC -> number(formula.getXFIndex(), formula.getValue());
            case BOOLEAN -> Cell.text(formula.getCachedBooleanValue() ? "TRUE" : "FALSE");
            case ERROR -> error(formula.getCachedErrorValue());
            default -> Cell.BLANK;
        };
    }

    private Cell number(int style, double number) {
        return style(style).format().cell(number, from1904);
    }

    private Cell text(UnicodeString string) {
        String whole = string.getString();
        int runs = string.getFormatRunCount();
        if (runs == 0) {
            return Cell.text(whole);
        }
        RichText text = new RichText();
        int from = 0;
        FontRecord font = null; // that of the cell, which speaks for itself
        for (int i = 0; i <= runs; i++) {
            int to = i == runs ? whole.length() : string.getFormatRun(i).getCharacterPos();
            if (to > from && to <= whole.length()) {
                text.add(whole.substring(from, to), script(font), font != null && font.isStruckout());
                from = to;
            }
            font = i == runs ? null : font(string.getFormatRun(i).getFontIndex());
        }
        return text.cell();
    }

    /** The font of a number; there is none that is called 4. */
    private FontRecord font(int number) {
        int index = number > 4 ? number - 1 : number;
        return index >= 0 && index < fonts.size() ? fonts.get(index) : null;
    }

    private static RichText.Script script(FontRecord font) {
        return switch (font == null ? FontRecord.SS_NONE : font.getSuperSubScript()) {
            case FontRecord.SS_SUPER -> RichText.Script.RAISED;
            case FontRecord.SS_SUB -> RichText.Script.LOWERED;
            default -> RichText.Script.NONE;
        };
    }

    private CellStyle style(int index) {
        return styles.computeIfAbsent(index, i -> {
            if (i < 0 || i >= styleRecords.size()) {
                return CellStyle.PLAIN;
            }
            int format = styleRecords.get(i).getFormatIndex();
            FontRecord font = font(styleRecords.get(i).getFontIndex());
            Cell.Kind marked = script(font) == RichText.Script.NONE ? null : Cell.Kind.MARK;
            return new CellStyle(
                    NumberFormat.of(format, formats.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format))),
                    font != null && font.isStruckout() ? Cell.Kind.STRUCK : marked);
        });
    }

    private static Cell error(int code) {
        return new Cell(
                Cell.Kind.ERROR,
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR",
                0);
    }

    private void put(Content content, CellValueRecordInterface at, Cell plain) throws Unreadable {
        Cell cell = style(at.getXFIndex()).seen(plain);
        if (at.getColumn() < 0 || at.getColumn() > 255 || at.getRow() < 0) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: there is no column " + at.getColumn());
        } else if (!cell.blank()) {
            if (++cells > Limits.XLS_CELLS) {
                throw Limits.exceeded("cells of an .xls file", cells, Limits.XLS_CELLS);
            }
            content.rows
                    .computeIfAbsent(at.getRow(), row -> new SheetRow(row, false))
                    .set(at.getColumn(), cell);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public String format() {
        return "xls";
    }

    @Override
    public void close() {
        // all of it is in memory
    }
}
