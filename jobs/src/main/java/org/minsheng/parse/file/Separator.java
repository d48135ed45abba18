package org.minsheng.parse.file;

import java.util.List;

/** Finds what separates the fields of a text: what stands as often in the most of its lines. */
final class Separator {
    private static final List<Character> CANDIDATES = List.of(',', '\t', ';', '|');

    private Separator() {}

    /** The separator of a text that starts like this; a comma where none is to be seen. */
    static char of(String start) {
        char best = ',';
        int most = 0;
        for (char candidate : CANDIDATES) {
            int lines = mostLinesAlike(start, candidate);
            if (lines > most) {
                most = lines;
                best = candidate;
            }
        }
        return best;
    }

    private static int mostLinesAlike(String text, char separator) {
        java.util.Map<Integer, Integer> linesOfCount = new java.util.HashMap<>();
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                count++;
            } else if (!quoted && c == '\n') {
                linesOfCount.merge(count, 1, Integer::sum);
                count = 0;
            }
        }
        linesOfCount.merge(count, 1, Integer::sum);
        linesOfCount.remove(0);
        return linesOfCount.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
