package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;
import org.minsheng.report.book.Book;

/** What it takes to close a gap by a year of the reader's choice: what is cached, and what the formulas give. */
class WhatIfSheetTest extends WorkbookFixture {
    private static final int CHOICES = 2;

    /** A figure of 2022 and one of 2025 of which a change is needed. */
    private void figures(String indicator, Double before, double now, double needed) {
        if (before != null) {
            again(progress("220000", "province", 2022, before, Status.BEHIND.code())
                    .put(ProgressTable.INDICATOR, indicator)
                    .put(ProgressTable.LATEST, false));
        }
        again(progress("220000", "province", 2025, now, Status.MISSED.code())
                .put(ProgressTable.INDICATOR, indicator)
                .put(ProgressTable.NEEDED_CHANGE, needed));
    }

    private void again(Fields row) {
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, row);
    }

    private static Cell cell(Sheet sheet, int line) {
        return sheet.getRow(Book.HEADER_ROW + line).getCell(1);
    }

    private static List<String> cached(Sheet sheet) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < WhatIf.Answer.values().length; i++) {
            Cell cell = cell(sheet, CHOICES + i);
            answers.add(
                    cell.getCachedFormulaResultType() == CellType.NUMERIC
                            ? String.valueOf(cell.getNumericCellValue())
                            : cell.getStringCellValue());
        }
        return answers;
    }

    private static List<String> workedOut(XSSFWorkbook workbook, Sheet sheet) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < WhatIf.Answer.values().length; i++) {
            CellValue value = evaluator.evaluate(cell(sheet, CHOICES + i));
            answers.add(
                    value.getCellType() == CellType.NUMERIC
                            ? String.valueOf(value.getNumberValue())
                            : value.getStringValue());
        }
        return answers;
    }

    private static String answer(List<String> answers, WhatIf.Answer which) {
        return answers.get(which.ordinal());
    }

    /** 80% in 2025, and 74 in 2022: 2 points a year. What is chosen at first is the next year. */
    @Test
    void whatIsCachedIsWhatTheFormulasGive() throws IOException {
        figures(WATER, 74.0, 80, 10);
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        progress("220182", "county", 2025, 95.0, Status.MET.code());
        for (Language language : Language.values()) {
            try (XSSFWorkbook workbook = workbook(language, Scope.Kind.PROVINCE, "220000")) {
                Sheet sheet = workbook.getSheet(
                        Words.in(language, LevelNames.usualOnes()).get("what-if.name"));
                assertThat(workedOut(workbook, sheet)).isEqualTo(cached(sheet));
                if (language == Language.ZH) {
                    assertThat(cell(sheet, 0).getStringCellValue()).isEqualTo("30.2 农村供水保证率");
                    assertThat(cell(sheet, 1).getStringCellValue()).isEqualTo("2026");
                    assertThat(cached(sheet))
                            .containsExactly(
                                    "1.0",
                                    "≥90%",
                                    "80.0%",
                                    "2025",
                                    "+10.0个百分点",
                                    "+10.00个百分点",
                                    "+2.00个百分点",
                                    "5.0",
                                    "5.0倍力度",
                                    "1",
                                    "763,983");
                }
            }
        }
    }

    /** Ten points: in ten years one a year, in six 1.67, of which 1.66 would not do. */
    @ParameterizedTest
    @CsvSource({
        "74, 2035, +1.00个百分点, +2.00个百分点, 0.5, 现速即可",
        "74, 2031, +1.67个百分点, +2.00个百分点, 0.9, 现速即可",
        "74, 2030, +2.00个百分点, +2.00个百分点, 1.0, 现速即可",
        "74, 2029, +2.50个百分点, +2.00个百分点, 1.3, 1.3倍力度",
        "79.7, 2026, +10.00个百分点, +0.10个百分点, 100.0, 十倍以上",
        "85, 2026, +10.00个百分点, -1.67个百分点, —, 需扭转",
        "80, 2026, +10.00个百分点, 0.00个百分点, —, 需扭转",
        ", 2027, +5.00个百分点, …, …, …",
    })
    void anotherYearIsAnotherEffort(
            Double before, String year, String yearly, String recent, String times, String effort) throws IOException {
        figures(WATER, before, 80, 10);
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet sheet = workbook.getSheet("测算");
            set(cell(sheet, 1), year);
            List<String> answers = workedOut(workbook, sheet);
            assertThat(answer(answers, WhatIf.Answer.YEARLY)).isEqualTo(yearly);
            assertThat(answer(answers, WhatIf.Answer.RECENT)).isEqualTo(recent);
            assertThat(answer(answers, WhatIf.Answer.TIMES)).isEqualTo(times);
            assertThat(answer(answers, WhatIf.Answer.EFFORT)).isEqualTo(effort);
        }
    }

    /** Targets are found by their names: those of the table may be in any order. */
    @Test
    void sortingTheTableChangesNothing() throws IOException {
        figures(WATER, 74.0, 80, 10);
        figures("35.2", 2.0, 2.3, 0.3);
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet sheet = workbook.getSheet("测算");
            set(cell(sheet, 0), "35.2 人均体育场地面积");
            List<String> before = workedOut(workbook, sheet);
            assertThat(answer(before, WhatIf.Answer.VALUE)).isEqualTo("2.30平方米");
            Row one = row(sheet, WATER);
            Row other = row(sheet, "35.2");
            for (int col = 0; col < one.getLastCellNum(); col++) {
                swap(one.getCell(col), other.getCell(col));
            }
            List<String> after = workedOut(workbook, sheet);
            assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
            assertThat(answer(before, WhatIf.Answer.ROW) + answer(after, WhatIf.Answer.ROW))
                    .isEqualTo("2.01.0");
        }
    }

    private static void swap(Cell one, Cell other) {
        if (one.getCellType() == CellType.NUMERIC) {
            double number = one.getNumericCellValue();
            one.setCellValue(other.getNumericCellValue());
            other.setCellValue(number);
        } else {
            String text = one.getStringCellValue();
            set(one, other.getStringCellValue());
            set(other, text);
        }
    }

    /** POI does not change a text that stands in its cell, as it does where rows are streamed; so the cell is made anew. */
    private static void set(Cell cell, String text) {
        cell.getRow().createCell(cell.getColumnIndex()).setCellValue(text);
    }

    /** Where nothing is lacking there is nothing to ask. */
    @ParameterizedTest
    @EnumSource(Scope.Kind.class)
    void withoutAGapThereIsNoSheet(Scope.Kind kind) throws IOException {
        String id = switch (kind) {
            case PROVINCE -> "220000";
            case PREFECTURE -> "222400";
            case COUNTY -> "220122";
            case OFFICE -> "省水利厅";
        };
        try (XSSFWorkbook workbook = workbook(Language.ZH, kind, id)) {
            assertThat((Object) workbook.getSheet("测算")).isNull();
        }
    }
}
