package org.minsheng.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.Template;

/** A reporting template as a responsible office sends it back. */
final class FilledTemplate {
    private final Catalogue catalogue;
    private final Regions regions;
    private final SpecFigures values;

    FilledTemplate(Catalogue catalogue, Regions regions, SpecFigures values) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.values = values;
    }

    /** The template of an office for a year, filled in for each county. */
    byte[] of(String office, int year) throws IOException {
        Map<Template.Key, Double> previous = new HashMap<>();
        byte[] empty = new Template(catalogue, regions, Language.ZH, office, year, previous).write();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                if (sheet.getRow(0) != null
                        && sheet.getRow(0).getCell(0) != null
                        && sheet.getRow(0).getCell(0).getStringCellValue().equals(TemplateForm.MARK)) {
                    fill((XSSFSheet) sheet, year);
                }
            }
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook); // as the office's spreadsheet does
            return SampleTables.bytes(workbook);
        }
    }

    private void fill(XSSFSheet sheet, int year) {
        Row ids = sheet.getRow(TemplateForm.IDS_ROW);
        for (int row = TemplateForm.FIRST_ROW; !text(sheet, row).equals(TemplateForm.END); row++) {
            Region region = regions.find(text(sheet, row)).orElseThrow();
            for (Cell id : ids) {
                Optional<Series> series = Optional.ofNullable(catalogue.series().get(id.getStringCellValue()));
                if (series.isPresent() && region.level() == Level.COUNTY) {
                    sheet.getRow(row)
                            .getCell(id.getColumnIndex())
                            .setCellValue(values.value(series.get().id(), region, year)
                                    .doubleValue());
                }
            }
        }
    }

    private static String text(XSSFSheet sheet, int row) {
        return sheet.getRow(row).getCell(0).getStringCellValue();
    }
}
