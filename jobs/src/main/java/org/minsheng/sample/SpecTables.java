package org.minsheng.sample;

import static org.minsheng.sample.Figures.FIRST_YEAR;
import static org.minsheng.sample.Figures.LAST_YEAR;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Makes the tables that {@code tables.yaml} asks for, with gaps and mistakes as by chance. */
final class SpecTables {
    private final Regions regions;
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
        this.regions = regions;
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
            files.put(spec.file(), SpecFile.write(spec, pages(spec)));
        }
        return files;
    }

    /** The figures of the tables, for a template that somebody fills in. */
    SpecFigures values() {
        return values;
    }

    private Map<String, SpecFile.Page> pages(TableSpec spec) {
        String title = spec.title() + SampleTables.SYNTHETIC;
        Map<String, SpecFile.Page> pages = new LinkedHashMap<>();
        switch (spec.shape()) {
            case LONG -> pages.put("数据", new SpecFile.Page(title, longPage(spec)));
            case CANONICAL -> pages.put("", new SpecFile.Page(null, canonicalPage(spec)));
            case BLOCKS -> pages.put("数据", new SpecFile.Page(title, blocksPage(spec)));
            case PROVINCE, MILESTONES -> pages.put("数据", new SpecFile.Page(title, provincePage(spec)));
            case SHEETS, GROUPED, TRANSPOSED, TITLED -> {
                for (int year = FIRST_YEAR; year <= spec.until(); year++) {
                    switch (spec.shape()) {
                        case SHEETS -> pages.put(year + "年", new SpecFile.Page(title, yearPage(spec, year)));
                        case GROUPED -> pages.put(year + "年", new SpecFile.Page(title, groupedPage(spec, year)));
                        case TRANSPOSED ->
                            pages.put(year + "年", new SpecFile.Page(title, turned(yearPage(spec, year))));
                        default ->
                            pages.put(
                                    "表" + (year - FIRST_YEAR + 1),
                                    new SpecFile.Page(
                                            year + "年" + spec.title() + "(单位:"
                                                    + spec.columns().get(0).unit() + ")" + SampleTables.SYNTHETIC,
                                            bilingualPage(spec, year)));
                    }
                }
            }
        }
        return pages;
    }

    private static List<List<Object>> turned(List<List<Object>> rows) {
        List<List<Object>> turned = new ArrayList<>();
        for (int col = 0; col < rows.get(0).size(); col++) {
            List<Object> row = new ArrayList<>();
            for (List<Object> from : rows) {
                row.add(from.get(col));
            }
            turned.add(row);
        }
        return turned;
    }

    private List<List<Object>> bilingualPage(TableSpec spec, int year) {
        List<List<Object>> rows = new ArrayList<>(yearPage(spec, year));
        List<Object> english = new ArrayList<>(List.of("Region"));
        spec.columns().forEach(column -> english.add(column.english()));
        rows.add(1, english);
        return rows;
    }

    /** As yearbooks have it: prefecture, its districts together, its counties, its sum. */
    private List<List<Object>> groupedPage(TableSpec spec, int year) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("地区"));
        spec.columns().forEach(column -> header.add(column.header()));
        rows.add(header);
        for (Region prefecture : regions.today(Level.PREFECTURE)) {
            List<Region> counties = reporters(spec).stream()
                    .filter(region -> prefecture.code().equals(region.parent()))
                    .filter(region -> sent(spec, region, year))
                    .toList();
            rows.add(List.of(prefecture.name()));
            List<Region> districts = counties.stream()
                    .filter(region -> region.name().endsWith("区"))
                    .toList();
            if (districts.size() > 1) {
                rows.add(sums(spec, "　　市  区", districts, year));
            }
            for (Region region : counties) {
                List<Object> row = new ArrayList<>(List.of("　　" + padded(region.name())));
                row.addAll(cells(spec, region, year));
                rows.add(row);
            }
            rows.add(sums(spec, "　　小  计", counties, year));
        }
        return rows;
    }

    /** Short names are drawn out so that all look equally wide. */
    private static String padded(String name) {
        return name.length() == 3 ? String.join("　", name.split("")) : name;
    }

    private List<Object> sums(TableSpec spec, String name, List<Region> all, int year) {
        List<Object> row = new ArrayList<>(List.of(name));
        for (TableSpec.Column column : spec.columns()) {
            row.add(all.stream()
                    .map(region -> values.value(column.series(), region, year))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return row;
    }

    private List<List<Object>> blocksPage(TableSpec spec) {
        int years = spec.until() - FIRST_YEAR + 1;
        int width = years + 2;
        List<List<Object>> rows = new ArrayList<>();
        for (int block = 0; block < spec.columns().size(); block++) {
            TableSpec.Column column = spec.columns().get(block);
            int top = block % 3;
            put(rows, top, block * width, column.header());
            put(rows, top + 1, block * width, "地区");
            for (int year = spec.until(); year >= FIRST_YEAR; year--) {
                put(rows, top + 1, block * width + 1 + spec.until() - year, year + "年");
            }
            int to = top + 2;
            for (Region region : reporters(spec)) {
                put(rows, to, block * width, padded(region.name()));
                for (int year = spec.until(); year >= FIRST_YEAR; year--) {
                    Object shown = sent(spec, region, year) ? cell(column, region, year) : "…";
                    put(rows, to, block * width + 1 + spec.until() - year, shown);
                }
                to++;
            }
        }
        return rows;
    }

    private static void put(List<List<Object>> rows, int row, int col, Object value) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        List<Object> cells = rows.get(row);
        while (cells.size() <= col) {
            cells.add("");
        }
        cells.set(col, value);
    }

    private List<List<Object>> canonicalPage(TableSpec spec) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("series", "ref_area", "time_period", "obs_value", "obs_status"));
        for (TableSpec.Column column : spec.columns()) {
            for (Region region : reporters(spec)) {
                for (int year = FIRST_YEAR; year <= spec.until(); year++) {
                    boolean sent = sent(spec, region, year);
                    rows.add(List.of(
                            column.series(),
                            regions.then(region, year).code(),
                            year,
                            sent ? values.value(column.series(), region, year) : "",
                            sent ? "A" : "L"));
                }
            }
        }
        return rows;
    }

    private List<List<Object>> longPage(TableSpec spec) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("县(市、区)", "年份"));
        spec.columns().forEach(column -> header.add(column.header()));
        rows.add(header);
        for (int year = FIRST_YEAR; year <= spec.until(); year++) {
            if (spec.total() != null) {
                rows.add(totalRow(spec, year));
            }
            for (Region region : reporters(spec)) {
                if (sent(spec, region, year)) {
                    List<Object> row = new ArrayList<>(List.of(region.name(), year));
                    row.addAll(cells(spec, region, year));
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
        for (Region region : reporters(spec)) {
            if (sent(spec, region, year)) {
                List<Object> row = new ArrayList<>(List.of(region.shortName()));
                row.addAll(cells(spec, region, year));
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the province reports itself: of whole numbers their sum, of shares of them a little less or more. */
    private List<Object> totalRow(TableSpec spec, int year) {
        List<Object> row = new ArrayList<>(List.of("全省", year));
        for (TableSpec.Column column : spec.columns()) {
            BigDecimal sum = reporters(spec).stream()
                    .map(region -> values.value(column.series(), region, year))
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
    private List<Region> reporters(TableSpec spec) {
        return spec.zones() ? figures.reporters() : figures.counties();
    }

    private boolean sent(TableSpec spec, Region region, int year) {
        return year < LAST_YEAR || figures.chance(region, spec.file() + "sent", 25) > 0;
    }

    private List<Object> cells(TableSpec spec, Region region, int year) {
        List<Object> cells = new ArrayList<>();
        spec.columns().forEach(column -> cells.add(cell(column, region, year)));
        return cells;
    }

    private Object cell(TableSpec.Column column, Region region, int year) {
        int chance = figures.chance(region, column.series() + year + "cell", 2500);
        Object shown = shown(column, region, year);
        if (shown instanceof BigDecimal number && chance >= 4 && chance < 40) {
            // As people write: a footnote, thousands, full-width digits, spaces around.
            return switch (chance % 4) {
                case 0 -> number.toPlainString() + "①";
                case 1 ->
                    String.format(java.util.Locale.ROOT, "%,d", number.longValue())
                            + (number.scale() > 0
                                    ? number.remainder(BigDecimal.ONE)
                                            .toPlainString()
                                            .substring(1)
                                    : "");
                case 2 -> SampleTables.fullWidth(number.toPlainString());
                default -> " " + number.toPlainString() + " ";
            };
        }
        return chance == 0 ? "待核实" : chance < 4 ? "—" : shown;
    }

    private Object shown(TableSpec.Column column, Region region, int year) {
        BigDecimal value = values.value(column.series(), region, year);
        Unit unit = catalogue.get(column.series()).unit();
        return unit.word(value, Language.ZH).<Object>map(word -> word).orElse(value);
    }
}
