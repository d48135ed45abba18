package org.minsheng.report.book;

import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one form: its cells, what is locked, what may be typed, and how it prints. */
final class FormWriter {
    /** Excel takes no longer title of a message, and no longer message. */
    private static final int LONGEST_TITLE = 32;

    private static final int LONGEST_MESSAGE = 225;
    /** In points. */
    private static final double LINE = 15;

    private static final double TITLE_LINE = 30;
    /** What a cell leaves free on both sides of its text, in characters. */
    private static final int PADDING = 1;

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
            to.setColumnHidden(col, form.widths().get(col) == 0);
        }
        for (int at = 0; at < form.rows().size(); at++) {
            write(form.rows().get(at), to.createRow(at));
        }
        form.rules().forEach(this::validate);
        form.alerts().forEach(this::colour);
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
        double height = LINE * from.lines();
        int col = 0;
        for (Form.Cell one : from.cells()) {
            int columns = one instanceof Form.Cell.Wide wide ? wide.columns() : 1;
            Form.Cell inner = one instanceof Form.Cell.Wide wide ? wide.cell() : one;
            if (!(inner instanceof Form.Cell.Gap)) {
                write(inner, row, col, columns);
                height = Math.max(height, height(inner, col, columns));
            }
            col += columns;
        }
        if (!from.hidden()) {
            row.setHeightInPoints((float) height);
        }
    }

    private void write(Form.Cell one, Row row, int col, int columns) {
        for (int i = 0; i < columns; i++) {
            row.createCell(col + i).setCellStyle(styles.of(one));
        }
        put(row.getCell(col), one);
        if (columns > 1) {
            to.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), col, col + columns - 1));
        }
    }

    private double height(Form.Cell one, int col, int columns) {
        int width = form.widths().subList(col, col + columns).stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (one instanceof Form.Cell.Title) {
            return TITLE_LINE;
        } else if (width == 0 || one instanceof Form.Cell.Line) {
            return LINE;
        }
        return text(one)
                .map(text -> LINE * CellText.lines(text, width - PADDING))
                .orElse(LINE);
    }

    private static void put(Cell cell, Form.Cell one) {
        if (one instanceof Form.Cell.Worked worked) {
            cell.setCellFormula(worked.formula());
            if (worked.number() == null) {
                cell.setCellValue("");
            } else {
                cell.setCellValue(worked.number());
            }
        } else if (one instanceof Form.Cell.WorkedText worked) {
            cell.setCellFormula(worked.formula());
            cell.setCellValue(worked.text());
        } else if (one instanceof Form.Cell.Known known && known.number() != null) {
            cell.setCellValue(known.number());
        } else {
            text(one).ifPresent(text -> cell.setCellValue(CellText.fitting(text)));
        }
    }

    private static Optional<String> text(Form.Cell one) {
        if (one instanceof Form.Cell.Title title) {
            return Optional.of(title.text());
        } else if (one instanceof Form.Cell.Plain plain) {
            return Optional.of(plain.text());
        } else if (one instanceof Form.Cell.Label label) {
            return Optional.of(label.text());
        } else if (one instanceof Form.Cell.Line line) {
            return Optional.ofNullable(line.text());
        } else if (one instanceof Form.Cell.Header header) {
            return Optional.of(header.text());
        } else if (one instanceof Form.Cell.Text text) {
            return Optional.of(text.text());
        } else if (one instanceof Form.Cell.WorkedText worked) {
            return Optional.of(worked.text());
        }
        return one instanceof Form.Cell.KnownWord known ? Optional.of(known.word()) : Optional.empty();
    }

    private CellRangeAddress toFill(int column) {
        return new CellRangeAddress(form.fixedRows(), form.fixedRows() + form.rowsToFill() - 1, column, column);
    }

    private void validate(Form.Rule rule) {
        DataValidationHelper helper = to.getDataValidationHelper();
        CellRangeAddress cells = toFill(rule.column());
        DataValidation validation = helper.createValidation(
                constraint(helper, rule.allowed()),
                new CellRangeAddressList(cells.getFirstRow(), cells.getLastRow(), rule.column(), rule.column()));
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true); // POI's word for: show it
        validation.createErrorBox(cut(rule.title(), LONGEST_TITLE), cut(rule.message(), LONGEST_MESSAGE));
        to.addValidationData(validation);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Form.Allowed allowed) {
        return allowed instanceof Form.Allowed.OneOf one
                ? helper.createExplicitListConstraint(one.words().toArray(String[]::new))
                : helper.createCustomConstraint(((Form.Allowed.Fitting) allowed).formula());
    }

    private void colour(Form.Alert alert) {
        SheetConditionalFormatting formats = to.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(alert.formula());
        Palette.Shade shade = Palette.SHADES.get(alert.light());
        Palette.fill(rule.createPatternFormatting(), shade);
        rule.createFontFormatting().setFontColor(Styles.colour(shade.text()));
        formats.addConditionalFormatting(new CellRangeAddress[] {toFill(alert.column())}, rule);
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
        to.setHorizontallyCenter(true);
        to.setMargin(PageMargin.LEFT, 0.4);
        to.setMargin(PageMargin.RIGHT, 0.4);
        to.setMargin(PageMargin.TOP, 0.5);
        to.setMargin(PageMargin.BOTTOM, 0.6);
        to.getFooter().setCenter("&P / &N");
    }
}
