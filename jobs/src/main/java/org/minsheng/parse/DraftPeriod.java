package org.minsheng.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.layout.HeaderText;

/** Where the year of a table seems to stand that no layout describes. */
final class DraftPeriod {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((19|20)\\d\\d)(?!\\d)");
    private static final String SIMPLE_TITLE = ".*?(?<year>\\d{4})\u5E74.*";

    private final TableShape table;
    private final Set<Integer> years = new HashSet<>();
    private final boolean areAcross;

    DraftPeriod(TableShape table) {
        this.table = table;
        List<Integer> figures =
                table.columns().stream().filter(table::holdsFigures).toList();
        List<OptionalInt> found = figures.stream().map(this::yearOf).toList();
        found.stream().filter(OptionalInt::isPresent).forEach(year -> years.add(year.getAsInt()));
        this.areAcross = years.size() > 1
                || !found.isEmpty() && found.stream().allMatch(OptionalInt::isPresent) && column().isEmpty();
    }

    /** The one year in the header of a column. */
    OptionalInt yearOf(int col) {
        Matcher year = YEAR.matcher(String.join("/", table.header(col)));
        if (!year.find()) {
            return OptionalInt.empty();
        }
        int found = Integer.parseInt(year.group());
        return year.find() ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Whether the headers of the figures have years in them. */
    boolean areAcross() {
        return areAcross;
    }

    /** Whether a column of figures belongs to the table: where years stand across, it has one. */
    boolean reads(int col) {
        return table.holdsFigures(col) && (!areAcross || yearOf(col).isPresent());
    }

    /** Whether the headers of the figures are nothing but years. */
    boolean areAllThatIsAcross() {
        return areAcross
                && table.columns().stream()
                        .filter(this::reads)
                        .allMatch(col ->
                                Years.parse(String.join("", table.header(col))).isPresent());
    }

    private Optional<Integer> column() {
        return table.columns().stream().filter(table::holdsYears).findFirst();
    }

    /** What a layout says of it. */
    String yaml() {
        String file = table.head().file();
        if (areAllThatIsAcross()) {
            return "period: {from: header, pattern: '(?<year>\\d{4})(\u5E74|\u5E74\u5EA6|\u5E74\u672B|\u5E74\u5E95)?'}";
        } else if (areAcross) {
            return "period: {from: header}";
        } else if (column().isPresent()) {
            return "period: {from: column, column: " + DraftText.header(table.header(column().get())) + "}";
        } else if (hasOne(sheet())) {
            return "period: {from: sheet}";
        }
        Optional<String> title = table.textsAbove().stream()
                .filter(text ->
                        hasOne(text) && !DraftWords.FILLED_IN.matcher(text).matches())
                .findFirst();
        if (title.isPresent() && !table.turned()) {
            boolean isFirst = table.textsAbove().stream()
                    .filter(text -> text.matches(SIMPLE_TITLE))
                    .findFirst()
                    .equals(title);
            return "period: {from: title, pattern: "
                    + DraftText.quoted(isFirst ? SIMPLE_TITLE : withAnyYear(title.get())) + "}";
        } else if (title.isPresent()) {
            Matcher year = YEAR.matcher(title.get());
            year.find();
            return "period: {fixed: " + year.group() + "}  # ? beside a table with regions across no year is read";
        }
        return hasOne(file) ? "period: {from: file}" : "period: {fixed: '?'}  # ? no year was found: say which it is";
    }

    /** Which sheets hold data, where their names have the year. */
    boolean isInSheet() {
        return yaml().equals("period: {from: sheet}");
    }

    /** Whether the name of the file has it. */
    boolean isInFile() {
        return yaml().equals("period: {from: file}");
    }

    private String sheet() {
        return HeaderText.normal(table.head().sheet().name());
    }

    private static boolean hasOne(String text) {
        return YEAR.matcher(text).results().count() == 1;
    }

    /** A pattern for a text with a year, and for the same with another year. */
    static String withAnyYear(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find()
                ? DraftText.literal(text.substring(0, year.start())) + "(?<year>\\d{4})"
                        + DraftText.literal(text.substring(year.end()))
                : DraftText.literal(text);
    }

    /** A text without its years, and what belongs to them. */
    static String without(String text) {
        return YEAR.matcher(text).replaceAll("").replaceAll("[-\u2014\u2013~\u81F3]*\u5E74(\u5EA6|\u672B|\u5E95)?", "");
    }
}
