package org.minsheng.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of receipt that the folders of a file are named after: 2026-01-20, 2026-1-20, 20260120, 2026.1.20 or 2026年1月20日, or
 * one of these with words behind it, as 2026-01-20 补报.
 */
final class ReceiptDay {
    private static final Pattern DAY = Pattern.compile(
            "(20\\d\\d)(?:([-._])(\\d{1,2})\\2(\\d{1,2})|(\\d\\d)(\\d\\d)|年(\\d{1,2})月(\\d{1,2})日)([^\\d].*)?");

    private ReceiptDay() {}

    /** The start of the first day that a folder of the path is named after, if there is one. */
    static Optional<Instant> of(String file, ZoneId zone) {
        for (String folder : folders(file)) {
            Matcher named = DAY.matcher(folder);
            if (named.matches()) {
                try {
                    return Optional.of(day(named).atStartOfDay(zone).toInstant());
                } catch (DateTimeException e) {
                    // not a day of the calendar, so just a folder, which is told as odd
                }
            }
        }
        return Optional.empty();
    }

    /** What may be odd about the day of a file. */
    enum Odd {
        /** It is still to come, and the file does not count before. */
        TO_COME,
        /** A folder looks like a day that no calendar has. */
        NO_DAY
    }

    /** What a person might think odd about the day of a file; nothing where nothing is. */
    static Optional<Odd> odd(Landing.Arrival arrival, Instant now) {
        if (arrival.receivedAt().isAfter(now)) {
            return Optional.of(Odd.TO_COME);
        }
        boolean dated = of(arrival.file(), ZoneId.of("UTC")).isPresent();
        if (!dated && Arrays.stream(folders(arrival.file())).anyMatch(ReceiptDay::looksLikeADay)) {
            return Optional.of(Odd.NO_DAY);
        }
        return Optional.empty();
    }

    private static String[] folders(String file) {
        int last = file.lastIndexOf('/');
        return last < 0 ? new String[0] : file.substring(0, last).split("/");
    }

    private static LocalDate day(Matcher named) {
        for (int first : new int[] {3, 5, 7}) {
            if (named.group(first) != null) {
                return LocalDate.of(
                        Integer.parseInt(named.group(1)),
                        Integer.parseInt(named.group(first)),
                        Integer.parseInt(named.group(first + 1)));
            }
        }
        throw new IllegalStateException("a pattern of three forms had none");
    }

    private static boolean looksLikeADay(String folder) {
        return folder.matches(
                "(19|20)\\d{6}|(19|20)\\d\\d([-._ ])\\d{1,2}\\3\\d{1,2}|\\d{1,2}([-._])\\d{1,2}\\4(19|20)\\d\\d"
                        + "|((19|20)\\d\\d年)?\\d{1,2}月\\d{1,2}[日号].*");
    }
}
