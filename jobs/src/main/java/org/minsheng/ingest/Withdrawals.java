package org.minsheng.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Place;
import org.minsheng.parse.Reason;
import org.minsheng.parse.file.Rows;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.parse.file.Unreadable;

/** Reads a list of submissions that are withdrawn: a text with the header {@code withdraw,reason}, in Chinese or English. */
final class Withdrawals {
    static final String HEADER = "withdraw,reason";

    /** The same in Chinese. */
    static final String HEADER_ZH = "\u64A4\u56DE,\u539F\u56E0";

    /**
     * A submission that is withdrawn.
     *
     * @param what its path below the landing folder, or its SHA-256
     */
    record Withdrawn(String what, String reason) {}

    private final List<Withdrawn> withdrawn = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long cells;
    private long labels;
    private boolean broken;

    /**
     * Reads a list.
     *
     * @param known paths, SHA-256 and ids of all that was ever received, with the paths of what they name
     */
    static Withdrawals read(Path path, Map<String, Set<String>> known) {
        Withdrawals list = new Withdrawals();
        try (TableFile file = TableFiles.open(path);
                Rows rows = file.sheets().get(0).rows()) {
            Set<String> seen = new HashSet<>();
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                list.read(row, known, seen);
            }
        } catch (Unreadable e) {
            list.withdrawn.clear();
            list.rejected.clear();
            list.rejected.add(FileParser.whole(e));
            list.broken = true;
        }
        return list;
    }

    private void read(SheetRow row, Map<String, Set<String>> known, Set<String> seen) {
        cells += row.filled();
        String written = row.get(0).text().strip();
        // As a person may write a path.
        String path = written.replace('\\', '/').replaceFirst("^([.]?/)+", "");
        String what = known.containsKey(written) ? written : path;
        if (row.index() == 0) {
            labels += row.filled();
        } else if (!known.containsKey(what)) {
            reject(row, what, Reason.UNKNOWN_SUBMISSION);
        } else if (!seen.add(what)) {
            reject(row, what, Reason.DUPLICATE);
        } else {
            labels += row.filled();
            String reason = row.get(1).text().strip();
            withdrawn.add(new Withdrawn(what, reason));
            // Who takes back a .zip takes back what is in it.
            known.keySet().stream()
                    .filter(name -> known.get(what).stream().anyMatch(file -> Receipts.isIn(name, file)))
                    .filter(seen::add)
                    .sorted()
                    .forEach(member -> withdrawn.add(new Withdrawn(member, reason)));
        }
    }

    private void reject(SheetRow row, String what, Reason reason) {
        rejected.add(new Rejected("", Place.of(row.index(), 0), what, row.filled(), reason, ""));
    }

    List<Withdrawn> withdrawn() {
        return withdrawn;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    Account account() {
        long rejectedCells = rejected.stream().mapToLong(Rejected::cells).sum();
        return broken
                ? new Account("csv", null, 0, 0, 0, 0, 1, 0, true)
                : new Account(
                        "csv",
                        SubmissionTable.LAYOUT_WITHDRAWAL,
                        cells,
                        labels,
                        0,
                        0,
                        rejected.size(),
                        rejectedCells,
                        false);
    }
}
