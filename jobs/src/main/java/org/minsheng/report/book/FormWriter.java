package org.minsheng.report.book;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one form: its cells, what is locked, what may be typed, and how it prints. */
final class FormWriter {
    /** Excel takes no longer title of a message. */
    private static final int LONGEST_TITLE = 32;
    /** Beyond what Excel can hold in a cell that is typed into. */
    private static final String NO_LEAST = "-1E+99";

    private static final String NO_MOST = "1E+99";

    private final Sheet to;
    private final XSSFSheet frame;
    private final FormStyles styles;
    private final Form form;

    /**
     * A form that comes into being.
     *
     * @param frame holds what a workbook that lets its rows go cannot; may be the workbook itself
     */
    FormWriter(Workbook workbook, XSSFWorkbook frame, FormStyles styles, Form form) {
        this.to = workbook.createSheet(form.name());
        this.frame = frame.getSheet(form.name());
        this.styles = styles;
        this.form = form;
    }

    void write() {
        for (int col = 0; col < form.widths().size(); col++) {
            to.setColumnWidth(col, form.widths().get(col) * 256);
        }
        for (int at = 0; at < form.rows().size(); at++) {
            write(form.rows().get(at), to.createRow(at));
        }
        form.rules().forEach(this::validate);
        if (form.fixedRows() > 0) {
            to.createFreezePane(form.fixedColumns(), form.fixedRows());
            repeat();
        }
        frame.enableLocking();
        frame.lockFormatColumns(false);
        frame.lockFormatRows(false);
        setUpPrint();
    }

    private void write(Form.Row from, Row row) {
        row.setZeroHeight(from.hidden());
        if (from.height() != null) {
            row.setHeightInPoints(from.height().floatValue());
        }
        int col = 0;
        for (Form.Cell one : from.cells()) {
            if (one instanceof Form.Cell.Gap) {
                col++;
                continue;
            }
            int columns = one instanceof Form.Cell.Header header ? header.columns() : 1;
            for (int i = 0; i < columns; i++) {
                row.createCell(col + i).setCellStyle(styles.of(one));
            }
            put(row.getCell(col), one);
            if (columns > 1) {
                to.addMergedRegionUnsafe(
                        new CellRangeAddress(row.getRowNum(), row.getRowNum(), col, col + columns - 1));
            }
            col += columns;
        }
    }

    private static void put(Cell cell, Form.Cell one) {
        if (one instanceof Form.Cell.Title title) {
            put(cell, title.text());
        } else if (one instanceof Form.Cell.Plain plain) {
            put(cell, plain.text());
        } else if (one instanceof Form.Cell.Header header) {
            put(cell, header.text());
        } else if (one instanceof Form.Cell.Text text) {
            put(cell, text.text());
        } else if (one instanceof Form.Cell.KnownWord known) {
            put(cell, known.word());
        } else if (one instanceof Form.Cell.Known known && known.number() != null) {
            cell.setCellValue(known.number());
        }
    }

    private static void put(Cell cell, String text) {
        cell.setCellValue(CellText.fitting(text));
    }

    private void validate(Form.Rule rule) {
        DataValidationHelper helper = to.getDataValidationHelper();
        CellRangeAddressList cells =
                new CellRangeAddressList(form.fixedRows(), form.rows().size() - 1, rule.column(), rule.column());
        DataValidation validation = helper.createValidation(constraint(helper, rule.allowed()), cells);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true); // POI's word for: show it
        String title = rule.title();
        validation.createErrorBox(
                title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…", rule.message());
        to.addValidationData(validation);
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Form.Allowed allowed) {
        if (allowed instanceof Form.Allowed.OneOf one) {
            return helper.createExplicitListConstraint(one.words().toArray(String[]::new));
        }
        Form.Allowed.Between bounds = (Form.Allowed.Between) allowed;
        return helper.createDecimalConstraint(
                OperatorType.BETWEEN, bound(bounds.least(), NO_LEAST), bound(bounds.most(), NO_MOST));
    }

    private static String bound(BigDecimal bound, String none) {
        return bound == null ? none : bound.toPlainString();
    }

    /** On each page the rows in sight, as far as they are not hidden. */
    private void repeat() {
        int first = 0;
        while (form.rows().get(first).hidden()) {
            first++;
        }
        int last = form.fixedRows() - 1;
        while (form.rows().get(last).hidden()) {
            last--;
        }
        to.setRepeatingRows(new CellRangeAddress(first, last, -1, -1));
    }

    private void setUpPrint() {
        to.setFitToPage(true);
        to.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        to.getPrintSetup().setLandscape(true);
        to.getPrintSetup().setFitWidth((short) 1);
        to.getPrintSetup().setFitHeight((short) 0);
        to.getFooter().setCenter("&P / &N");
    }
}
