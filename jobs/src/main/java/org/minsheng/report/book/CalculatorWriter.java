package org.minsheng.report.book;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Styles.Kind;

/** Writes a calculator: labels in the first column, and beside each a cell as wide as the longest choice. */
final class CalculatorWriter {
    private static final float HEIGHT = 20;
    /** How wide it is at least, in characters. */
    private static final int WIDTH = 48;

    private final Sheet sheet;
    private final Styles styles;
    private final int last;

    /**
     * For a sheet.
     *
     * @param widths of its columns
     */
    CalculatorWriter(Sheet sheet, Styles styles, int[] widths) {
        this.sheet = sheet;
        this.styles = styles;
        int end = 1;
        for (int room = widths[1]; room < WIDTH && end < widths.length - 1; room += widths[end]) {
            end++;
        }
        this.last = end;
    }

    /** Returns the row below it. */
    int write(Calculator calculator, int top) {
        int at = top;
        for (Calculator.Line line : calculator.lines()) {
            write(line, at++);
        }
        return at;
    }

    private void write(Calculator.Line line, int at) {
        Row row = sheet.createRow(at);
        row.setHeightInPoints(HEIGHT);
        Cell label = row.createCell(0);
        label.setCellValue(line.label());
        label.setCellStyle(styles.of(Kind.HEADER));
        XSSFCellStyle style = style(line);
        for (int col = 1; col <= last; col++) {
            row.createCell(col).setCellStyle(style);
        }
        if (last > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(at, at, 1, last));
        }
        Cell cell = row.getCell(1);
        if (line instanceof Calculator.Choice choice) {
            cell.setCellValue(choice.chosen());
            offer(choice.options(), at);
        } else if (line instanceof Calculator.Answer answer) {
            cell.setCellFormula(answer.formula());
            if (answer.given() instanceof Value.Number number) {
                cell.setCellValue(number.number());
            } else if (answer.given() instanceof Value.Text text) {
                cell.setCellValue(text.text());
            }
        }
    }

    private XSSFCellStyle style(Calculator.Line line) {
        if (line instanceof Calculator.Answer answer) {
            return answer.given() instanceof Value.Number number
                    ? styles.number(number.decimals())
                    : styles.of(Kind.PLAIN);
        }
        return styles.of(Kind.CHOICE);
    }

    private void offer(String options, int at) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(options), new CellRangeAddressList(at, at, 1, 1));
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true); // POI's word for: show it
        sheet.addValidationData(validation);
    }
}
