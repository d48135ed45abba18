package org.minsheng.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** Reads the tables of workbooks back. */
final class Books {
    private Books() {}

    /** The rows of a sheet's table by its headers: numbers as Double, all else as text. */
    static List<Map<String, Object>> rows(Sheet sheet) {
        if (sheet == null) {
            return List.of(); // a workbook need not have each sheet
        }
        XSSFTable table = ((XSSFSheet) sheet).getTables().get(0);
        CellReference start = table.getStartCellReference();
        CellReference end = table.getEndCellReference();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = start.getRow() + 1; row <= end.getRow(); row++) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int col = start.getCol(); col <= end.getCol(); col++) {
                Cell cell = sheet.getRow(row).getCell(col);
                values.put(
                        sheet.getRow(start.getRow()).getCell(col).getStringCellValue(),
                        cell.getCellType() == CellType.NUMERIC
                                ? (Object) cell.getNumericCellValue()
                                : cell.getStringCellValue());
            }
            rows.add(values);
        }
        return rows;
    }
}
