package org.minsheng.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Resolution;

/** Makes up tables of ten shapes as offices send them, none of them of a layout that there is. */
public final class MadeTables {
    private final Random random;

    MadeTables(long seed) {
        this.random = new Random(seed);
    }

    /** Two tables of each shape. */
    public static List<MadeTable> twenty(long seed) {
        MadeTables tables = new MadeTables(seed);
        List<MadeTable> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(tables.columnsUnderATitle(i));
            all.add(tables.yearsOverSubHeaders(i));
            all.add(tables.totalBelowTheHeader(i));
            all.add(tables.oneMeasureInTheTitle(i));
            all.add(tables.longForm(i));
            all.add(tables.oneRegion(i));
            all.add(tables.regionsAcross(i));
            all.add(tables.prefecturesBeside(i));
            all.add(tables.groupsOfRows(i));
            all.add(tables.yearInTheFilesName(i));
        }
        return all;
    }

    private static String ending(int i, String... endings) {
        return endings[i % endings.length];
    }

    /** Counties of one prefecture or two, whose names are no others'. */
    private List<Region> counties(int most) {
        List<Region> prefectures = new ArrayList<>(TestLayouts.REGIONS.today(Level.PREFECTURE));
        Collections.shuffle(prefectures, random);
        List<Region> counties = new ArrayList<>();
        for (Region prefecture : prefectures.subList(0, 3)) {
            TestLayouts.REGIONS.today(Level.COUNTY).stream()
                    .filter(region -> region.parent().equals(prefecture.code()))
                    .filter(region -> TestLayouts.REGIONS.resolve(region.name(), 2024) instanceof Resolution.Found)
                    .limit(most)
                    .forEach(counties::add);
        }
        return counties;
    }

    /** Series of counties with this unit. */
    private List<Series> series(int count, String... units) {
        List<Series> all = new ArrayList<>(TestLayouts.CATALOGUE.series().values().stream()
                .filter(series -> series.level() == Level.COUNTY
                        && Arrays.asList(units).contains(series.unit().name()))
                .toList());
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    private String name(Region region) {
        return random.nextInt(3) == 0 ? region.shortName() : region.name();
    }

    /** A title as somebody else may word it. */
    private String header(Series series) {
        String title = series.title().zh();
        return switch (random.nextInt(5)) {
            case 0 -> title.replaceFirst("数$", "");
            case 1 -> title.replace("的", "");
            case 2 -> title.length() > 6 ? title.substring(0, 4) + " " + title.substring(4) : title;
            case 3 -> "全县" + title;
            default -> title;
        };
    }

    private int year() {
        return 2019 + random.nextInt(6);
    }

    /** A whole number that the series can have. */
    private BigDecimal value(Series series) {
        BigDecimal most = series.most() == null ? BigDecimal.valueOf(2000) : series.most();
        return BigDecimal.valueOf(
                1 + random.nextInt(most.min(BigDecimal.valueOf(2000)).intValue()));
    }

    private static BigDecimal people(BigDecimal tenThousands) {
        return tenThousands.multiply(BigDecimal.valueOf(10_000));
    }

    /** A number of ten thousands that the series, counted one by one, can have. */
    private BigDecimal tenThousands(Series series) {
        return value(series).movePointLeft(4);
    }

    private MadeTable columnsUnderATitle(int i) {
        int year = year();
        List<Series> series = series(3, "人");
        MadeTable table = new MadeTable("columns" + i + ending(i, ".xlsx", ".csv"), "Sheet1");
        table.row(year + "年全省有关情况统计表").row(null, null, null, "单位：万人");
        table.row("序号", "县（市、区）", header(series.get(0)), header(series.get(1)), header(series.get(2)), "备注");
        int number = 1;
        for (Region region : counties(4)) {
            List<Object> row = new ArrayList<>(List.of(number++, name(region)));
            for (Series one : series) {
                BigDecimal value = tenThousands(one);
                row.add(value);
                table.expect(one.id(), region.code(), year, people(value));
            }
            row.add(random.nextInt(4) == 0 ? "已核实" : null);
            table.row(row);
        }
        return table.row("注：本表数据由各地统计部门提供。").row("填表人：张三", null, "审核人：李四");
    }

    private MadeTable yearsOverSubHeaders(int i) {
        List<Series> series = series(2, "个", "所", "家");
        int first = year() - 1;
        MadeTable table = new MadeTable("across" + i + ending(i, ".xlsx", ".ods"), "数据");
        table.row("各县（市、区）建设情况表", null, null, null, null, null, null, null, null)
                .merge(0, 8, 1);
        table.row(
                "填报单位：省某某厅",
                null,
                null,
                null,
                null,
                null,
                null,
                "单位：" + series.get(0).unit().name());
        List<Object> years = new ArrayList<>();
        List<Object> subs = new ArrayList<>();
        years.add("地区");
        subs.add(null);
        String[] headers = {
            header(series.get(0)),
            header(series.get(1)) + "（" + series.get(1).unit().name() + "）"
        };
        for (int year = first; year < first + 4; year++) {
            Collections.addAll(years, year + ending(i, "年", "年末"), null);
            Collections.addAll(subs, headers[0], headers[1]);
        }
        table.row(years).merge(0, 0, 2);
        for (int j = 0; j < 4; j++) {
            table.merge(1 + 2 * j, 2 + 2 * j, 1);
        }
        table.row(subs);
        for (Region region : counties(3)) {
            List<Object> row = new ArrayList<>(List.of(name(region)));
            for (int j = 0; j < 8; j++) {
                BigDecimal value = value(series.get(j % 2));
                row.add(value);
                table.expect(series.get(j % 2).id(), region.code(), first + j / 2, value);
            }
            table.row(row);
        }
        return table;
    }

    private MadeTable totalBelowTheHeader(int i) {
        int year = year();
        List<Series> series = series(3, "个", "户", "人");
        MadeTable table = new MadeTable("total" + i + ending(i, ".xlsx", ".ods"), year + "年");
        List<Object> header = new ArrayList<>(List.of("地区"));
        series.forEach(one -> header.add(header(one) + "（" + one.unit().name() + "）"));
        header.add("比上年增长（%）");
        table.row(header);
        List<Object> total = new ArrayList<>(List.of(ending(i, "合计", "合 计")));
        table.row(total);
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (Region region : counties(4)) {
            List<Object> row = new ArrayList<>(List.of(name(region)));
            for (int j = 0; j < 3; j++) {
                BigDecimal value = value(series.get(j));
                sums[j] = sums[j].add(value);
                row.add(value);
                table.expect(series.get(j).id(), region.code(), year, value);
            }
            row.add(new BigDecimal("3.5"));
            table.row(row);
        }
        for (int j = 0; j < 3; j++) {
            total.add(sums[j]);
            table.expect(series.get(j).id(), "220000", year, sums[j]);
        }
        total.add(new BigDecimal("3.1"));
        return table;
    }

    private MadeTable oneMeasureInTheTitle(int i) {
        Series series = series(1, "人", "户", "个").get(0);
        int first = year() - 2;
        MadeTable table = new MadeTable("measure" + i + ending(i, ".csv", ".ods"), "Sheet1");
        String title = i == 0
                ? first + "-" + (first + 3) + "年各县（市、区）" + series.title().zh()
                : series.title().zh() + "情况（" + series.unit().name() + "）";
        table.row(title);
        if (i == 0) {
            table.row(null, null, null, "计量单位：" + series.unit().name());
        }
        table.row("地区", first + ending(i, "", "年"), first + 1 + ending(i, "", "年"), first + 2 + ending(i, "", "年"));
        for (Region region : counties(4)) {
            List<Object> row = new ArrayList<>(List.of(name(region)));
            for (int j = 0; j < 3; j++) {
                BigDecimal value = value(series);
                row.add(value);
                table.expect(series.id(), region.code(), first + j, value);
            }
            table.row(row);
        }
        return table.row("资料来源：某某厅");
    }

    private MadeTable longForm(int i) {
        List<Series> series = series(3, "人", "个");
        MadeTable table = new MadeTable("long" + i + ending(i, ".csv", ".xlsx"), "Sheet1");
        table.row("行政区划代码", "地区", "年份", "指标", "计量单位", "数值");
        List<String> headers = series.stream().map(this::header).toList();
        for (Region region : counties(3)) {
            for (int j = 0; j < 3; j++) {
                boolean inTenThousands = series.get(j).unit().name().equals("人") && random.nextBoolean();
                BigDecimal value = inTenThousands ? tenThousands(series.get(j)) : value(series.get(j));
                table.row(
                        region.code(),
                        region.name(),
                        "2023年",
                        headers.get(j),
                        inTenThousands ? "万人" : series.get(j).unit().name(),
                        value);
                table.expect(series.get(j).id(), region.code(), 2023, inTenThousands ? people(value) : value);
            }
        }
        return table;
    }

    private MadeTable oneRegion(int i) {
        Region region = counties(2).get(0);
        List<Series> series = series(4, "人", "个", "平方米", "元/月");
        MadeTable table = new MadeTable("region" + i + ending(i, ".ods", ".csv"), "Sheet1");
        table.row(region.name() + "主要指标").row("指标名称", "单位", "2021年", "2022年", "2023年", "2024年");
        for (Series one : series) {
            List<Object> row = new ArrayList<>(List.of(header(one), one.unit().name()));
            for (int year = 2021; year < 2025; year++) {
                BigDecimal value = value(one);
                row.add(value);
                table.expect(one.id(), region.code(), year, value);
            }
            table.row(row);
        }
        return table;
    }

    private MadeTable regionsAcross(int i) {
        int year = year();
        List<Region> counties = counties(2);
        MadeTable table = new MadeTable("turned" + i + ending(i, ".xlsx", ".csv"), "表1");
        table.row("各地" + year + "年情况");
        List<Object> header = new ArrayList<>(List.of("项目"));
        counties.forEach(region -> header.add(name(region)));
        table.row(header);
        for (Series one : series(4, "人", "个", "户")) {
            List<Object> row =
                    new ArrayList<>(List.of(header(one) + "（" + one.unit().name() + "）"));
            for (Region region : counties) {
                BigDecimal value = value(one);
                row.add(value);
                table.expect(one.id(), region.code(), year, value);
            }
            table.row(row);
        }
        return table;
    }

    private MadeTable prefecturesBeside(int i) {
        List<Series> series = series(2, "人", "个");
        MadeTable table = new MadeTable("beside" + i + ending(i, ".xlsx", ".ods"), "Sheet1");
        table.row("分地区基本情况").row("市（州）", "县（市、区）", "年度", header(series.get(0)), header(series.get(1)));
        String before = "";
        List<Region> counties = counties(3);
        for (int at = 0; at < counties.size(); at++) {
            Region region = counties.get(at);
            boolean first = !region.parent().equals(before);
            before = region.parent();
            String above = TestLayouts.REGIONS.find(before).orElseThrow().name();
            List<Object> row = new ArrayList<>(Arrays.asList(first ? above : null, name(region), "2021年末"));
            for (Series one : series) {
                BigDecimal value = value(one);
                row.add(value);
                table.expect(one.id(), region.code(), 2021, value);
            }
            table.row(row);
            long rows = counties.stream()
                    .filter(other -> other.parent().equals(region.parent()))
                    .count();
            if (first && rows > 1) {
                table.merge(0, 0, (int) rows);
            }
        }
        return table;
    }

    private MadeTable groupsOfRows(int i) {
        int year = year();
        List<Series> series = series(2, "万元", "人");
        MadeTable table = new MadeTable("groups" + i + ending(i, ".ods", ".xlsx"), "Sheet1");
        table.row("保障情况统计表（" + year + "年）");
        table.row("地 区", header(series.get(0)), header(series.get(1)));
        table.row(null, series.get(0).unit().name(), series.get(1).unit().name());
        table.row("甲", "1", "2");
        String before = "";
        for (Region region : counties(3)) {
            if (!region.parent().equals(before)) {
                before = region.parent();
                row(table, series, TestLayouts.REGIONS.find(before).orElseThrow(), "", year);
            }
            row(table, series, region, "　", year);
        }
        return table.row("说明：不含开发区。");
    }

    private void row(MadeTable table, List<Series> series, Region region, String indent, int year) {
        List<Object> row = new ArrayList<>(List.of(indent + region.name()));
        for (Series one : series) {
            BigDecimal value = value(one);
            row.add(value);
            table.expect(one.id(), region.code(), year, value);
        }
        table.row(row);
    }

    private MadeTable yearInTheFilesName(int i) {
        int year = year();
        List<Series> counts = series(1, "人", "户");
        Series done = series(1, "是否").get(0);
        Series area = series(1, "平方米").get(0);
        MadeTable table = new MadeTable(year + ending(i, "年上报表GB.csv", "年情况.xlsx"), "Sheet1");
        table.row("填报单位：某某局", null, "单位：" + counts.get(0).unit().name() + "、万平方米");
        table.row("名称", header(counts.get(0)), header(area), header(done));
        for (Region region : counties(4)) {
            BigDecimal count = value(counts.get(0));
            BigDecimal size = tenThousands(area);
            boolean is = random.nextBoolean();
            table.row(name(region), count, size, is ? "是" : "否");
            table.expect(counts.get(0).id(), region.code(), year, count);
            table.expect(area.id(), region.code(), year, people(size));
            table.expect(done.id(), region.code(), year, is ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return table.row("注1：面积为建筑面积");
    }
}
