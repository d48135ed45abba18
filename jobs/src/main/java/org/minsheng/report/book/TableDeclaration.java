package org.minsheng.report.book;

import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;

/** Makes cells a table for spreadsheet programs, which ask for the headers a second time. */
final class TableDeclaration {
    private TableDeclaration() {}

    static void write(Workbook workbook, XSSFSheet frame, Book.Table table, int top, int bottom) {
        AreaReference area = workbook.getCreationHelper()
                .createAreaReference(
                        new CellReference(top, 0),
                        new CellReference(bottom, table.columns().size() - 1));
        XSSFTable made = frame.createTable(null);
        CTTable ct = made.getCTTable();
        ct.setRef(area.formatAsString());
        made.setName(table.name());
        made.setDisplayName(table.name());
        // By hand: POI looks through all columns for each that it adds, and some tables have hundreds.
        CTTableColumns columns = ct.addNewTableColumns();
        columns.setCount(table.columns().size());
        for (int col = 0; col < table.columns().size(); col++) {
            CTTableColumn column = columns.addNewTableColumn();
            column.setId(col + 1);
            column.setName(table.columns().get(col).header());
        }
        // Codes and years are texts; programs would mark each of them as a mistake.
        frame.addIgnoredErrors(
                new CellRangeAddress(top + 1, bottom, 0, table.columns().size() - 1),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        if (table.isFixed()) {
            frame.enableLocking();
            frame.lockFormatColumns(false);
        } else {
            ct.addNewAutoFilter().setRef(area.formatAsString());
        }
        ct.addNewTableStyleInfo().setName("TableStyleLight1");
        ct.getTableStyleInfo().setShowRowStripes(false);
        ct.getTableStyleInfo().setShowColumnStripes(false);
    }
}
