package org.minsheng.query.sdmx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names codes as SDMX allows it, in letters, digits and {@code _ - $ @}, so that two codes never get one name and each name leads
 * back: letters, digits and underscores stay, a point becomes {@code -}, and others stand in hexadecimal between two {@code $}, such
 * as {@code $25$} for %.
 */
final class SdmxId {
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_.]+");
    private static final Pattern WRITTEN = Pattern.compile("\\$([0-9A-F@]+)\\$");

    private SdmxId() {}

    /** The name of a code. */
    static String of(String code) {
        // A point first, as a hyphen of the code itself is one of the others.
        String plain = OTHERS.matcher(code).replaceAll(others -> Matcher.quoteReplacement(written(others.group())));
        return plain.replace('.', '-');
    }

    /** The code of a name. */
    static String code(String id) {
        String points = id.replace('-', '.');
        return WRITTEN.matcher(points).replaceAll(written -> Matcher.quoteReplacement(read(written.group(1))));
    }

    private static String written(String others) {
        return others.codePoints()
                .mapToObj(c -> Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("@", "$", "$"));
    }

    private static String read(String written) {
        StringBuilder text = new StringBuilder();
        for (String hex : written.split("@")) {
            text.appendCodePoint(Integer.parseInt(hex, 16));
        }
        return text.toString();
    }
}
