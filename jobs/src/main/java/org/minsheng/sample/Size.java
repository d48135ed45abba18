package org.minsheng.sample;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

/**
 * How much synthetic data there shall be, and where they are cut into files.
 *
 * @param first the first year
 * @param last the last year
 * @param corrections the share of the values that is sent again, from 0 to 1
 */
record Size(int counties, int indicators, int first, int last, int files, double corrections, Format format, long seed)
        implements Serializable {
    /** What the codes of {@link SizedConfiguration} have room for. */
    static final int MOST_COUNTIES = 600_000;

    /** What the four digits of an id have room for; their columns fit into a sheet. */
    static final int MOST_INDICATORS = 9_999;

    private static final int COUNTIES_OF_A_PREFECTURE = 10;
    private static final int FIRST_YEAR = 1900;
    /** Of the year after it there can be no figures when the files arrive. */
    private static final int LAST_YEAR = 2025;

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    /** Of county and year before the values of a wide table. */
    private static final int BYTES_OF_A_ROW = 32;

    private static final int MEGABYTE = 1_000_000;
    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    /** In what form the figures arrive. */
    enum Format {
        canonical(40, "csv"),
        csv(9, "csv"),
        xlsx(12, "xlsx");

        /** About how many bytes a value takes, rather too many. */
        private final int bytes;

        private final String ending;

        Format(int bytes, String ending) {
            this.bytes = bytes;
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** What was typed, null where nothing was. */
    record Asked(
            Integer counties,
            Integer indicators,
            String years,
            double corrections,
            Integer files,
            Format format,
            long seed) {}

    /**
     * Reads what was typed.
     *
     * @param out null where it was not
     * @throws ConfException with all that is wrong with it
     */
    static Size of(Asked asked, Path out) {
        Problems problems = new Problems();
        if (out == null) {
            number("--out", null, 0, problems);
        }
        int counties = number("--counties", asked.counties(), MOST_COUNTIES, problems);
        int indicators = number("--indicators", asked.indicators(), MOST_INDICATORS, problems);
        int[] years = years(asked.years(), problems);
        if (!(asked.corrections() >= 0 && asked.corrections() <= 1)) {
            problem("--corrections", asked.corrections() + " is no share", "Write one from 0 to 1", problems);
        }
        if (!problems.none()) {
            number("--files", Objects.requireNonNullElse(asked.files(), 1), Integer.MAX_VALUE, problems);
            problems.throwIfAny();
        }
        long rows = (long) counties * (years[1] - years[0] + 1);
        int files = number(
                "--files",
                Objects.requireNonNullElse(asked.files(), prefectures(counties)),
                (int) Math.min(Integer.MAX_VALUE, rows),
                problems);
        problems.throwIfAny();
        Size size = new Size(
                counties, indicators, years[0], years[1], files, asked.corrections(), asked.format(), asked.seed());
        size.checkSheets(problems);
        problems.throwIfAny();
        return size;
    }

    private static int number(String option, Integer number, int most, Problems problems) {
        if (number == null) {
            problem(
                    option,
                    "it is missing",
                    "Data of any size need --counties, --indicators, --years and --out",
                    problems);
            return 0;
        } else if (number < 1 || number > most) {
            problem(option, number + " is not from 1 to " + most, "Write another number", problems);
            return 0;
        }
        return number;
    }

    private static int[] years(String text, Problems problems) {
        if (text == null) {
            number("--years", null, 0, problems);
            return null;
        }
        Matcher matcher = YEARS.matcher(text);
        if (!matcher.matches()) {
            problem("--years", "'" + text + "' is no first and last year", "Write them like 2018-2025", problems);
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        if (first > last) {
            problem("--years", first + " is after " + last, "Write the first year first", problems);
        } else if (first < FIRST_YEAR || last > LAST_YEAR) {
            problem(
                    "--years",
                    "the figures arrive on " + SizedFolder.RECEIVED + ", and " + text + " is not from " + FIRST_YEAR
                            + " to " + LAST_YEAR,
                    "Write years within these",
                    problems);
        }
        return new int[] {first, last};
    }

    private void checkSheets(Problems problems) {
        long most = rows() / files + COUNTIES_OF_A_PREFECTURE * years();
        if (format == Format.xlsx && most + SizedTable.HEADER_ROWS > ROWS_OF_A_SHEET) {
            problem(
                    "--files",
                    "a sheet has " + ROWS_OF_A_SHEET + " rows, and each would need about " + most,
                    "Ask for more files",
                    problems);
        }
    }

    /**
     * Looks whether the files fit into a folder.
     *
     * @param free how many bytes there is room for
     * @throws ConfException if they do not
     */
    void checkRoom(Path folder, long free) {
        if (bytes() > free) {
            throw new ConfException(
                    "--out",
                    "there is room for " + free / MEGABYTE + " MB in " + folder + ", and about " + bytes() / MEGABYTE
                            + " MB are needed",
                    "Ask for less, or name a folder of another disk");
        }
    }

    private static void problem(String option, String what, String remedy, Problems problems) {
        problems.add(new Problem(option, 0, 0, what, remedy));
    }

    private static int prefectures(int counties) {
        return (counties + COUNTIES_OF_A_PREFECTURE - 1) / COUNTIES_OF_A_PREFECTURE;
    }

    int prefectures() {
        return prefectures(counties);
    }

    /** The prefecture of a county; both are counted from 0. */
    static int prefecture(int county) {
        return county / COUNTIES_OF_A_PREFECTURE;
    }

    int years() {
        return last - first + 1;
    }

    /** Of all counties and years. */
    long rows() {
        return (long) counties * years();
    }

    /** The first row of a file, both counted from 0: one for each prefecture, where there are as many of them, else equal parts. */
    long start(int file) {
        return files == prefectures()
                ? Math.min(rows(), (long) file * COUNTIES_OF_A_PREFECTURE * years())
                : rows() / files * file + Math.min(file, rows() % files);
    }

    /** About how many bytes the files take. */
    private long bytes() {
        double values = (double) rows() * (indicators + indicators / 2);
        double ofRows = format == Format.canonical ? 0 : (double) rows() * BYTES_OF_A_ROW;
        return (long) ((values * format.bytes + ofRows) * (1 + corrections));
    }
}
