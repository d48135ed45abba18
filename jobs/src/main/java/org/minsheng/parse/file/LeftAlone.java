package org.minsheng.parse.file;

import java.util.regex.Pattern;

/** The names of what nobody sent on purpose, in folders and in a .zip. */
public final class LeftAlone {
    /** Hidden, a lock, what Windows leaves in folders and macOS in a .zip, and what a preview writes beside its table. */
    private static final Pattern NAMES = Pattern.compile("(?s)__MACOSX/.*|(.*/)?"
            + "([._~][^/]*|[.][^/]*/.*|(?i:Thumbs[.]db|desktop[.]ini|[^/]*" + Pattern.quote(LeftAlone.PREVIEW) + "))");

    /** How the name of the workbook ends that shows how a table would be read. */
    public static final String PREVIEW = ".preview.xlsx";

    private LeftAlone() {}

    /**
     * Whether a file is one.
     *
     * @param file its path, folders parted by /
     */
    public static boolean is(String file) {
        return NAMES.matcher(file).matches();
    }
}
