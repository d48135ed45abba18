package org.minsheng.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.minsheng.conf.Language;

/** The words of workbooks and summaries, from resource bundles, in the language of the settings. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle zh = bundle(Locale.CHINESE);
    private final ResourceBundle en = bundle(Locale.ENGLISH);

    /** Words in a language; for both, Chinese comes first. */
    public Texts(Language language) {
        this.language = language;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.minsheng.report.texts", locale, NO_FALLBACK);
    }

    /** The language of the words. */
    public Language language() {
        return language;
    }

    /** The text of a key, with its placeholders filled. */
    public String get(String key, Object... values) {
        return switch (language) {
            case ZH -> format(zh, key, values);
            case EN -> format(en, key, values);
            case BOTH -> format(zh, key, values) + " " + format(en, key, values);
        };
    }

    private static String format(ResourceBundle bundle, String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
