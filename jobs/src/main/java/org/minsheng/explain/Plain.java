package org.minsheng.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times in a text: figures with all the digits that the tables have, as it is the tables that are explained. */
final class Plain {
    static final String NONE = "—";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Plain() {}

    static String number(Double number) {
        return number == null ? NONE : number(BigDecimal.valueOf(number));
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A share as per cent. */
    static String percent(double share) {
        return number(BigDecimal.valueOf(share).movePointRight(2));
    }

    static String time(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** A file, with the place in it where there is one. */
    static String place(String file, String sheet, String cell) {
        String inFile = sheet.isEmpty() || cell.isEmpty() ? sheet + cell : sheet + "!" + cell;
        return inFile.isEmpty() ? file : file + " [" + inFile + "]";
    }
}
