package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Reads the Chinese one-page sheets back and works out again, from the table progress alone, what each of their figures and
 * words should be.
 */
final class OnePageCheck {
    private static final Pattern HEADLINE = Pattern.compile(
            "(\\d+)项目标达标(\\d+)项（(\\d+)%）(?:，其中初步数\\d+项)?(?:，未到期(\\d+)项)?(?:，未达标(\\d+)项)?(?:，逾期未报(\\d+)项)?(?:，无法评定(\\d+)项)?(?:；.*)?");
    private static final Pattern DISTANCE = Pattern.compile("([+-])(<?)(\\d+)%(?:↘(变差)|→(持平)|↗(好转))?");
    private static final Pattern TIMES = Pattern.compile("([\\d.]+)倍力度");
    private static final List<String> NOT_MET = List.of("missed", "lost", "slow", "behind", "reversing", "not_started");
    private static final int YEAR = 2025;
    private static final int LEFT = 32;

    private final Map<String, TreeMap<Integer, Row>> years = new HashMap<>();
    private final Map<String, Row> latest = new HashMap<>();
    private final Regions regions;
    private final List<String> ofCounties;
    private int figures;

    OnePageCheck(Iterable<Row> progress, Configuration conf) {
        this.regions = conf.regions();
        this.ofCounties = conf.catalogue()
                .indicators()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .map(Indicator::id)
                .toList();
        for (Row row : progress) {
            String key = row.getAs("indicator") + " " + row.getAs("ref_area");
            years.computeIfAbsent(key, k -> new TreeMap<>()).put(row.getAs("time_period"), row);
            if (row.<Boolean>getAs("latest")) {
                latest.put(key, row);
            }
        }
    }

    /**
     * Holds a page against the table.
     *
     * @param ids the indicators that the workbook shows
     * @param focus the region that it is about
     * @return how many figures were held against others
     */
    int check(Sheet page, List<String> ids, String focus) {
        figures = 0;
        readable(page);
        headline(text(page, 2, 0), ids, focus);
        double before = Double.MAX_VALUE;
        for (int row = 4; row < 13; row++) {
            String name = text(page, row, LEFT);
            if (name != null && name.matches("\\d+\\.\\w+ .*")) {
                double weight = urgent(page, row, name.substring(0, name.indexOf(' ')), focus);
                assertThat(weight).as(page.getWorkbook() + name).isLessThanOrEqualTo(before + 1e-9);
                before = weight;
            }
        }
        for (int row = 16; row < 23; row++) {
            county(page, row, ids);
        }
        return figures;
    }

    /** The smallest type, of 9 points, comes out as one of 7 where a landscape page, less its margins, has to hold all rows. */
    private static void readable(Sheet page) {
        double height = 0;
        for (int row = 0; row <= page.getLastRowNum(); row++) {
            height += page.getRow(row) == null
                    ? page.getDefaultRowHeightInPoints()
                    : page.getRow(row).getHeightInPoints();
        }
        assertThat(height).as(page.getRow(0).getCell(0).toString()).isLessThanOrEqualTo((595 - 1.25 * 72) * 9 / 7);
    }

    private void headline(String text, List<String> ids, String focus) {
        Matcher matcher = HEADLINE.matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        Map<String, Integer> counts = counts(ids, focus);
        int all = counts.values().stream().mapToInt(i -> i).sum();
        List<Integer> expected = List.of(
                all,
                counts.getOrDefault("met", 0),
                (int) Math.floor(100.0 * counts.getOrDefault("met", 0) / all + 0.5),
                counts.getOrDefault("ahead", 0),
                counts.getOrDefault("not met", 0),
                counts.getOrDefault("overdue", 0),
                counts.getOrDefault("unknown", 0));
        for (int group = 1; group <= expected.size(); group++) {
            String shown = matcher.group(group);
            assertThat(shown == null ? 0 : Integer.parseInt(shown)).as(text).isEqualTo(expected.get(group - 1));
            figures++;
        }
    }

