package org.minsheng.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minsheng.conf.OneLine;

/** Rows in columns that stand below each other on a terminal, where a Chinese character is two wide. */
final class TextTable {
    private final List<String> names;
    private final int[] widths;
    private final Set<Integer> numbers;

    /**
     * One wide enough for all of its rows.
     *
     * @param numbers the columns that are set to the right
     */
    TextTable(List<String> names, List<List<String>> rows, Set<Integer> numbers) {
        this.names = names;
        this.numbers = numbers;
        this.widths = IntStream.range(0, names.size())
                .map(i ->
                        rows.stream().mapToInt(row -> width(shown(row.get(i)))).reduce(width(names.get(i)), Math::max))
                .toArray();
    }

    /** The line of names. */
    String header() {
        return line(names);
    }

    /** What stands between it and the rows. */
    String rule() {
        return IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  "));
    }

    /** The line of a row. */
    String line(List<String> row) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    String text = shown(row.get(i));
                    String rest = " ".repeat(widths[i] - width(text));
                    return numbers.contains(i) ? rest + text : text + rest;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** Null is nothing, and a line break or another sign to the terminal, which a file may hold, is a blank. */
    private static String shown(String text) {
        return text == null ? "" : OneLine.of(text);
    }

    /** As much of a text as so many columns hold. */
    static String cut(String text, int columns) {
        int end = 0;
        int width = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            width += width(text.substring(end, next));
            if (width > columns) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }
}
