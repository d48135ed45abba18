package org.minsheng.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Parsing;
import org.minsheng.parse.Reason;
import org.minsheng.parse.file.LocalCopy;
import org.minsheng.storage.InputFolder;

/** Reads one file on an executor into rows of the tables, each row as it comes and the file's account last. */
final class ReadFile implements FlatMapFunction<Received, Row>, Serializable {
    private final FileParser parser;
    private final ZoneId zone;
    private final String fingerprint;
    private final LandedFiles files;
    private final Map<String, Set<String>> everReceived;

    ReadFile(IngestRules rules, LandedFiles files, Map<String, Set<String>> everReceived) {
        this.parser = rules.parser();
        this.zone = rules.zone();
        this.fingerprint = rules.fingerprint();
        this.files = files;
        this.everReceived = everReceived;
    }

    @Override
    public Iterator<Row> call(Received received) {
        if (received.failure() != null) {
            return unopened(received, received.failure());
        } else if (received.refused() != null) {
            return List.of(
                            reject(received, received.refused()),
                            submission(received, fingerprint, new Account(null, null, 0, 0, 0, 0, 1, 0, false)))
                    .iterator();
        } else if (received.kind() == Received.Kind.ARCHIVE) {
            Account none = new Account("zip", SubmissionTable.LAYOUT_ARCHIVE, 0, 0, 0, 0, 0, 0, false);
            return List.of(submission(received, fingerprint, none)).iterator();
        }
        Path copy;
        try {
            copy = files.copy(received);
        } catch (IOException e) {
            // It could be opened a moment ago: the next run tries again.
            return unopened(received, InputFolder.why(e));
        }
        if (copy == null) {
            return unopened(received, LandedFiles.CHANGED);
        }
        if (received.kind() == Received.Kind.WITHDRAWAL) {
            Withdrawals list = Withdrawals.read(copy, everReceived);
            LocalCopy.delete(copy);
            return withdrawals(received, list);
        }
        int year = received.arrival().receivedAt().atZone(zone).getYear();
        return new Reading(received, parser.parse(copy, received.name(), year), copy);
    }

    private Iterator<Row> unopened(Received received, String why) {
        Received unopened = LandedFiles.unopened(received.arrival(), why);
        return List.of(
                        reject(unopened, new Rejected("", "", "", 0, Reason.UNREADABLE_FILE, why)),
                        submission(
                                unopened,
                                SubmissionTable.RULES_NOT_OPENED,
                                new Account(null, null, 0, 0, 0, 0, 1, 0, false)))
                .iterator();
    }

    private Iterator<Row> withdrawals(Received received, Withdrawals list) {
        List<Row> rows = new ArrayList<>();
        list.withdrawn().forEach(w -> rows.add(ParsedRow.WITHDRAWAL.of(TableRows.withdrawal(received, w))));
        list.rejected().forEach(r -> rows.add(reject(received, r)));
        rows.add(submission(received, fingerprint, list.account()));
        return rows.iterator();
    }

    private static Row row(Received received, Part part) {
        if (part instanceof Observed observed) {
            return ParsedRow.OBSERVATION.of(TableRows.observation(received, observed));
        }
        return part instanceof Conflict conflict
                ? ParsedRow.CONFLICT.of(TableRows.conflict(received, conflict))
                : reject(received, (Rejected) part);
    }

    private static Row reject(Received received, Rejected rejected) {
        return ParsedRow.REJECT.of(TableRows.reject(received, rejected));
    }

    private static Row submission(Received received, String rules, Account account) {
        return ParsedRow.ofSubmission(TableRows.submission(received, rules, account), account.broken());
    }

    /** Rows of one file; its copy is deleted when the task ends, however it does. */
    private final class Reading implements Iterator<Row> {
        private final Received received;
        private final Parsing parsing;
        private boolean accounted;

        Reading(Received received, Parsing parsing, Path copy) {
            this.received = received;
            this.parsing = parsing;
            TaskContext task = TaskContext.get();
            if (task != null) {
                task.addTaskCompletionListener(context -> {
                    parsing.close();
                    LocalCopy.delete(copy);
                });
            }
        }

        @Override
        public boolean hasNext() {
            return parsing.hasNext() || !accounted;
        }

        @Override
        public Row next() {
            if (parsing.hasNext()) {
                return row(received, parsing.next());
            } else if (accounted) {
                throw new NoSuchElementException();
            }
            accounted = true;
            return submission(received, fingerprint, parsing.account());
        }
    }
}
