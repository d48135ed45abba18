package org.minsheng.ingest;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a number as people write it in tables. */
final class NumberText {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Set<String> MISSING =
            Set.of("", "-", "--", "—", "——", "–", "…", "……", "..", "...", "......", "/", "不详", "空");

    private NumberText() {}

    /** Whether the text is one of the usual marks for a value that is not there. */
    static boolean missing(String text) {
        return MISSING.contains(text.strip()) || MISSING.contains(normal(text));
    }

    /** The number, without its unit; empty if it is none. A per cent sign is allowed where the unit is per cent. */
    static Optional<BigDecimal> parse(String text, boolean percent) {
        String plain = normal(text);
        if (percent && plain.endsWith("%")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        }
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00A0\\u3000]", "")
                .replace('\u2212', '-');
    }
}
