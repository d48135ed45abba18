package org.minsheng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintOrientation;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Owed;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Texts;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Styles;

/** Writes the workbook that a responsible unit fills in and sends back: what it owes for a year, and nothing else. */
public final class Template {
    private static final int LABEL_WIDTH = 30 * 256;
    private static final int VALUE_WIDTH = 16 * 256;
    private static final int TEXT_WIDTH = 40 * 256;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final String unit;
    private final int year;
    private final Map<Key, Double> previous;

    private XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new LinkedHashMap<>();

    /** A value's series and region. */
    public record Key(String series, String refArea) {}

    /**
     * A template.
     *
     * @param unit the responsible unit, as the catalogue names it
     * @param year the year to be reported on
     * @param previous what is in use for the year before
     * @throws ConfException if the unit owes nothing
     */
    public Template(
            Catalogue catalogue, Regions regions, Language language, String unit, int year, Map<Key, Double> previous) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.texts = new Texts("org.minsheng.report.template", language);
        this.unit = unit;
        this.year = year;
        this.previous = previous;
        if (owed().isEmpty()) {
            List<String> units =
                    Owed.of(catalogue).stream().map(Owed::unit).distinct().toList();
            String remedy = Nearest.remedy(unit, units);
            throw new ConfException(
                    "--unit",
                    texts.get("none", unit),
                    remedy.isEmpty() ? "Write one of " + String.join(", ", units) : remedy);
        }
    }

    private List<Series> owed() {
        return Owed.of(catalogue).stream()
                .filter(owed -> owed.unit().equals(unit))
                .map(Owed::series)
                .toList();
    }

    /** The workbook, as .xlsx. */
    public byte[] write() throws IOException {
        try (XSSFWorkbook made = new XSSFWorkbook()) {
            workbook = made;
            writeInstructions();
            for (Level level : List.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)) {
                List<Series> series = owed().stream()
                        .filter(s -> s.level() == level && !isMilestone(s))
                        .toList();
                if (!series.isEmpty()) {
                    writeFigures(level, series);
                }
            }
            List<Series> milestones =
                    owed().stream().filter(Template::isMilestone).toList();
            if (!milestones.isEmpty()) {
                writeMilestones(milestones);
            }
            workbook.lockStructure();
            workbook.getProperties().getCoreProperties().setTitle(title());
            workbook.getProperties().getCoreProperties().setCreator("minsheng");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static boolean isMilestone(Series series) {
        return series.unit().dimension().equals(Unit.STAGE);
    }

    private String title() {
        return texts.get("title", unit, String.valueOf(year));
    }

    private void writeInstructions() {
        XSSFSheet sheet = workbook.createSheet(texts.get("instructions"));
        int row = 0;
        put(sheet, row++, 0, title(), "title");
        put(sheet, row++, 0, texts.get("due", catalogue.policy().reportDue().atYear(year)), "plain");
        for (int i = 1; i <= 4; i++) {
            put(sheet, row++, 0, texts.get("how." + i), "plain");
        }
        row++;
        String[] header = {"series", "unit", "level", "range", "uses"};
        for (int col = 0; col < header.length; col++) {
            put(sheet, row, col, texts.get(header[col]), "header");
        }
        for (Series series : owed()) {
            row++;
            put(sheet, row, 0, series.title().in(texts.language()), "text");
            put(sheet, row, 1, series.unit().in(texts.language()), "text");
            put(sheet, row, 2, texts.get("level." + series.level().word()), "text");
            put(sheet, row, 3, range(series), "text");
            put(sheet, row, 4, uses(series), "text");
        }
        int[] widths = {42, 12, 14, 20, 60};
        for (int col = 0; col < widths.length; col++) {
            sheet.setColumnWidth(col, widths[col] * 256);
        }
        finish(sheet, 0, 0, -1);
    }

    private String uses(Series series) {
        return catalogue
                .indicators()
                .filter(indicator ->
                        indicator.formula().terms().anyMatch(t -> t.series().equals(series.id())))
                .map(indicator -> number(indicator) + indicator.title().in(texts.language()))
                .collect(Collectors.joining("; "));
    }

    private static String number(Indicator indicator) {
        return indicator.id() + " ";
    }

    private static String range(Series series) {
        String words = String.join(" / ", words(series));
        return words.isEmpty() ? series.range() : words;
    }

    private static List<String> words(Series series) {
        return series.unit().words().values().stream()
                .distinct()
                .sorted()
                .map(value -> series.unit().word(value, Language.ZH).orElseThrow())
                .toList();
    }

    private void writeFigures(Level level, List<Series> series) {
        XSSFSheet sheet = sheet(texts.get("level." + level.word()));
        put(sheet, TemplateForm.IDS_ROW, 0, TemplateForm.REF_AREA, "id");
        put(sheet, TemplateForm.IDS_ROW, 1, TemplateForm.NAME, "id");
        put(sheet, TemplateForm.UNITS_ROW, 0, texts.get("code"), "header");
        put(sheet, TemplateForm.UNITS_ROW, 1, texts.get("name"), "header");
        int comment = 2 + 2 * series.size();
        put(sheet, TemplateForm.IDS_ROW, comment, TemplateForm.COMMENT, "id");
        put(sheet, TemplateForm.UNITS_ROW, comment, texts.get("comment"), "header");
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            int col = 2 + 2 * i;
            put(sheet, TemplateForm.TITLES_ROW, col, one.title().in(texts.language()) + unitBehind(one), "header");
            put(sheet, TemplateForm.TITLES_ROW, col + 1, "", "header");
            sheet.addMergedRegion(new CellRangeAddress(TemplateForm.TITLES_ROW, TemplateForm.TITLES_ROW, col, col + 1));
            put(sheet, TemplateForm.UNITS_ROW, col, texts.get("previous", String.valueOf(year - 1)), "header");
            put(sheet, TemplateForm.UNITS_ROW, col + 1, texts.get("value", String.valueOf(year)), "header");
            put(sheet, TemplateForm.IDS_ROW, col, TemplateForm.PREVIOUS, "id");
            put(sheet, TemplateForm.IDS_ROW, col + 1, one.id(), "id");
            sheet.setColumnWidth(col, VALUE_WIDTH);
            sheet.setColumnWidth(col + 1, VALUE_WIDTH);
        }
        List<Region> rows = regions.all().stream()
                .filter(region -> region.validIn(year) && region.level().reportsAs(level))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            int row = TemplateForm.FIRST_ROW + i;
            Region region = rows.get(i);
            put(sheet, row, 0, region.code(), "text");
            put(sheet, row, 1, region.name(), "text");
            for (int s = 0; s < series.size(); s++) {
                putPrevious(sheet, row, 2 + 2 * s, series.get(s), region.code());
                put(sheet, row, 3 + 2 * s, "", fill(series.get(s)));
            }
            put(sheet, row, comment, "", "fill");
        }
        int last = TemplateForm.FIRST_ROW + rows.size() - 1;
        for (int s = 0; s < series.size(); s++) {
            validate(sheet, series.get(s), 3 + 2 * s, last);
        }
        sheet.setColumnWidth(comment, TEXT_WIDTH);
        finish(sheet, 2, TemplateForm.FIRST_ROW, TemplateForm.UNITS_ROW);
    }

    private String unitBehind(Series series) {
        return series.unit().words().isEmpty() ? " (" + series.unit().in(texts.language()) + ")" : "";
    }

    private void writeMilestones(List<Series> milestones) {
        XSSFSheet sheet = sheet(texts.get("milestones"));
        String[] ids = {
            TemplateForm.SERIES,
            TemplateForm.NAME,
            TemplateForm.PREVIOUS,
            TemplateForm.VALUE,
            TemplateForm.EVIDENCE,
            TemplateForm.DATE
        };
        String[] headers = {
            texts.get("series"),
            texts.get("task"),
            texts.get("previous", String.valueOf(year - 1)),
            texts.get("stage"),
            texts.get("evidence"),
            texts.get("date")
        };
        int[] widths = {LABEL_WIDTH, TEXT_WIDTH * 3 / 2, VALUE_WIDTH, VALUE_WIDTH, TEXT_WIDTH, VALUE_WIDTH};
        for (int col = 0; col < ids.length; col++) {
            put(sheet, TemplateForm.IDS_ROW, col, ids[col], "id");
            put(sheet, TemplateForm.UNITS_ROW, col, headers[col], "header");
            sheet.setColumnWidth(col, widths[col]);
        }
        String province = regions.today(Level.PROVINCE).get(0).code();
        int row = TemplateForm.FIRST_ROW;
        for (Series milestone : milestones) {
            put(sheet, row, 0, milestone.id(), "text");
            put(sheet, row, 1, milestone.title().in(texts.language()), "text");
            putPrevious(sheet, row, 2, milestone, province);
            for (int col = 3; col < ids.length; col++) {
                put(sheet, row, col, "", "fill");
            }
            row++;
        }
        validate(sheet, milestones.get(0), 3, row - 1);
        finish(sheet, 2, TemplateForm.FIRST_ROW, TemplateForm.UNITS_ROW);
    }

    /** A sheet with the marks by which it is known when it comes back. */
    private XSSFSheet sheet(String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        put(sheet, 0, TemplateForm.MARK_COL, TemplateForm.MARK, "id");
        put(sheet, 0, TemplateForm.YEAR_COL, String.valueOf(year), "id");
        put(sheet, 0, TemplateForm.UNIT_COL, unit, "id");
        put(sheet, 0, TemplateForm.SEAL_COL, TemplateForm.seal(String.valueOf(year), unit), "id");
        put(sheet, 1, 0, title(), "title");
        row(sheet, TemplateForm.TITLES_ROW).setHeightInPoints(45);
        sheet.setColumnWidth(0, 12 * 256);
        sheet.setColumnWidth(1, LABEL_WIDTH);
        return sheet;
    }

    private void putPrevious(XSSFSheet sheet, int row, int col, Series series, String refArea) {
        Double value = previous.get(new Key(series.id(), refArea));
        Optional<String> word =
                value == null ? Optional.empty() : series.unit().word(BigDecimal.valueOf(value), texts.language());
        XSSFCell cell = put(sheet, row, col, word.orElse(""), "previous" + series.decimals());
        if (value != null && word.isEmpty()) {
            cell.setCellValue(value);
        }
    }

    private static String fill(Series series) {
        return "fill" + series.decimals();
    }

    private void validate(XSSFSheet sheet, Series series, int col, int lastRow) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        List<String> words = words(series);
        String least = series.least() == null ? "-1E+99" : series.least().toPlainString();
        String most = series.most() == null ? "1E+99" : series.most().toPlainString();
        DataValidationConstraint constraint = words.isEmpty()
                ? helper.createDecimalConstraint(DataValidationConstraint.OperatorType.BETWEEN, least, most)
                : helper.createExplicitListConstraint(words.toArray(String[]::new));
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(TemplateForm.FIRST_ROW, lastRow, col, col));
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true); // POI's word for: show it
        validation.createErrorBox(
                title(series),
                words.isEmpty()
                        ? texts.get("wrong", series.range(), series.unit().in(texts.language()))
                        : texts.get("wrong.word"));
        sheet.addValidationData(validation);
    }

    /** Excel takes at most 32 characters in the title of a message. */
    private String title(Series series) {
        String title = series.title().in(texts.language());
        return title.length() <= 32 ? title : title.substring(0, 31) + "\u2026";
    }

    private void finish(XSSFSheet sheet, int fixedCols, int fixedRows, int repeatedRow) {
        if (fixedRows > 0) {
            row(sheet, 0).setZeroHeight(true);
            row(sheet, TemplateForm.IDS_ROW).setZeroHeight(true);
            sheet.createFreezePane(fixedCols, fixedRows);
            sheet.setRepeatingRows(new CellRangeAddress(1, repeatedRow, -1, -1));
        }
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setOrientation(PrintOrientation.LANDSCAPE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P / &N");
    }

    private static XSSFRow row(XSSFSheet sheet, int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private XSSFCell put(XSSFSheet sheet, int row, int col, String text, String style) {
        XSSFCell cell = row(sheet, row).createCell(col);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        cell.setCellStyle(styles.computeIfAbsent(style, this::style));
        return cell;
    }

    private XSSFCellStyle style(String name) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        String kind = name.replaceAll("\\d", "");
        font.setBold(kind.equals("title") || kind.equals("header"));
        font.setFontHeightInPoints((short) (kind.equals("title") ? 16 : 11));
        font.setFontName("\u5B8B\u4F53");
        Styles.inOrder(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        boolean boxed = !List.of("title", "id", "plain").contains(kind);
        if (boxed) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        switch (kind) {
            case "header" -> {
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setWrapText(true);
                Styles.fill(style, new int[] {0xDD, 0xEB, 0xF7});
            }
            case "fill" -> {
                style.setLocked(false);
                Styles.fill(style, new int[] {0xFF, 0xFF, 0xCC});
            }
            case "previous" -> Styles.fill(style, new int[] {0xED, 0xED, 0xED});
            default -> {
                // plain
            }
        }
        if (name.matches(".*\\d")) {
            int decimals = Integer.parseInt(name.replaceAll("\\D", ""));
            style.setDataFormat(
                    workbook.createDataFormat().getFormat("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals))));
        }
        style.setFont(font);
        return style;
    }
}
