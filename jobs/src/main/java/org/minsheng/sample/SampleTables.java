package org.minsheng.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.book.ReproducibleZip;

/** The tables, each in another shape, with gaps and mistakes as real ones have them. */
final class SampleTables {
    static final String SYNTHETIC = "(合成样例数据)";

    private static final String MISTAKE = "2026-03-09/省残联_基本康复服务情况_2025_误发.csv";

    private final Regions regions;
    private final Figures figures;

    SampleTables(Regions regions, Figures figures) {
        this.regions = regions;
        this.figures = figures;
    }

    /** All files by their path below the landing folder. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("2026-01-15/省交通运输厅_公共交通站点500米覆盖情况_2018-2025.xlsx", busStops());
        files.put("2026-01-22/省水利厅_农村供水情况_2018-2025.xls", ruralWater());
        files.put("2026-01-28/省残联_基本康复服务情况_2018-2025.csv", rehabilitation(false));
        files.put("2026-02-06/省体育局_体育场地_2018-2025.xlsx", sportsGrounds());
        files.put("2026-03-05/省残联_基本康复服务情况_2018-2025_更正.csv", rehabilitation(true));
        files.put(MISTAKE, mistake());
        files.put("2026-03-12/撤回.csv", ("withdraw,reason\r\n" + MISTAKE + ",误发\r\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** An .xlsx with one sheet per year and a header of two rows with merged cells. */
    private byte[] busStops() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            CellStyle centred = centred(workbook);
            for (int year = Figures.FIRST_YEAR; year <= Figures.LAST_YEAR; year++) {
                Sheet sheet = workbook.createSheet(year + "年");
                merged(sheet, centred, new CellRangeAddress(0, 0, 0, 4), "吉林省城市公共交通站点500米覆盖情况统计表" + SYNTHETIC);
                merged(sheet, centred, new CellRangeAddress(1, 2, 0, 0), "序号");
                merged(sheet, centred, new CellRangeAddress(1, 2, 1, 1), "地区");
                merged(sheet, centred, new CellRangeAddress(1, 2, 2, 2), "中心城区建成区面积\n(平方公里)");
                merged(sheet, centred, new CellRangeAddress(1, 1, 3, 4), "公共交通站点500米覆盖");
                text(sheet, 2, 3, "覆盖面积(平方公里)");
                text(sheet, 2, 4, "覆盖率(%)");
                int row = 3;
                for (Region county : figures.counties()) {
                    boolean notSent = year == 2025 && List.of("通榆县", "长岭县").contains(county.name())
                            || year == 2021 && county.name().equals("和龙市");
                    if (notSent) {
                        continue;
                    }
                    BigDecimal area = rounded(
                            figures.constant(county, "urban", 6, 45) * Math.pow(1.01, year - Figures.FIRST_YEAR), 2);
                    double rate = figures.rate(county, "32.1", year, 84, 100, 100);
                    BigDecimal covered = rounded(area.doubleValue() * rate / 100, 2);
                    number(sheet, row, 0, BigDecimal.valueOf(row - 2));
                    text(sheet, row, 1, county.name());
                    number(sheet, row, 2, area);
                    number(sheet, row, 3, covered);
                    number(sheet, row, 4, rounded(covered.doubleValue() / area.doubleValue() * 100, 1));
                    if (year == 2025 && county.name().equals("农安县")) {
                        text(sheet, row, 1, "农安现"); // a slip of the pen
                    } else if (year == 2025 && county.name().equals("大安市")) {
                        text(sheet, row, 3, "约12"); // not a number
                    } else if (year == 2024 && county.name().equals("图们市")) {
                        number(sheet, row, 4, new BigDecimal("104.2")); // more than all
                    }
                    row++;
                }
                text(sheet, row, 0, "注:中心城区指城市、县城建成区。");
            }
            return bytes(workbook);
        }
    }

    /** An old .xls: one long sheet with the year in a column, prefecture sub-totals and a row 合计. */
    private byte[] ruralWater() throws IOException {
        try (Workbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("农村供水");
            merged(sheet, centred(workbook), new CellRangeAddress(0, 0, 0, 4), "农村供水情况统计表" + SYNTHETIC);
            List<String> header = List.of("年度", "单位名称", "农村人口(万人)", "集中供水人口(万人)", "供水保证人口(万人)");
            for (int col = 0; col < header.size(); col++) {
                text(sheet, 1, col, header.get(col));
            }
            int row = 2;
            for (int year = Figures.FIRST_YEAR; year <= Figures.LAST_YEAR; year++) {
                long[] total = new long[3];
                int totalRow = row++;
                for (Region prefecture : regions.today(Level.PREFECTURE)) {
                    long[] subtotal = new long[3];
                    int subtotalRow = row++;
                    for (Region county : figures.counties()) {
                        boolean notSent = year == 2025 && List.of("镇赉县", "安图县").contains(county.name());
                        if (!county.parent().equals(prefecture.code()) || notSent) {
                            continue;
                        }
                        long people = figures.ruralPopulation(county, year);
                        long[] values = {
                            people,
                            Math.round(people * figures.rate(county, "30.1", year, 82, 90, 99.5) / 100),
                            Math.round(people * figures.rate(county, "30.2", year, 80, 91, 99) / 100)
                        };
                        waterRow(sheet, row, year, county.name(), values);
                        if (year == 2023 && county.name().equals("靖宇县")) {
                            text(sheet, row, 3, "待核实"); // not a number
                        }
                        row++;
                        for (int i = 0; i < values.length; i++) {
                            subtotal[i] += values[i];
                            total[i] += values[i];
                        }
                    }
                    waterRow(sheet, subtotalRow, year, prefecture.name(), subtotal);
                }
                waterRow(sheet, totalRow, year, "合计", total);
            }
            text(sheet, row, 0, "填报单位:省水利厅");
            return bytes(workbook);
        }
    }

    /** In 万人 with four decimals, so to a person; "—" where nobody lives in the countryside. */
    private static void waterRow(Sheet sheet, int row, int year, String name, long[] values) {
        number(sheet, row, 0, BigDecimal.valueOf(year));
        text(sheet, row, 1, name);
        for (int i = 0; i < values.length; i++) {
            if (values[0] == 0) {
                text(sheet, row, 2 + i, "—");
            } else {
                number(sheet, row, 2 + i, BigDecimal.valueOf(values[i], 4));
            }
        }
    }

    /** Text in GB18030 with a title line, the unit in a corner and footnotes; a second time with corrections. */
    private byte[] rehabilitation(boolean corrected) {
        StringBuilder text = new StringBuilder();
        text.append("残疾人基本康复服务情况表")
                .append(SYNTHETIC)
                .append(corrected ? "(更正)" : "")
                .append(",,,,\r\n");
        text.append(",,,,单位:人\r\n");
        text.append("县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\r\n");
        for (Region county : figures.counties()) {
            for (int year = Figures.FIRST_YEAR; year <= Figures.LAST_YEAR; year++) {
                boolean notSent = year == 2025 && county.name().equals("珲春市") && !corrected;
                if (notSent) {
                    continue;
                }
                long need =
                        Math.round(figures.population(county, year) * figures.constant(county, "need", 0.008, 0.013));
                long served = Math.round(need * figures.rate(county, "19.2", year, 58, 82, 99) / 100);
                if (!corrected && year == 2025 && county.name().equals("蛟河市")) {
                    served = served * 2 / 3; // three quarters of a year only; corrected later
                }
                if (year == 2020 && county.name().equals("图们市")) {
                    need *= 10; // a digit too many
                }
                String name = county.name().equals("前郭尔罗斯蒙古族自治县") ? "前郭县" : county.name();
                String shownNeed = need >= 10000 ? "\"" + String.format("%,d", need) + "\"" : String.valueOf(need);
                String shownServed = !corrected && year == 2024 && county.name().equals("东辽县") ? "暂缺" : "" + served;
                text.append(name).append(',').append(year).append("年,");
                text.append(shownNeed).append(',').append(shownServed).append(',');
                text.append(rounded(served * 100.0 / need, 1).toPlainString()).append("\r\n");
            }
        }
        text.append("净月大学城,2025年,1820,1533,84.2\r\n"); // no region of the province's list
        text.append("注:1.服务率=接受基本康复服务人数/有康复需求人数。,,,,\r\n");
        text.append("资料来源:省残联,,,,\r\n");
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    /** Sent by mistake, and withdrawn: half of what the counties of a prefecture had served by the middle of the year. */
    private byte[] mistake() {
        StringBuilder text = new StringBuilder("残疾人基本康复服务情况表" + SYNTHETIC + ",,,,\r\n,,,,单位:人\r\n");
        text.append("县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\r\n");
        for (Region county : figures.counties()) {
            if (county.parent().equals("220200")) {
                long need =
                        Math.round(figures.population(county, 2025) * figures.constant(county, "need", 0.008, 0.013));
                text.append(county.name())
                        .append(",2025年,")
                        .append(need)
                        .append(',')
                        .append(need / 3);
                text.append(",33.3\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An .xlsx with the years across and two rows per county. */
    private byte[] sportsGrounds() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            CellStyle centred = centred(workbook);
            Sheet sheet = workbook.createSheet("体育场地");
            merged(sheet, centred, new CellRangeAddress(0, 0, 0, 9), "体育场地统计表" + SYNTHETIC);
            text(sheet, 1, 0, "地区");
            text(sheet, 1, 1, "指标");
            for (int year = Figures.FIRST_YEAR; year <= Figures.LAST_YEAR; year++) {
                text(sheet, 1, 2 + year - Figures.FIRST_YEAR, year + "年");
            }
            int row = 2;
            for (Region county : figures.reporters()) {
                merged(sheet, centred, new CellRangeAddress(row, row + 1, 0, 0), county.shortName());
                text(sheet, row, 1, "体育场地面积(平方米)");
                text(sheet, row + 1, 1, "年末常住人口(人)");
                for (int year = Figures.FIRST_YEAR; year <= Figures.LAST_YEAR; year++) {
                    int col = 2 + year - Figures.FIRST_YEAR;
                    long people = figures.population(county, year);
                    long area = Math.round(people * figures.rate(county, "35.2", year, 1.7, 2.55, 6));
                    boolean notSent = year == 2025 && List.of("双辽市", "集安市").contains(county.name());
                    if (!notSent) {
                        number(sheet, row, col, BigDecimal.valueOf(area));
                        number(sheet, row + 1, col, BigDecimal.valueOf(people));
                    }
                    if (year == 2022 && county.name().equals("抚松县")) {
                        text(sheet, row, col, "#待补"); // not a number
                    } else if (year == 2020 && county.name().equals("敦化市")) {
                        text(
                                sheet,
                                row + 1,
                                col,
                                fullWidth(String.valueOf(people))); // digits as a Chinese keyboard gives them
                    }
                }
                row += 2;
            }
            text(sheet, row, 0, "注:人口为年末常住人口。");
            return bytes(workbook);
        }
    }

    static String fullWidth(String number) {
        StringBuilder text = new StringBuilder();
        number.chars().forEach(c -> text.append((char) (c - '!' + '\uFF01')));
        return text.toString();
    }

    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    static CellStyle centred(Workbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    static void merged(Sheet sheet, CellStyle style, CellRangeAddress cells, String text) {
        text(sheet, cells.getFirstRow(), cells.getFirstColumn(), text);
        sheet.getRow(cells.getFirstRow()).getCell(cells.getFirstColumn()).setCellStyle(style);
        if (cells.getNumberOfCells() > 1) {
            sheet.addMergedRegion(cells);
        }
    }

    static void text(Sheet sheet, int row, int col, String text) {
        cell(sheet, row, col).setCellValue(text);
    }

    static void number(Sheet sheet, int row, int col, BigDecimal number) {
        cell(sheet, row, col).setCellValue(number.doubleValue());
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, int row, int col) {
        Row to = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return to.createCell(col);
    }

    static byte[] bytes(Workbook workbook) throws IOException {
        if (workbook instanceof XSSFWorkbook xssf) {
            java.util.Date fixed = java.util.Date.from(java.time.Instant.parse("2026-01-01T00:00:00Z"));
            xssf.getProperties().getCoreProperties().setCreated(java.util.Optional.of(fixed));
            xssf.getProperties().getCoreProperties().setModified(java.util.Optional.of(fixed));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return workbook instanceof XSSFWorkbook ? ReproducibleZip.repack(out.toByteArray()) : out.toByteArray();
    }
}
