package org.minsheng.sample;

import static org.minsheng.sample.Figures.FIRST_YEAR;
import static org.minsheng.sample.Figures.LAST_YEAR;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Makes the tables that {@code tables.yaml} asks for, with gaps and mistakes as by chance. */
final class SpecTables {
    private static final String NOTE = "注:合成样例数据。";

    private final Figures figures;
    private final SpecFigures values;
    private final Region province;
    private final Map<String, Series> catalogue;
    private final List<TableSpec> specs;

    SpecTables(
            Regions regions,
            Figures figures,
            Map<String, Series> catalogue,
            Map<String, Integer> wages,
            List<TableSpec> specs) {
        this.figures = figures;
        this.values = new SpecFigures(figures, catalogue, wages, specs);
        this.province = regions.today(Level.PROVINCE).get(0);
        this.catalogue = catalogue;
        this.specs = specs;
    }

    /** All files by their path below the landing folder. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (TableSpec spec : specs) {
            files.put(spec.file(), write(spec, pages(spec)));
        }
        return files;
    }

    /** The cells of each sheet, below its title. */
    private Map<String, List<List<Object>>> pages(TableSpec spec) {
        return switch (spec.shape()) {
            case LONG -> Map.of("数据", longPage(spec));
            case SHEETS -> {
                Map<String, List<List<Object>>> pages = new LinkedHashMap<>();
                for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                    pages.put(year + "年", yearPage(spec, year));
                }
                yield pages;
            }
            case PROVINCE, MILESTONES -> Map.of("数据", provincePage(spec));
        };
    }

    private List<List<Object>> longPage(TableSpec spec) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("县(市、区)", "年份"));
        spec.columns().forEach(column -> header.add(column.header()));
        rows.add(header);
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (spec.total() != null) {
                rows.add(totalRow(spec, year));
            }
            for (Region unit : units(spec)) {
                if (sent(spec, unit, year)) {
                    List<Object> row = new ArrayList<>(List.of(unit.name(), year));
                    row.addAll(cells(spec, unit, year));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private List<List<Object>> yearPage(TableSpec spec, int year) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("地区"));
        spec.columns().forEach(column -> header.add(column.header()));
        rows.add(header);
        for (Region unit : units(spec)) {
            if (sent(spec, unit, year)) {
                List<Object> row = new ArrayList<>(List.of(unit.shortName()));
                row.addAll(cells(spec, unit, year));
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the province reports itself: of whole numbers their sum, of shares of them a little less or more. */
    private List<Object> totalRow(TableSpec spec, int year) {
        List<Object> row = new ArrayList<>(List.of("全省", year));
        for (TableSpec.Column column : spec.columns()) {
            BigDecimal sum = units(spec).stream()
                    .map(unit -> values.value(column.series(), unit, year))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            row.add(
                    column.has("of")
                            ? SampleTables.rounded(sum.multiply(spec.total()).doubleValue(), 0)
                            : sum);
        }
        return row;
    }

    private List<List<Object>> provincePage(TableSpec spec) {
        boolean milestones = spec.shape() == TableSpec.Shape.MILESTONES;
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("指标", "计量单位"));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            header.add(year + "年");
        }
        if (milestones) {
            header.addAll(List.of("佐证材料", "完成日期"));
        }
        rows.add(header);
        for (TableSpec.Column column : spec.columns()) {
            List<Object> row = new ArrayList<>(List.of(column.header(), column.unit()));
            int done = 0;
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                boolean open = year == LAST_YEAR && figures.chance(province, column.series() + "open", 6) == 0;
                row.add(open ? "…" : shown(column, province, year));
                done = done == 0
                                && values.value(column.series(), province, year).intValue() == 2
                        ? year
                        : done;
            }
            if (milestones) {
                row.add(done == 0 ? "" : "(样例)" + column.header() + "文件");
                row.add(done == 0 ? "" : done + "-12-20");
            }
            rows.add(row);
        }
        return rows;
    }

    /** Nobody sends a minimum wage for a zone; other tables have the zones where the specification says so. */
    private List<Region> units(TableSpec spec) {
        return spec.zones() ? figures.units() : figures.counties();
    }

    private boolean sent(TableSpec spec, Region unit, int year) {
        return year < LAST_YEAR || figures.chance(unit, spec.file() + "sent", 25) > 0;
    }

    private List<Object> cells(TableSpec spec, Region unit, int year) {
        List<Object> cells = new ArrayList<>();
        for (TableSpec.Column column : spec.columns()) {
            int chance = figures.chance(unit, column.series() + year + "cell", 2500);
            cells.add(chance == 0 ? "待核实" : chance < 4 ? "—" : shown(column, unit, year));
        }
        return cells;
    }

    private Object shown(TableSpec.Column column, Region region, int year) {
        BigDecimal value = values.value(column.series(), region, year);
        Unit unit = catalogue.get(column.series()).unit();
        return unit.word(value, Language.ZH).<Object>map(word -> word).orElse(value);
    }

    private static byte[] write(TableSpec spec, Map<String, List<List<Object>>> pages) throws IOException {
        if (spec.file().endsWith(".csv")) {
            return csv(spec, pages.values().iterator().next());
        }
        try (Workbook workbook = spec.file().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            for (Map.Entry<String, List<List<Object>>> page : pages.entrySet()) {
                Sheet sheet = workbook.createSheet(page.getKey());
                int width = page.getValue().get(0).size();
                SampleTables.merged(
                        sheet,
                        SampleTables.centred(workbook),
                        0,
                        0,
                        0,
                        width - 1,
                        spec.title() + SampleTables.SYNTHETIC);
                int to = 1;
                for (List<Object> row : page.getValue()) {
                    for (int col = 0; col < row.size(); col++) {
                        if (row.get(col) instanceof Number number) {
                            SampleTables.number(sheet, to, col, new BigDecimal(number.toString()));
                        } else {
                            SampleTables.text(sheet, to, col, row.get(col).toString());
                        }
                    }
                    to++;
                }
                SampleTables.text(sheet, to, 0, NOTE);
            }
            return SampleTables.bytes(workbook);
        }
    }

    private static byte[] csv(TableSpec spec, List<List<Object>> rows) {
        String body = rows.stream()
                .map(row -> row.stream().map(SpecTables::field).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        return (spec.title() + SampleTables.SYNTHETIC + "\r\n" + body + "\r\n" + NOTE + "\r\n")
                .getBytes(Charset.forName("GB18030"));
    }

    private static String field(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
