package org.minsheng.parse.file;

/** Reads the rows of an .xlsx sheet one at a time; rows without a filled cell take no memory, however many. */
final class XlsxRows implements Rows {
    static final Cell NOT_WORKED_OUT = new Cell(Cell.Kind.ERROR, "#N/V", 0);

    private final Xml xml;
    private final XlsxTexts texts;
    private final boolean from1904;
    private int lastRow = -1;

    XlsxRows(Xml xml, XlsxTexts texts, boolean from1904) {
        this.xml = xml;
        this.texts = texts;
        this.from1904 = from1904;
    }

    @Override
    public SheetRow next() throws Unreadable {
        while (xml.next()) {
            if (xml.starts("row")) {
                SheetRow row = readRow();
                if (row.filled() > 0) {
                    return row;
                }
            }
        }
        return null;
    }

    private SheetRow readRow() throws Unreadable {
        int index = xml.number("r", XlsxSheet.LAST_ROW + 1, lastRow + 2) - 1;
        if (index <= lastRow || index > XlsxSheet.LAST_ROW) {
            throw new Unreadable(
                    Unreadable.Why.UNREADABLE,
                    "damaged workbook: row " + (index + 1) + " stands below row " + (lastRow + 1));
        }
        lastRow = index;
        SheetRow row = new SheetRow(index, xml.flag("hidden"));
        int lastCol = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String ref = xml.attribute("r");
                int col = ref == null ? lastCol + 1 : col(ref);
                if (col <= lastCol || col > XlsxSheet.LAST_COL) {
                    throw new Unreadable(
                            Unreadable.Why.UNREADABLE,
                            "damaged workbook: the cells of row " + (index + 1) + " are out of order");
                }
                lastCol = col;
                row.set(col, readCell());
            }
        }
        return row;
    }

    private static int col(String ref) throws Unreadable {
        int letters = 0;
        while (letters < ref.length() && XlsxSheet.isLetter(ref.charAt(letters))) {
            letters++;
        }
        return XlsxSheet.col(ref.substring(0, letters));
    }

    private Cell readCell() throws Unreadable {
        String type = xml.attribute("t") == null ? "n" : xml.attribute("t");
        int style = xml.number("s", Integer.MAX_VALUE, 0);
        String value = null;
        boolean formula = false;
        Cell inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                inline = XlsxFile.richText(xml, "is");
            } else if (xml.starts("f")) {
                formula = true;
            }
        }
        CellStyle look = texts.style(style);
        if (inline != null) {
            return look.seen(inline);
        } else if (value == null) {
            // A formula that no program has worked out yet is not a blank.
            return formula ? NOT_WORKED_OUT : Cell.BLANK;
        }
        return look.seen(
                switch (type) {
                    case "s" -> texts.text(value);
                    case "str" -> Cell.text(XlsxTexts.decoded(value));
                    case "b" -> Cell.text(value.strip().equals("1") ? "TRUE" : "FALSE");
                    case "e" -> new Cell(Cell.Kind.ERROR, value, 0);
                    case "d" -> new Cell(Cell.Kind.DATE, value, 0);
                    default ->
                        value.isBlank()
                                ? formula ? NOT_WORKED_OUT : Cell.BLANK
                                : look.format().cell(number(value), from1904);
                });
    }

    private double number(String value) throws Unreadable {
        try {
            // Java also reads 402000d and 0x1p3, which no workbook holds.
            char last = value.charAt(value.length() - 1);
            if (last != 'd' && last != 'D' && last != 'f' && last != 'F' && value.indexOf('x') < 0) {
                return Double.parseDouble(value);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Unreadable(
                Unreadable.Why.UNREADABLE,
                "damaged workbook: '" + value + "' in row " + (lastRow + 1) + " is no number");
    }

    @Override
    public void close() {
        xml.close();
    }
}
