package org.minsheng.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.ConfException;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Marks;
import org.minsheng.layout.NumberText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** Writes a first layout for a file that none fits: where its parts seem to be, and of each column the nearest series. */
public final class LayoutDraft {
    private static final int MOST_HEADER_ROWS = 5;
    private static final double LEAST_ALIKE = 0.3;
    private static final Pattern NUMBERING = Pattern.compile("序号|编号|行次|No\\.?");
    private static final Pattern YEAR = Pattern.compile("((19|20)\\d\\d)");
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?<title>.*)\\((?<unit>[^()]+)\\)[^()]*");
    private static final Pattern CORNER = Pattern.compile(".*\u5355\u4F4D[:\uFF1A]\\s*(\\S+?)\\s*");
    private static final String CORNER_PATTERN = ".*\u5355\u4F4D[:\uFF1A]\\s*(?<unit>\\S+?)\\s*";

    private final Catalogue catalogue;
    private final Regions regions;
    private final Head head;
    private final StringBuilder yaml = new StringBuilder();
    private int regionCol = -1;
    private int firstDataRow;
    private int headerTop;

    private LayoutDraft(Catalogue catalogue, Regions regions, Head head) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.head = head;
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
                fullest = fullest == null || regionsIn(head, regions) > regionsIn(fullest, regions) ? head : fullest;
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

    private static int regionsIn(Head head, Regions regions) {
        int most = 0;
        for (int col = 0; col < head.width(); col++) {
            most = Math.max(most, regionsIn(head, regions, col));
        }
        return most;
    }

    private static int regionsIn(Head head, Regions regions, int col) {
        int found = 0;
        for (SheetRow row : head.rows()) {
            found += isRegion(regions, row.get(col)) ? 1 : 0;
        }
        return found;
    }

    private static boolean isRegion(Regions regions, Cell cell) {
        return !cell.blank() && !(regions.resolve(cell.text(), 2020) instanceof Resolution.Unknown);
    }

    private String draft(String fileName) {
        findRegions();
        line("# A draft for " + fileName.replaceAll("[\\p{Cntrl}]", " ")
                + ": look at every line, and mend what is not so.");
        line("layout: draft");
        String title = title();
        line("title: {zh: " + quoted(title) + ", en: " + quoted(title) + "}");
        line("# provider: the office that the table comes from");
        Matcher sheetYear = YEAR.matcher(head.sheet().name());
        boolean yearInSheet = sheetYear.find();
        if (yearInSheet) {
            line("sheets: " + quoted(sheetPattern(head.sheet().name())));
        }
        boolean corner = cornerUnit().isPresent();
        if (corner) {
            line("corner: " + quoted(CORNER_PATTERN));
        }
        line("header: {rows: " + Math.max(1, firstDataRow - headerTop) + "}");
        line(
                regionCol < 0
                        ? "region: {fixed: \""
                                + regions.all().iterator().next().code()
                                + "\"}  # no column of regions was found"
                        : "region: {column: " + header(regionCol) + "}");
        describeColumns(yearInSheet, corner);
        line("ignore:");
        List<String> ignored = ignoredColumns();
        if (!ignored.isEmpty()) {
            line("  columns: [" + String.join(", ", ignored) + "]");
        }
        line("  rows: ['\u6CE8.*', '\u8D44\u6599\u6765\u6E90.*', '\u586B\u62A5.*', '\u8BF4\u660E.*']");
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    /** The column with the most names of regions, the first row with figures beside one, and the header above that. */
    private void findRegions() {
        int most = 0;
        for (int col = 0; col < head.width(); col++) {
            int found = regionsIn(head, regions, col);
            if (found > most) {
                most = found;
                regionCol = col;
            }
        }
        List<SheetRow> rows = new ArrayList<>();
        head.rows().forEach(rows::add);
        int first = 0;
        for (int i = 0; i < rows.size(); i++) {
            if ((regionCol < 0 || isRegion(regions, rows.get(i).get(regionCol))) && figures(rows.get(i)) > 0) {
                first = i;
                break;
            }
        }
        firstDataRow = rows.get(first).index();
        headerTop = firstDataRow;
        for (int i = first - 1; i >= 0 && firstDataRow - rows.get(i).index() <= MOST_HEADER_ROWS; i--) {
            if (distinctTexts(rows.get(i).index()) < 2) {
                break; // a title, or the unit
            }
            headerTop = rows.get(i).index();
        }
    }

    private int figures(SheetRow row) {
        int figures = 0;
        for (int col = 0; col < row.width(); col++) {
            boolean figure = col != regionCol
                    && isFigure(row.get(col))
                    && Years.of(row.get(col)).isEmpty();
            figures += figure ? 1 : 0;
        }
        return figures;
    }

    private static boolean isFigure(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER, PERCENT -> true;
            case TEXT -> NumberText.parse(cell.text()).isPresent();
            default -> false;
        };
    }

    private long distinctTexts(int row) {
        java.util.Set<String> texts = new java.util.HashSet<>();
        for (int col = 0; col < head.width(); col++) {
            texts.add(head.text(row, col));
        }
        texts.remove("");
        return texts.size();
    }

    private String title() {
        for (SheetRow row : head.rows()) {
            for (int col = 0; row.index() < headerTop && col < row.width(); col++) {
                if (!row.get(col).blank()) {
                    return row.get(col).text().replaceAll("\\s+", " ").strip();
                }
            }
        }
        return "?";
    }

    private static String sheetPattern(String name) {
        Matcher year = YEAR.matcher(HeaderText.normal(name));
        StringBuilder pattern = new StringBuilder();
        if (year.find()) {
            String text = HeaderText.normal(name);
            pattern.append(literal(text.substring(0, year.start())))
                    .append("(?<year>\\d{4})")
                    .append(literal(text.substring(year.end())));
        }
        return pattern.toString();
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }

    private Optional<String> cornerUnit() {
        for (SheetRow row : head.rows()) {
            for (int col = 0; row.index() < headerTop && col < row.width(); col++) {
                Matcher matcher = CORNER.matcher(row.get(col).text().strip());
                if (matcher.matches()) {
                    return Optional.of(HeaderText.normal(matcher.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> path(int col) {
        return head.path(headerTop, Math.max(1, firstDataRow - headerTop), col);
    }

    private String header(int col) {
        List<String> path = path(col);
        return path.size() == 1
                ? quoted(path.get(0))
                : "[" + String.join(", ", path.stream().map(LayoutDraft::quoted).toList()) + "]";
    }

    private void describeColumns(boolean yearInSheet, boolean corner) {
        int yearCol = -1;
        Map<Integer, String> withYear = new LinkedHashMap<>();
        List<Integer> figures = new ArrayList<>();
        for (int col = 0; col < head.width(); col++) {
            if (col == regionCol || path(col).isEmpty()) {
                continue;
            } else if (most(col, cell -> Years.of(cell).isPresent())) {
                yearCol = yearCol < 0 ? col : yearCol;
            } else if (most(col, LayoutDraft::isFigure) && !isNumbering(col)) {
                figures.add(col);
                String text = String.join("/", path(col));
                if (YEAR.matcher(text).find()) {
                    withYear.put(col, text);
                }
            }
        }
        boolean across = !withYear.isEmpty() && withYear.size() == figures.size();
        boolean named = across
                && withYear.values().stream().allMatch(text -> Years.parse(text).isPresent());
        if (named) {
            line("period: {from: header, pattern: '(?<year>\\d{4})\u5E74?'}");
            describeSeriesColumn(corner);
            return;
        }
        line("period: "
                + (across
                        ? "{from: header}"
                        : yearCol >= 0
                                ? "{from: column, column: " + header(yearCol) + "}"
                                : yearInSheet
                                        ? "{from: sheet}"
                                        : YEAR.matcher(title()).find()
                                                ? "{from: title, pattern: '.*?(?<year>\\d{4})\u5E74.*'}"
                                                : "{fixed: 2025}  # no year was found"));
        line("columns:");
        java.util.Set<String> shown = new java.util.HashSet<>();
        for (int col : figures) {
            String text = String.join("/", path(col));
            Matcher year = YEAR.matcher(text);
            String place = across && year.find()
                    ? "like: "
                            + quoted(literal(text.substring(0, year.start())) + "(?<year>\\d{4})"
                                    + literal(text.substring(year.end())))
                    : "header: ["
                            + String.join(
                                    ", ",
                                    path(col).stream().map(LayoutDraft::quoted).toList()) + "]";
            if (shown.add(place)) {
                line("  - {" + place + ", " + measured(path(col), corner) + "}");
            }
        }
    }

    /** Where the years stand across, a column of texts tells the series. */
    private void describeSeriesColumn(boolean corner) {
        for (int col = 0; col < head.width(); col++) {
            if (col != regionCol && !path(col).isEmpty() && !most(col, LayoutDraft::isFigure)) {
                Map<String, String> values = new LinkedHashMap<>();
                for (SheetRow row : head.rows()) {
                    if (row.index() >= firstDataRow && !row.get(col).blank()) {
                        String text = head.text(row.index(), col);
                        values.putIfAbsent(text, measured(List.of(text), corner));
                    }
                }
                line("series:");
                line("  column: " + header(col));
                line("  values:");
                values.forEach((text, measured) -> line("    " + quoted(text) + ": {" + measured + "}"));
                return;
            }
        }
        line("series:  # no column that names the series was found");
    }

    private List<String> ignoredColumns() {
        List<String> ignored = new ArrayList<>();
        for (int col = 0; col < head.width(); col++) {
            boolean used = col == regionCol
                    || most(col, LayoutDraft::isFigure) && !isNumbering(col)
                    || most(col, cell -> Years.of(cell).isPresent());
            String text = String.join("", path(col));
            if (!used && !text.isEmpty() && yaml.indexOf(quoted(text)) < 0) {
                ignored.add(quoted(text));
            }
        }
        return ignored;
    }

    private boolean isNumbering(int col) {
        return NUMBERING.matcher(String.join("", path(col))).matches();
    }

    private boolean most(int col, java.util.function.Predicate<Cell> is) {
        int yes = 0;
        int all = 0;
        for (SheetRow row : head.rows()) {
            Cell cell = row.get(col);
            if (row.index() >= firstDataRow
                    && !cell.blank()
                    && Marks.USUAL.of(cell.text()).isEmpty()) {
                all++;
                yes += is.test(cell) ? 1 : 0;
            }
        }
        return all > 0 && yes * 2 > all;
    }

    private String measured(List<String> path, boolean corner) {
        String last = path.get(path.size() - 1);
        Matcher behind = UNIT_BEHIND.matcher(last);
        boolean unitBehind = behind.matches();
        String unit = unitBehind ? behind.group("unit") : corner ? "corner" : "?";
        String title = unitBehind ? behind.group("title") : last;
        Series nearest = catalogue.series().values().stream()
                .max(Comparator.comparingDouble(
                        (Series s) -> alike(title, HeaderText.normal(s.title().zh()))))
                .orElseThrow();
        boolean any = alike(title, HeaderText.normal(nearest.title().zh())) >= LEAST_ALIKE;
        return "series: " + (any ? nearest.id() : quoted("?")) + ", unit: " + quoted(unit);
    }

    /** How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
    private static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        java.util.Set<String> pairs = pairs(one);
        java.util.Set<String> common = pairs(other);
        int all = pairs.size() + common.size();
        common.retainAll(pairs);
        return all == 0 ? 0 : 2.0 * common.size() / all;
    }

    private static java.util.Set<String> pairs(String text) {
        java.util.Set<String> pairs = new java.util.HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
