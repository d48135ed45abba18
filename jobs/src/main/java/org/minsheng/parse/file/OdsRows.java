package org.minsheng.parse.file;

/** Reads the rows of an .ods sheet one at a time. Rows and cells that stand for many, as most empty ones do, take no memory. */
final class OdsRows implements Rows {
    private final Xml xml;
    private final OdsCells cells;
    private SheetRow repeated;
    private int left;
    private long nextIndex;
    private long filled;

    OdsRows(Xml xml, OdsStyles styles) {
        this.xml = xml;
        this.cells = new OdsCells(xml, styles);
    }

    static int repeated(Xml xml, String attribute) throws Unreadable {
        return Math.max(1, xml.number(attribute, Integer.MAX_VALUE, 1));
    }

    static boolean isHidden(Xml xml) {
        String visibility = xml.attribute("visibility");
        return visibility != null && !visibility.equals("visible");
    }

    @Override
    public SheetRow next() throws Unreadable {
        if (left > 0) {
            left--;
            return again();
        }
        while (xml.next() && !xml.ends("table")) {
            if (xml.starts("table-row")) {
                int times = repeated(xml, "number-rows-repeated");
                SheetRow row = readRow();
                if (row.filled() > 0) {
                    repeated = row;
                    left = times - 1;
                    count(row.filled() * (long) left);
                    return row;
                }
                nextIndex += times - 1;
            }
        }
        return null;
    }

    private SheetRow again() throws Unreadable {
        SheetRow row = new SheetRow(index(), repeated.hidden());
        for (int col = 0; col < repeated.width(); col++) {
            row.set(col, repeated.get(col));
        }
        return row;
    }

    private int index() throws Unreadable {
        return (int) Math.min(nextIndex++, Integer.MAX_VALUE);
    }

    /** Cells that a file does not hold, but says that there are. */
    private void count(long more) throws Unreadable {
        filled += more;
        if (filled > Limits.ODS_REPEATED) {
            throw Limits.exceeded("repeated cells", filled, Limits.ODS_REPEATED);
        }
    }

    private SheetRow readRow() throws Unreadable {
        SheetRow row = new SheetRow(index(), isHidden(xml));
        long col = 0;
        while (xml.next() && !xml.ends("table-row")) {
            boolean covered = xml.starts("covered-table-cell");
            if (covered || xml.starts("table-cell")) {
                int times = repeated(xml, "number-columns-repeated");
                Cell cell = cells.read(covered ? "covered-table-cell" : "table-cell");
                if (!cell.blank() && !covered) {
                    if (col + times > XlsxSheet.LAST_COL + 1L) {
                        throw Limits.exceeded("columns", col + times, XlsxSheet.LAST_COL + 1L);
                    }
                    count(times - 1);
                    for (int i = 0; i < times; i++) {
                        row.set((int) col + i, cell);
                    }
                }
                col += times;
            }
        }
        return row;
    }

    @Override
    public void close() {
        xml.close();
    }
}
