package org.minsheng.cli;

import java.util.List;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;

/** What is known of who looks on: in which words to speak, whether a person or a file reads, and whether it shows colours. */
public final class Terminal {
    /** Of the launcher: which of out and err are terminals, as Java cannot tell for each. */
    private static final String PROPERTY = "minsheng.terminals";

    private Terminal() {}

    /** The words of a language, with the usual names of levels. */
    public static Texts texts(Language language) {
        return texts(language, LevelNames.usualOnes());
    }

    /** The words of a language. */
    public static Texts texts(Language language, LevelNames levels) {
        return new Texts("org.minsheng.cli.terminal", language.first(), levels);
    }

    /** Whether a line may be written anew where messages go. */
    public static boolean canRewrite() {
        return isTerminal("err") && !isDumb();
    }

    /** Whether results go to where colours are shown and wanted (see no-color.org). */
    public static boolean hasColours() {
        String unwanted = System.getenv("NO_COLOR");
        return isTerminal("out") && !isDumb() && (unwanted == null || unwanted.isEmpty());
    }

    private static boolean isTerminal(String stream) {
        return List.of(System.getProperty(PROPERTY, "").split(",")).contains(stream);
    }

    private static boolean isDumb() {
        return "dumb".equals(System.getenv("TERM"));
    }

    /** A text in the colour of a signal, where there are colours. */
    static String coloured(String text, Status.Signal signal) {
        return switch (signal) {
            case GOOD -> painted(text, 32);
            case WATCH -> painted(text, 33);
            case BAD -> painted(text, 31);
            case NONE -> text;
        };
    }

    /** A heading. */
    static String bold(String text) {
        return painted(text, 1);
    }

    private static String painted(String text, int code) {
        return hasColours() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
