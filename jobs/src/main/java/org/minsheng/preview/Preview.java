package org.minsheng.preview;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Parsing;
import org.minsheng.parse.Reason;
import org.minsheng.parse.Watch;
import org.minsheng.parse.file.SheetRow;

/** What would become of a table, cell by cell, were it received now. */
public final class Preview implements Watch {
    /** Cells that are kept to be shown; of a longer table the rows after these are counted only. */
    private static final long MOST_CELLS = 1_500_000;

    private static final int MOST_REJECTS = 1_000;

    private final String name;
    private final Map<String, PreviewSheet> sheets = new LinkedHashMap<>();
    private final Map<String, OfSeries> series = new TreeMap<>();
    private final Map<Reason, Long> reasons = new TreeMap<>();
    private final List<Rejected> rejects = new ArrayList<>();
    private PreviewSheet sheet;
    private long kept;
    private boolean isWhole = true;
    private Account account;
    private String other;

    /** What is found of a series. */
    static final class OfSeries {
        private final TreeSet<Integer> years = new TreeSet<>();
        private final TreeSet<String> regions = new TreeSet<>();
        private BigDecimal least;
        private BigDecimal most;
        private long values;

        private void add(Observed observed) {
            values++;
            years.add(observed.year());
            regions.add(observed.refArea());
            BigDecimal value = observed.value();
            if (value != null) {
                least = least == null ? value : least.min(value);
                most = most == null ? value : most.max(value);
            }
        }

        long values() {
            return values;
        }

        int regions() {
            return regions.size();
        }

        TreeSet<Integer> years() {
            return years;
        }

        /** Null where all are missing. */
        BigDecimal least() {
            return least;
        }

        BigDecimal most() {
            return most;
        }
    }

    private Preview(String name) {
        this.name = name;
    }

    /**
     * Reads a table.
     *
     * @param name the name under which it would be received
     * @param year that of its receipt
     */
    public static Preview of(FileParser parser, Path file, String name, int year) {
        Preview preview = new Preview(name);
        try (Parsing parsing = parser.parse(
                        file, name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1), year)
                .watchedBy(preview)) {
            while (parsing.hasNext()) {
                preview.add(parsing.next());
            }
            preview.account = parsing.account();
        }
        return preview;
    }

    /**
     * Of what is no table.
     *
     * @param key of the text that says what it is
     */
    static Preview other(String name, String key) {
        Preview preview = new Preview(name);
        preview.other = key;
        return preview;
    }

    /** Of a file that cannot be read at all. */
    static Preview refused(String name, Rejected why) {
        Preview preview = new Preview(name);
        preview.add(why);
        preview.account = new Account("", null, 0, 0, 0, 0, 1, 0, true);
        return preview;
    }

    private void add(Part part) {
        if (part instanceof Observed observed) {
            series.computeIfAbsent(observed.series(), s -> new OfSeries()).add(observed);
            of(observed.sheet()).put(observed.cell(), Fate.OBSERVED, null);
        } else if (part instanceof Rejected rejected) {
            reasons.merge(rejected.reason(), Math.max(1, rejected.cells()), Long::sum);
            if (rejects.size() < MOST_REJECTS) {
                rejects.add(rejected);
            }
            if (rejected.series() != null) {
                of(rejected.sheet()).put(rejected.cell(), Fate.REJECTED, rejected.reason());
            }
            if (rejected.reason() == Reason.CONFLICTING_VALUES) {
                rejectFirst(rejected.sheet(), rejected.detail());
            }
        } else if (part instanceof Conflict conflict) {
            series.get(conflict.series()).values--; // the first of the two does not count any more
            reasons.merge(Reason.CONFLICTING_VALUES, 1L, Long::sum);
        }
    }

    /** The first of two values that differ counts no more than the other. */
    private void rejectFirst(String sheetOfOther, String place) {
        int end = place.lastIndexOf('!');
        of(end < 0 ? sheetOfOther : place.substring(0, end))
                .put(place.substring(end + 1), Fate.REJECTED, Reason.CONFLICTING_VALUES);
    }

    private PreviewSheet of(String sheetName) {
        return sheets.computeIfAbsent(sheetName, PreviewSheet::new);
    }

    @Override
    public void row(String sheetName, SheetRow row, boolean turned) {
        sheet = of(sheetName);
        kept += row.filled();
        isWhole &= kept <= MOST_CELLS && SheetLimits.hold(row, turned);
        if (kept > MOST_CELLS) {
            return;
        } else if (turned) {
            sheet.addTurned(row);
        } else {
            sheet.add(row);
        }
    }

    @Override
    public void cell(int row, int col, Fate fate, Reason reason) {
        sheet.put(row, col, fate, reason);
    }

    /** The name under which it would be received. */
    public String name() {
        return name;
    }

    /** The key of the text that says what it is; null of a table. */
    String other() {
        return other;
    }

    List<PreviewSheet> sheets() {
        return sheets.values().stream().filter(one -> one.width() > 0).toList();
    }

    Map<String, OfSeries> series() {
        return series;
    }

    /** How many cells are rejected for which reason; a file as a whole counts as one. */
    Map<Reason, Long> reasons() {
        return reasons;
    }

    /** The first of the rejects. */
    List<Rejected> rejects() {
        return rejects;
    }

    Account account() {
        return account;
    }

    /** Whether all of it is shown. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether all cells that say anything are read. */
    public boolean isClean() {
        return reasons.isEmpty();
    }
}
