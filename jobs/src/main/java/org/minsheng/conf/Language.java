package org.minsheng.conf;

import java.util.List;

/** The language of what people read: Chinese, English, or both beside each other. */
public enum Language {
    ZH,
    EN,
    BOTH;

    /** The single languages of it: where words are joined, sentences are told one after the other. */
    public List<Language> each() {
        return this == BOTH ? List.of(ZH, EN) : List.of(this);
    }

    /** The one that stands first: of what is said in one language only, such as on a terminal. */
    public Language first() {
        return this == BOTH ? ZH : this;
    }
}
