package org.minsheng.conf;

import java.io.Serializable;

/** A name in Chinese, which officials read, with English beside it. */
public record Label(String zh, String en) implements Serializable {
    /** The name in the given language. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
            case BOTH -> zh + " " + en;
        };
    }
}
