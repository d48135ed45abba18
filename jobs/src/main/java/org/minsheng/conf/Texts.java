package org.minsheng.conf;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words for people, from a resource bundle, in the language of the settings. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle zh;
    private final ResourceBundle en;

    /**
     * Words in a language; for both, Chinese comes first.
     *
     * @param bundle the bundle's name, such as org.minsheng.report.texts
     */
    public Texts(String bundle, Language language) {
        this.language = language;
        this.zh = ResourceBundle.getBundle(bundle, Locale.CHINESE, NO_FALLBACK);
        this.en = ResourceBundle.getBundle(bundle, Locale.ENGLISH, NO_FALLBACK);
    }

    /** The language of the words. */
    public Language language() {
        return language;
    }

    /** Whether there is a text of a key. */
    public boolean has(String key) {
        return zh.containsKey(key) && en.containsKey(key);
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
