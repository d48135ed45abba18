package org.minsheng.conf;

/** The language of what people read: Chinese, English, or both beside each other. */
public enum Language {
    ZH,
    EN,
    BOTH;

    /** The one that stands first: of what is said in one language only, such as on a terminal. */
    public Language first() {
        return this == BOTH ? ZH : this;
    }
}
