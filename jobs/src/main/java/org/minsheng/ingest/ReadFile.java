package org.minsheng.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Parsing;
import org.minsheng.parse.Reason;
import org.minsheng.storage.InputFolder;

/** Reads one file on an executor into rows of the tables, each row as it comes and the file's account last. */
final class ReadFile implements FlatMapFunction<Received, Row>, Serializable {
    static final String SUBMISSION = "submission";
    static final String OBSERVATION = "observation";
    static final String REJECT = "reject";
    static final String WITHDRAWAL = "withdrawal";
    static final String CONFLICT = "conflict";
    static final String BROKEN = "broken";

    /** What of a submission is not taken, as another value stands at the place in the column cell. */
    private static final StructType CONFLICT_SCHEMA = new StructType()
            .add(ObservationTable.SUBMISSION_ID, DataTypes.StringType)
            .add(ObservationTable.SERIES, DataTypes.StringType)
            .add(ObservationTable.REF_AREA, DataTypes.StringType)
            .add(ObservationTable.TIME_PERIOD, DataTypes.IntegerType)
            .add(ObservationTable.CELL, DataTypes.StringType);

    /** One of the tables' rows each; broken stands beside a submission. */
    static final StructType SCHEMA = new StructType(new StructField[] {
        new StructField(SUBMISSION, SubmissionTable.TABLE.schema(), true, Metadata.empty()),
        new StructField(OBSERVATION, ObservationTable.TABLE.schema(), true, Metadata.empty()),
        new StructField(REJECT, RejectTable.TABLE.schema(), true, Metadata.empty()),
        new StructField(WITHDRAWAL, WithdrawalTable.TABLE.schema(), true, Metadata.empty()),
        new StructField(CONFLICT, CONFLICT_SCHEMA, true, Metadata.empty()),
        new StructField(BROKEN, DataTypes.BooleanType, true, Metadata.empty()),
    });

    /** A cell may hold a book; its beginning is enough to know it again. */
    private static final int LONGEST = 500;

    private final FileParser parser;
    private final ZoneId zone;
    private final String fingerprint;
    private final LandedFiles files;
    private final Set<String> everReceived;

    ReadFile(IngestRules rules, LandedFiles files, Set<String> everReceived) {
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
        }
        Path copy;
        try {
            copy = files.copy(received);
        } catch (IOException e) {
            // It could be opened a moment ago: the next run tries again.
            return unopened(received, InputFolder.why(e));
        }
        if (copy == null) {
            return unopened(received, "it changed while it was read; the next run reads it");
        }
        if (received.kind() == Received.Kind.WITHDRAWAL) {
            Withdrawals list = Withdrawals.read(copy, everReceived);
            delete(copy);
            return withdrawals(received, list);
        }
        int year = received.arrival().receivedAt().atZone(zone).getYear();
        return new Reading(received, parser.parse(copy, year), copy);
    }

    private Iterator<Row> unopened(Received received, String why) {
        List<Row> rows = new ArrayList<>();
        Received unopened = LandedFiles.unopened(received.arrival(), why);
        rows.add(reject(unopened, new Rejected("", "", "", 0, Reason.UNREADABLE_FILE, why)));
        rows.add(submission(
                unopened, SubmissionTable.RULES_NOT_OPENED, new Account(null, null, 0, 0, 0, 0, 1, 0, false)));
        return rows.iterator();
    }

    private Iterator<Row> withdrawals(Received received, Withdrawals list) {
        List<Row> rows = new ArrayList<>();
        Timestamp at = Timestamp.from(received.arrival().receivedAt());
        list.withdrawn()
                .forEach(w -> rows.add(RowFactory.create(
                        null,
                        null,
                        null,
                        RowFactory.create(
                                received.id(), at, received.arrival().file(), w.what(), shortened(w.reason())),
                        null,
                        null)));
        list.rejected().forEach(r -> rows.add(reject(received, r)));
        rows.add(submission(received, fingerprint, list.account()));
        return rows.iterator();
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
                    delete(copy);
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
                Part part = parsing.next();
                if (part instanceof Observed observed) {
                    return observation(received, observed);
                }
                return part instanceof Conflict conflict
                        ? conflict(received, conflict)
                        : reject(received, (Rejected) part);
            } else if (accounted) {
                throw new NoSuchElementException();
            }
            accounted = true;
            return submission(received, fingerprint, parsing.account());
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    /** A row of the table submission. */
    static Row submissionRow(Received received, String rules, Account account) {
        Landing.Arrival arrival = received.arrival();
        return RowFactory.create(
                received.id(),
                arrival.file(),
                arrival.size(),
                Timestamp.from(arrival.modifiedAt()),
                Timestamp.from(arrival.receivedAt()),
                arrival.notice(),
                account.format(),
                account.layout(),
                rules,
                account.cells(),
                account.observed(),
                account.rejected(),
                account.rejectedCells(),
                account.labels(),
                account.ignored());
    }

    private static Row submission(Received received, String rules, Account account) {
        return RowFactory.create(submissionRow(received, rules, account), null, null, null, null, account.broken());
    }

    private static Row observation(Received received, Observed o) {
        return RowFactory.create(
                null,
                RowFactory.create(
                        o.series(),
                        o.refArea(),
                        o.year(),
                        o.value() == null ? null : o.value().doubleValue(),
                        o.status(),
                        received.id(),
                        Timestamp.from(received.arrival().receivedAt()),
                        received.arrival().file(),
                        shortened(o.sheet()),
                        o.cell(),
                        shortened(o.raw()),
                        shortened(o.comment()),
                        o.counts()),
                null,
                null,
                null,
                null);
    }

    private static Row reject(Received received, Rejected r) {
        return RowFactory.create(
                null,
                null,
                RowFactory.create(
                        received.id(),
                        Timestamp.from(received.arrival().receivedAt()),
                        received.arrival().file(),
                        shortened(r.sheet()),
                        r.cell(),
                        shortened(r.raw()),
                        r.cells(),
                        r.reason().code(),
                        shortened(r.detail()),
                        r.series(),
                        r.refArea()),
                null,
                null,
                null);
    }

    private static Row conflict(Received received, Conflict c) {
        return RowFactory.create(
                null,
                null,
                null,
                null,
                RowFactory.create(received.id(), c.series(), c.refArea(), c.year(), c.place()),
                null);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
