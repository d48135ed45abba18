package org.minsheng.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import org.minsheng.conf.Language;
import picocli.CommandLine;

/** The language of what help says of commands and options: English stands at them, Chinese in a bundle by their names. */
public final class HelpTexts {
    private HelpTexts() {}

    /** Lets a command line and its subcommands speak a language. */
    public static void addTo(CommandLine line, Language language) {
        if (language.first() == Language.ZH) {
            line.setResourceBundle(ResourceBundle.getBundle("org.minsheng.cli.help", Locale.CHINESE));
        }
    }
}
