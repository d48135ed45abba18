package org.minsheng.ingest;

import java.math.BigDecimal;

/**
 * A cell as it stands in a file.
 *
 * @param kind what it holds
 * @param text as a reader of the table sees it; never null
 * @param number its number where it holds one, else null
 */
record GridCell(Kind kind, String text, BigDecimal number) {
    static final GridCell BLANK = new GridCell(Kind.BLANK, "", null);

    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        ERROR
    }

    static GridCell text(String text) {
        return text.isBlank() ? BLANK : new GridCell(Kind.TEXT, text, null);
    }

    static GridCell number(BigDecimal number) {
        return new GridCell(Kind.NUMBER, number.stripTrailingZeros().toPlainString(), number);
    }

    boolean blank() {
        return kind == Kind.BLANK;
    }
}
