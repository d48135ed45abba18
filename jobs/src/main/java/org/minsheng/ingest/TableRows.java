package org.minsheng.ingest;

import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.ingest.Withdrawals.Withdrawn;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Rejected;

/** Rows of the tables, from what a reader found. */
final class TableRows {
    /** A cell may hold a book; its beginning is enough to know it again: so many characters. */
    static final int LONGEST = 500;

    private TableRows() {}

    /** A row of the table submission. */
    static Row submission(Received received, String rules, Account account) {
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

    /** A row of the table observation. */
    static Row observation(Received received, Observed o) {
        return RowFactory.create(
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
                o.counts());
    }

    /** A row of the table reject. */
    static Row reject(Received received, Rejected r) {
        return RowFactory.create(
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
                r.refArea());
    }

    /** A row of the table withdrawal. */
    static Row withdrawal(Received received, Withdrawn w) {
        return RowFactory.create(
                received.id(),
                Timestamp.from(received.arrival().receivedAt()),
                received.arrival().file(),
                w.what(),
                shortened(w.reason()));
    }

    /** A row of {@link ParsedRow#CONFLICT}. */
    static Row conflict(Received received, Conflict c) {
        return RowFactory.create(received.id(), c.series(), c.refArea(), c.year(), c.place());
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
