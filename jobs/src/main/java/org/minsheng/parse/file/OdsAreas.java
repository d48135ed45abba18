package org.minsheng.parse.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the merged areas and the hidden columns of a sheet of an .ods workbook. */
final class OdsAreas {
    private final List<Merge> merges = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private long columns;
    private long row;
    private long col;
    private int repeatedRows = 1;

    /** Takes the next start or end of an element of the sheet. */
    void read(Xml xml) throws Unreadable {
        if (xml.starts("table-column")) {
            readColumns(xml);
        } else if (xml.starts("table-row")) {
            repeatedRows = OdsRows.repeated(xml, "number-rows-repeated");
            col = 0;
        } else if (xml.ends("table-row")) {
            row += repeatedRows;
        } else if (xml.starts("table-cell") || xml.starts("covered-table-cell")) {
            int across = xml.number("number-columns-spanned", Integer.MAX_VALUE, 1);
            int down = xml.number("number-rows-spanned", Integer.MAX_VALUE, 1);
            if ((across > 1 || down > 1) && row <= XlsxSheet.LAST_ROW && col <= XlsxSheet.LAST_COL) {
                merges.add(new Merge((int) row, (int) col, (int) Math.min(row + down - 1, XlsxSheet.LAST_ROW), (int)
                        Math.min(col + across - 1, XlsxSheet.LAST_COL)));
            }
            if (merges.size() > Limits.MERGES) {
                throw Limits.exceeded("merged areas", merges.size(), Limits.MERGES);
            }
            col += OdsRows.repeated(xml, "number-columns-repeated");
        }
    }

    private void readColumns(Xml xml) throws Unreadable {
        int repeated = OdsRows.repeated(xml, "number-columns-repeated");
        if (OdsRows.isHidden(xml)) {
            for (long hidden = columns; hidden < columns + repeated && hidden <= XlsxSheet.LAST_COL; hidden++) {
                hiddenColumns.add((int) hidden);
            }
        }
        columns += repeated;
    }

    List<Merge> merges() {
        return merges;
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }
}
