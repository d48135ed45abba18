package org.minsheng.conf;

import java.io.Serializable;

/** A name in Chinese, which officials read, with English beside it; the same in both where there is one only. */
public record Label(String zh, String en) implements Serializable {
    /**
     * A name that has to be there in Chinese, or in whatever language the offices write.
     *
     * @param en null where there is none in English
     */
    public static Label of(String name, String en) {
        return new Label(name, en == null ? name : en);
    }

    /** The name in the given language. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
            case BOTH -> zh.equals(en) ? zh : zh + " " + en;
        };
    }
}
