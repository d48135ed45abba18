package org.minsheng.parse;

import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.conf.OneLine;

/** How texts of a table are written in the draft of a layout. */
final class DraftText {
    private DraftText() {}

    /** The header of a column. */
    static String header(List<String> header) {
        return header.size() == 1 ? quoted(header.get(0)) : "[" + quoted(header) + "]";
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(DraftText::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String text) {
        return "'" + comment(text).replace("'", "''") + "'";
    }

    /** A text that stays on its line. */
    static String comment(String text) {
        return OneLine.of(text);
    }

    /** A pattern for this text and no other. */
    static String literal(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }
}
