package org.minsheng.layout;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Compares the texts of headers: full-width letters, white space and line breaks do not matter. */
public final class HeaderText {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u3000\\u200B-\\u200D\\uFEFF]");

    private HeaderText() {}

    public static String normal(String text) {
        return text.isEmpty()
                ? text
                : SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("");
    }
}
