package org.minsheng.layout;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minsheng.conf.YamlValue;

/** The texts of headers, made alike to compare them: full-width letters, white space and line breaks do not matter. */
public final class HeaderText {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u3000\\u200B-\\u200D\\uFEFF]");

    private HeaderText() {}

    public static String normal(String text) {
        return text.isEmpty()
                ? text
                : SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** The header of a column as a layout gives it: one text, or those of its rows from the top down. */
    static Optional<List<String>> read(YamlValue value) {
        if (!value.isList()) {
            return value.text().map(text -> List.of(normal(text)));
        } else if (value.list().isEmpty()) {
            value.problem("a text is needed here", "");
        }
        return Optional.of(normal(value.texts())).filter(texts -> !texts.isEmpty());
    }

    static List<String> normal(List<String> texts) {
        return texts.stream().map(HeaderText::normal).toList();
    }
}
