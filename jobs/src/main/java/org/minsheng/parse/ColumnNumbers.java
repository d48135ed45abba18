package org.minsheng.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.layout.HeaderText;
import org.minsheng.parse.file.SheetRow;

/** Recognises the row below a header that numbers its columns: \u7532 \u4E59 1 2 3, with (3)=(1)+(2) at times. */
final class ColumnNumbers {
    private static final Pattern STEM =
            Pattern.compile("[\u7532\u4E59\u4E19\u4E01\u620A\u5DF1\u5E9A\u8F9B\u58EC\u7678A-Za-z]");
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,3})\\)?(=[\\d()+\\-*/\u00D7\u00F7%]+)?");

    private static final int LONGEST = 40;

    private ColumnNumbers() {}

    /** Whether the cells from one column to another are stems and then numbers that go on by one, or only the latter. */
    static boolean are(SheetRow row, int left, int right) {
        int cells = 0;
        int last = -1;
        for (int col = left; col <= right; col++) {
            if (row.get(col).blank()) {
                continue;
            }
            String text = row.get(col).text();
            if (text.length() > 1 && Character.isLetter(text.charAt(0)) || text.length() > LONGEST) {
                return false; // as nearly all rows are at their first name, before any search
            }
            cells++;
            if (last < 0 && STEM.matcher(text.strip()).matches()) {
                continue;
            }
            Matcher number = NUMBER.matcher(HeaderText.normal(text));
            if (!number.matches()) {
                return false;
            }
            int next = Integer.parseInt(number.group(1));
            boolean follows = last < 0 ? next <= 1 || cells > 1 : next == last + 1;
            if (!follows) {
                return false;
            }
            last = next;
        }
        return cells > 1 && last >= 0;
    }
}
