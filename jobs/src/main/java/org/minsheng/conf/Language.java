package org.minsheng.conf;

/** The language of what people read: Chinese, English, or both beside each other. */
public enum Language {
    ZH,
    EN,
    BOTH
}
