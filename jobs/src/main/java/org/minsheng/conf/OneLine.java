package org.minsheng.conf;

import java.util.regex.Pattern;

/** Texts of others, such as cells and names of files, as a part of one line: nothing in them speaks to the terminal. */
public final class OneLine {
    /** Also those above ASCII, of which one begins a command as escape does, and the breaks of Unicode. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private OneLine() {}

    /** The text with a blank in the place of each line break, and of each other sign that is not shown but obeyed. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
