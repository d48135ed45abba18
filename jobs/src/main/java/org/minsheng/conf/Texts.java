package org.minsheng.conf;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Words for people, from a resource bundle, in the language of the settings and with what the policy calls the levels of regions. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final Language language;
    private final LevelNames levels;
    private final ResourceBundle zh;
    private final ResourceBundle en;

    /**
     * Words in a language; for both, Chinese comes first.
     *
     * @param bundle the bundle's name, such as org.minsheng.report.texts
     */
    public Texts(String bundle, Language language, LevelNames levels) {
        this.bundle = bundle;
        this.language = language;
        this.levels = levels;
        this.zh = ResourceBundle.getBundle(bundle, Locale.CHINESE, NO_FALLBACK);
        this.en = ResourceBundle.getBundle(bundle, Locale.ENGLISH, NO_FALLBACK);
    }

    /** The same words in another language. */
    public Texts in(Language other) {
        return new Texts(bundle, other, levels);
    }

    /** Those of another bundle, in the same language. */
    public Texts of(String other) {
        return new Texts(other, language, levels);
    }

    /** The language of the words. */
    public Language language() {
        return language;
    }

    /** Whether there is a text of a key. */
    public boolean has(String key) {
        return zh.containsKey(key) && en.containsKey(key);
    }

    /** The text of a key, with its placeholders filled: by labels in the language of the text. */
    public String get(String key, Object... values) {
        return switch (language) {
            case ZH -> format(zh, Language.ZH, key, values);
            case EN -> format(en, Language.EN, key, values);
            case BOTH -> format(zh, Language.ZH, key, values) + " " + format(en, Language.EN, key, values);
        };
    }

    private String format(ResourceBundle texts, Language one, String key, Object... values) {
        Object[] told = Stream.of(values)
                .map(value -> value instanceof Label label ? label.in(one) : value)
                .toArray();
        return new MessageFormat(levels.filled(texts.getString(key), one), Locale.ROOT).format(told);
    }
}