    private Map<String, Integer> counts(List<String> ids, String area) {
        Map<String, Integer> counts = new HashMap<>();
        for (String id : ids) {
            Row row = latest.get(id + " " + area);
            String status = row == null ? "no_data" : row.getAs("status");
            if (!status.equals("no_target")) {
                String kind = switch (status) {
                    case "met", "overdue" -> status;
                    case "no_data", "low_coverage" -> "unknown";
                    default -> NOT_MET.contains(status) ? "not met" : "ahead";
                };
                counts.merge(kind, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Returns how urgent it is: its distance, twice that where it moves away. */
    private double urgent(Sheet page, int at, String id, String focus) {
        Row row = latest.get(id + " " + focus);
        if (row.getAs("needed_change") == null) {
            assertThat(find(page, at, DISTANCE)).isNull();
            return 0;
        }
        double needed = row.<Double>getAs("needed_change");
        double distance = Math.abs(needed / row.<Double>getAs("target_value"));
        boolean isValue = row.getAs("value_is").equals("value");
        Row then = isValue ? then(years.get(id + " " + focus), row) : null;
        double pace = then == null ? 0 : yearly(then, row);
        boolean isRough = then != null && !then.getAs("regions_reporting").equals(row.getAs("regions_reporting"));
        boolean isStill = Math.abs(pace) < Math.abs(needed) / 100;
        boolean away = then != null && !isRough && !isStill && pace * needed < 0;
        Matcher matcher = find(page, at, DISTANCE);
        String where = page.getRow(at).getCell(LEFT) + " of " + focus;
        assertThat(matcher.group(1)).as(where).isEqualTo(needed > 0 ? "-" : "+");
        if (matcher.group(2).isEmpty()) {
            assertThat(Double.parseDouble(matcher.group(3))).as(where).isEqualTo(Math.floor(distance * 100 + 0.5));
        } else {
            assertThat(distance).as(where).isLessThan(0.005);
        }
        String trend = null;
        if (then != null) {
            trend = away ? "变差" : isStill ? "持平" : pace * needed > 0 ? "好转" : null;
        }
        assertThat(Arrays.asList(matcher.group(4), matcher.group(5), matcher.group(6)).stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
                .as(where)
                .isEqualTo(trend);
        figures += 2;
        Matcher times = find(page, at, TIMES);
        if (times != null) {
            int horizon = Math.max(YEAR + 1, row.<Integer>getAs("deadline"));
            double yearly = needed / (horizon - row.<Integer>getAs("time_period"));
            assertThat(Double.parseDouble(times.group(1)))
                    .as(where)
                    .isBetween(yearly / pace - 1e-9, yearly / pace + 0.1 + 1e-9);
            figures++;
        }
        return distance * (away ? 2 : 1);
    }

    /** The row of three years before, or of the first after that which can be compared. */
    private static Row then(TreeMap<Integer, Row> years, Row row) {
        int year = row.<Integer>getAs("time_period");
        for (int before = year - 3; before < year; before++) {
            Row then = years.get(before);
            if (then != null
                    && then.getAs("obs_value") != null
                    && !then.getAs("status").equals("low_coverage")
                    && then.getAs("value_is").equals(row.getAs("value_is"))) {
                return then;
            }
        }
        return null;
    }

    private static double yearly(Row then, Row row) {
        return (row.<Double>getAs("obs_value") - then.<Double>getAs("obs_value"))
                / (row.<Integer>getAs("time_period") - then.<Integer>getAs("time_period"));
    }

    /** A county's name, and behind its bar how many of its targets it meets. */
    private void county(Sheet page, int at, List<String> ids) {
        String name = text(page, at, 8);
        List<Region> found = regions.all().stream()
                .filter(region ->
                        region.replacedBy() == null && region.shortName().equals(name))
                .toList();
        if (found.size() != 1) {
            return;
        }
        Matcher matcher = find(page, at, Pattern.compile("(\\d+)/(\\d+)"));
        Map<String, Integer> counts = counts(
                ids.stream().filter(ofCounties::contains).toList(), found.get(0).code());
        int all = counts.values().stream().mapToInt(i -> i).sum();
        assertThat(matcher.group()).as(name).isEqualTo(counts.getOrDefault("met", 0) + "/" + all);
        figures += 2;
    }

    private static Matcher find(Sheet page, int row, Pattern pattern) {
        for (Cell cell : page.getRow(row)) {
            Matcher matcher = pattern.matcher(cell.getStringCellValue());
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }

    private static String text(Sheet page, int row, int col) {
        Cell cell = page.getRow(row) == null ? null : page.getRow(row).getCell(col);
        return cell == null ? null : cell.getStringCellValue();
    }
}
