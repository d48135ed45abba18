package org.minsheng.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Owed;
import org.minsheng.catalogue.Units;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Level;
import org.minsheng.layout.HeaderText;
import org.minsheng.parse.DraftSeries.Proposal;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.parse.file.Transposed;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Writes a first layout for a file that none fits: where its parts seem to be, and of each column the nearest series. */
public final class LayoutDraft {
    private final Catalogue catalogue;
    private final Regions regions;
    private final TableShape table;
    private final DraftPeriod period;
    private final DraftUnits units;
    private final DraftSeries series;
    private final List<String> titles;
    private final StringBuilder yaml = new StringBuilder();

    private LayoutDraft(Catalogue catalogue, Regions regions, TableShape table) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.table = table;
        this.period = new DraftPeriod(table);
        this.units = new DraftUnits(table, catalogue.units());
        this.titles = table.textsAbove().stream()
                .filter(text -> !DraftWords.AROUND.matcher(text).matches())
                .sorted(Comparator.comparing(text -> Years.parse(text).isPresent())) // a year alone is no title
                .toList();
        Level level = table.hasRegions() ? table.regions().level() : null;
        String title = titles.isEmpty()
                ? ""
                : units.split(List.of(titles.get(0))).header().stream().collect(Collectors.joining());
        this.series = new DraftSeries(catalogue, units, DraftPeriod.without(title), level);
    }

    /**
     * Drafts a layout.
     *
     * @throws ConfException if the file cannot be read as a table
     */
    public static String of(Path path, Catalogue catalogue, Regions regions) {
        try (TableFile file = TableFiles.open(path)) {
            String name = path.getFileName().toString();
            List<TableShape> shapes = new ArrayList<>();
            for (Sheet sheet : file.sheets()) {
                Head head = new Head(sheet, name);
                if (!head.empty()) {
                    shapes.addAll(shapes(head, regions, catalogue.units()));
                }
            }
            TableShape best = shapes.stream()
                    .filter(TableShape::isTable)
                    .max(Comparator.comparingInt(
                            (TableShape shape) -> shape.regions().rows()))
                    .orElseThrow(() -> new ConfException(
                            path.toString(),
                            "no table was found in it: figures below a header, beside names of regions or indicators",
                            "A letter or a list needs no layout; of a table, look whether its header is there"));
            return new LayoutDraft(catalogue, regions, best).draft(name, shapes);
        } catch (Unreadable e) {
            throw new ConfException(path.toString(), e.getMessage(), "");
        }
    }

    /** A sheet as it is, and turned over; the first is taken if they are alike. */
    private static List<TableShape> shapes(Head head, Regions regions, Units units) throws Unreadable {
        TableShape upright = new TableShape(head, regions, units, false);
        if (!head.whole()) {
            return List.of(upright);
        }
        Head turned = new Head(Transposed.of(head.sheet()), head.file());
        return turned.empty() ? List.of(upright) : List.of(upright, new TableShape(turned, regions, units, true));
    }

    private String draft(String fileName, List<TableShape> shapes) {
        line("# A draft for " + DraftText.comment(fileName)
                + ": look at every line, above all at those with a question mark.");
        line("layout: draft");
        String title = DraftText.quoted(titles.isEmpty() ? "?" : titles.get(0));
        line("title: {zh: " + title + ", en: " + title + "}");
        describeProvider();
        if (period.isInFile()) {
            line("file: "
                    + DraftText.quoted(DraftPeriod.withAnyYear(table.head().file())));
        }
        describeSheets(shapes);
        if (table.turned()) {
            line("transposed: true");
        }
        if (units.isCorner()) {
            line("corner: " + DraftText.quoted(DraftWords.UNIT));
        }
        if (!units.unknown().isEmpty()) {
            comment("? the table names the unit " + String.join(", ", units.unknown())
                    + ", which units.yaml does not have; add it, and draft again");
        }
        units.column().ifPresent(col -> line("unit: {column: " + DraftText.header(table.header(col)) + "}"));
        line("header: {rows: " + table.headerRows() + "}");
        describeRegions();
        line(period.yaml());
        describeFigures();
        describeTheRest();
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private void comment(String text) {
        line("# " + DraftText.comment(text));
    }

    /** The office that says that it filled the table in; as a remark where the catalogue does not know it. */
    private void describeProvider() {
        List<String> known = Owed.of(catalogue).stream().map(Owed::office).toList();
        List<String> named = table.textsAbove().stream()
                .map(DraftWords.OFFICE::matcher)
                .filter(Matcher::matches)
                .map(office -> office.group("office"))
                .toList();
        Optional<String> provider = named.stream().filter(known::contains).findFirst();
        if (provider.isPresent()) {
            line("provider: " + provider.get());
        } else if (named.isEmpty()) {
            line("# provider: the office that the table comes from");
        } else {
            comment("provider: " + named.get(0));
            comment("? that office owes no series of the catalogue yet; take the # away once it does");
        }
    }

    private void describeSheets(List<TableShape> shapes) {
        String name = HeaderText.normal(table.head().sheet().name());
        long others = shapes.stream()
                .filter(shape -> shape.turned() == table.turned())
                .filter(shape -> !shape.isTable() || !headers(shape).equals(headers(table)))
                .count();
        if (period.isInSheet()) {
            line("sheets: " + DraftText.quoted(DraftPeriod.withAnyYear(name)));
        } else if (others > 0) {
            line("sheets: " + DraftText.quoted(DraftText.literal(name)) + "  # the others have other headers");
        }
    }

    private static List<List<String>> headers(TableShape shape) {
        return shape.columns().stream().map(shape::header).toList();
    }

    private void describeRegions() {
        RegionColumns cols = table.regions();
        if (!table.hasRegions()) {
            Optional<Region> named = Stream.concat(
                            table.textsAbove().stream(), Stream.of(table.head().file()))
                    .flatMap(text -> RegionColumns.namedIn(text, regions).stream())
                    .findFirst();
            Region region = named.orElse(regions.today(Level.PROVINCE).get(0));
            line("region: {fixed: \"" + region.code() + "\"}  # "
                    + (named.isPresent() ? region.name() : "? no column of regions was found"));
            return;
        }
        boolean byCode = cols.code() != LabelColumns.NONE && cols.areAmbiguous();
        line("region:");
        line("  column: " + DraftText.header(table.header(byCode ? cols.code() : cols.name())));
        if (cols.code() != LabelColumns.NONE) {
            line("  agrees: " + DraftText.header(table.header(byCode ? cols.name() : cols.code())));
        }
        if (cols.within() != LabelColumns.NONE) {
            line("  within: {column: " + DraftText.header(table.header(cols.within())) + "}");
        } else if (cols.areGrouped()) {
            line("  within: rows");
        }
        String totals = table.texts(cols.name()).stream()
                .filter(text -> !cols.isKnown(text))
                .map(text -> DraftText.quoted(text) + ": " + total(text))
                .collect(Collectors.joining(", "));
        if (!totals.isEmpty()) {
            line("  totals: {" + totals + "}  # ? the smallest division that holds all regions of the table is "
                    + cols.whole().map(Region::name).orElse("?"));
        }
        List<String> unknown = table.others(true);
        if (!unknown.isEmpty()) {
            comment("? no regions that are known, so their rows are rejected: "
                    + String.join(", ", unknown.subList(0, Math.min(9, unknown.size()))));
        }
    }

    private String total(String text) {
        if (DraftWords.SUBTOTAL.matcher(text).matches()) {
            return "within";
        } else if (DraftWords.DISTRICTS.matcher(text).matches()) {
            return "districts";
        }
        Region whole =
                table.regions().whole().orElse(regions.today(Level.PROVINCE).get(0));
        return "\"" + whole.code() + "\"";
    }

    private void describeFigures() {
        List<Integer> figures = table.columns().stream().filter(period::reads).toList();
        Optional<Integer> naming = seriesColumn();
        if (naming.isPresent() && (figures.size() == 1 || period.areAllThatIsAcross())) {
            describeSeriesColumn(naming.get(), period.areAcross() ? null : figures.get(0));
        } else if (period.areAllThatIsAcross()) {
            describeSeriesInTitle();
        } else {
            describeColumns(figures);
        }
    }

    private void describeColumns(List<Integer> figures) {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        for (int col : figures) {
            String place = period.areAcross()
                    ? "like: " + DraftText.quoted(DraftPeriod.withAnyYear(String.join("/", table.header(col))))
                    : "header: [" + DraftText.quoted(table.header(col)) + "]";
            proposals.computeIfAbsent(place, p -> series.of(table.header(col), table.holdsWords(col)));
        }
        Map<String, Proposal> assigned = series.assigned(proposals);
        boolean none = assigned.values().stream()
                .noneMatch(proposal -> proposal.series().isPresent());
        line("columns:");
        assigned.forEach((place, proposal) -> {
            String column = "  - {" + place + ", " + series.measured(proposal) + "}";
            boolean reads = proposal.series().isPresent() || none;
            line(reads ? column : "  # ? not read, as no series of the catalogue is like it: " + place);
            comment("    " + series.comment(proposal));
        });
    }

    /** The column of texts of which most are like the titles of series. */
    private Optional<Integer> seriesColumn() {
        return table.columns().stream()
                .filter(col -> !table.holdsNumbers(col) && !table.holdsYears(col) && !table.holdsUnits(col))
                .filter(col -> {
                    List<String> texts = table.texts(col);
                    long like = texts.stream()
                            .filter(text ->
                                    series.of(List.of(text), false).series().isPresent())
                            .count();
                    return like * 2 >= texts.size() && like > 0;
                })
                .findFirst();
    }

    private void describeSeriesColumn(int col, Integer value) {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        table.texts(col).forEach(text -> proposals.put(text, series.of(List.of(text), false)));
        line("series:");
        line("  column: " + DraftText.header(table.header(col)));
        if (value != null) {
            line("  value: " + DraftText.header(table.header(value)));
        }
        describeValues(series.assigned(proposals));
    }

    private void describeSeriesInTitle() {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        titles.stream().findFirst().ifPresent(text -> proposals.put(text, series.of(List.of(text), false)));
        line("series:");
        line("  from: title");
        describeValues(series.assigned(proposals));
    }

    private void describeValues(Map<String, Proposal> proposals) {
        line("  values:");
        proposals.forEach((text, proposal) -> {
            boolean reads = proposal.series().isPresent() || proposals.size() == 1;
            line((reads ? "    " : "    # ? its rows are rejected: ") + DraftText.quoted(text) + ": {"
                    + series.measured(proposal) + "}");
            comment("      " + series.comment(proposal));
        });
    }

    private void describeTheRest() {
        String comments = table.columns().stream()
                .map(col -> String.join("", table.header(col)))
                .filter(text -> DraftWords.COMMENT.matcher(text).matches())
                .map(DraftText::quoted)
                .collect(Collectors.joining(", "));
        if (!comments.isEmpty()) {
            line("comments: [" + comments + "]");
        }
        line("ignore:");
        String columns = table.columns().stream()
                .filter(col -> !isRead(col))
                .map(col -> DraftText.quoted(String.join("", table.header(col))))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
            line("  columns: [" + columns + "]");
        }
        String below = Stream.concat(
                        Arrays.stream(DraftWords.BELOW),
                        table.others(false).stream()
                                .filter(text -> Arrays.stream(DraftWords.BELOW).noneMatch(text::matches))
                                .map(text -> DraftText.literal(text.replaceFirst(":.*", ":")) + ".*"))
                .distinct()
                .map(DraftText::quoted)
                .collect(Collectors.joining(", "));
        line("  rows: [" + below + "]");
    }

    /** Whether the draft says already what a column is. */
    private boolean isRead(int col) {
        String header = String.join("", table.header(col));
        String found = yaml.toString().replaceAll("(?m)^ *#.*$", "");
        return DraftWords.COMMENT.matcher(header).matches()
                || found.contains(DraftText.header(table.header(col)))
                || period.areAcross()
                        && period.reads(col)
                        && (period.areAllThatIsAcross()
                                || found.contains(DraftText.quoted(
                                        DraftPeriod.withAnyYear(String.join("/", table.header(col))))));
    }
}
