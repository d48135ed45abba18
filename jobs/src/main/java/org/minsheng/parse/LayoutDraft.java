package org.minsheng.parse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.ConfException;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.region.Regions;

/** Writes a first layout for a file that none fits: where its parts seem to be, and of each column the nearest series. */
public final class LayoutDraft {
    private static final Pattern YEAR = Pattern.compile("((19|20)\\d\\d)");
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?<title>.*)\\((?<unit>[^()]+)\\)[^()]*");
    private static final String CORNER_PATTERN = ".*\u5355\u4F4D[:\uFF1A]\\s*(?<unit>\\S+?)\\s*";

    private final NearestSeries series;
    private final Regions regions;
    private final TableShape table;
    private final StringBuilder yaml = new StringBuilder();

    private LayoutDraft(Catalogue catalogue, Regions regions, Head head) {
        this.series = new NearestSeries(catalogue);
        this.regions = regions;
        this.table = new TableShape(head, regions);
    }

    /**
     * Drafts a layout.
     *
     * @throws ConfException if the file cannot be read as a table
     */
    public static String of(Path path, Catalogue catalogue, Regions regions) {
        try (TableFile file = TableFiles.open(path)) {
            Head fullest = null;
            for (Sheet sheet : file.sheets()) {
                Head head = new Head(sheet);
                boolean isFuller =
                        fullest == null || TableShape.regionsIn(head, regions) > TableShape.regionsIn(fullest, regions);
                fullest = isFuller ? head : fullest;
            }
            if (fullest == null || fullest.empty()) {
                throw new ConfException(path.toString(), "the file holds no table", "");
            }
            return new LayoutDraft(catalogue, regions, fullest)
                    .draft(path.getFileName().toString());
        } catch (Unreadable e) {
            throw new ConfException(path.toString(), e.getMessage(), "");
        }
    }

    private String draft(String fileName) {
        line("# A draft for " + fileName.replaceAll("[\\p{Cntrl}]", " ")
                + ": look at every line, and mend what is not so.");
        line("layout: draft");
        String title = quoted(table.title().orElse("?"));
        line("title: {zh: " + title + ", en: " + title + "}");
        line("# provider: the office that the table comes from");
        if (yearInSheet()) {
            line("sheets: " + quoted(withAnyYear(table.sheetName())));
        }
        if (table.hasCorner()) {
            line("corner: " + quoted(CORNER_PATTERN));
        }
        line("header: {rows: " + table.headerRows() + "}");
        line(
                table.hasRegions()
                        ? "region: {column: " + header(table.regionColumn()) + "}"
                        : "region: {fixed: \""
                                + regions.all().iterator().next().code()
                                + "\"}  # no column of regions was found");
        describeFigures();
        line("ignore:");
        String ignored = ignoredColumns();
        if (!ignored.isEmpty()) {
            line("  columns: [" + ignored + "]");
        }
        line("  rows: ['\u6CE8.*', '\u8D44\u6599\u6765\u6E90.*', '\u586B\u62A5.*', '\u8BF4\u660E.*']");
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private boolean yearInSheet() {
        return YEAR.matcher(table.sheetName()).find();
    }

    private void describeFigures() {
        List<Integer> figures =
                table.columns().stream().filter(table::holdsFigures).toList();
        boolean across = !figures.isEmpty()
                && figures.stream().allMatch(col -> YEAR.matcher(joined(col)).find());
        boolean onlyYears = across
                && figures.stream().allMatch(col -> Years.parse(joined(col)).isPresent());
        if (onlyYears) {
            line("period: {from: header, pattern: '(?<year>\\d{4})\u5E74?'}");
            describeSeriesColumn();
            return;
        }
        line("period: " + (across ? "{from: header}" : period()));
        line("columns:");
        figures.stream()
                .collect(Collectors.toMap(
                        col -> across
                                ? "like: " + quoted(withAnyYear(joined(col)))
                                : "header: [" + quoted(table.header(col)) + "]",
                        col -> measured(table.header(col)),
                        (first, other) -> first,
                        LinkedHashMap::new))
                .forEach((place, measured) -> line("  - {" + place + ", " + measured + "}"));
    }

    private String period() {
        Optional<Integer> column =
                table.columns().stream().filter(table::holdsYears).findFirst();
        if (column.isPresent()) {
            return "{from: column, column: " + header(column.get()) + "}";
        } else if (yearInSheet()) {
            return "{from: sheet}";
        }
        return YEAR.matcher(table.title().orElse("?")).find()
                ? "{from: title, pattern: '.*?(?<year>\\d{4})\u5E74.*'}"
                : "{fixed: 2025}  # no year was found";
    }

    /** Where the years stand across, a column of texts tells the series. */
    private void describeSeriesColumn() {
        Optional<Integer> column =
                table.columns().stream().filter(col -> !table.holdsNumbers(col)).findFirst();
        if (column.isEmpty()) {
            line("series:  # no column that names the series was found");
            return;
        }
        line("series:");
        line("  column: " + header(column.get()));
        line("  values:");
        table.texts(column.get()).forEach(text -> line("    " + quoted(text) + ": {" + measured(List.of(text)) + "}"));
    }

    private String ignoredColumns() {
        return table.columns().stream()
                .filter(col -> !table.holdsFigures(col) && !table.holdsYears(col))
                .map(col -> quoted(String.join("", table.header(col))))
                .filter(text -> yaml.indexOf(text) < 0)
                .collect(Collectors.joining(", "));
    }

    private String measured(List<String> header) {
        String last = header.get(header.size() - 1);
        Matcher behind = UNIT_BEHIND.matcher(last);
        boolean unitBehind = behind.matches();
        String unit = unitBehind ? behind.group("unit") : table.hasCorner() ? "corner" : "?";
        String id = series.of(unitBehind ? behind.group("title") : last)
                .map(Series::id)
                .orElse(quoted("?"));
        return "series: " + id + ", unit: " + quoted(unit);
    }

    private String joined(int col) {
        return String.join("/", table.header(col));
    }

    private String header(int col) {
        List<String> header = table.header(col);
        return header.size() == 1 ? quoted(header.get(0)) : "[" + quoted(header) + "]";
    }

    /** A pattern for a text with a year, and for the same with another year. */
    private static String withAnyYear(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find()
                ? literal(text.substring(0, year.start())) + "(?<year>\\d{4})" + literal(text.substring(year.end()))
                : literal(text);
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(LayoutDraft::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
