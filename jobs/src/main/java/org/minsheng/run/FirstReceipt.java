package org.minsheng.run;

import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Settings;
import org.minsheng.ingest.Landing;
import org.minsheng.lake.Lake;
import org.minsheng.lake.SubmissionTable;

/** Refuses an instant before anything had come: all would be computed from nothing, and put in the place of what is there. */
final class FirstReceipt {
    private FirstReceipt() {}

    /**
     * Looks at what the lake holds and at what has come to it.
     *
     * @throws ConfException if all of that is of later
     */
    static void check(Lake lake, Settings settings, AsOf asOf) throws IOException {
        Optional<Instant> first = Stream.concat(ofLake(lake).stream(), ofLanding(settings).stream())
                .min(Instant::compareTo);
        if (first.isPresent() && first.get().isAfter(asOf.instant())) {
            throw new ConfException(
                    "as-of",
                    "nothing had been received until " + asOf.day() + "; the first file is of " + asOf.day(first.get()),
                    "Name that day or a later one");
        }
    }

    private static Optional<Instant> ofLake(Lake lake) {
        return Optional.ofNullable(lake.read(SubmissionTable.TABLE)
                        .agg(min(SubmissionTable.RECEIVED_AT))
                        .first()
                        .getTimestamp(0))
                .map(received -> received.toInstant());
    }

    private static Optional<Instant> ofLanding(Settings settings) throws IOException {
        try {
            return Landing.list(settings.landing(), settings.timeZone(), Session.hadoop()).arrivals().stream()
                    .map(Landing.Arrival::receivedAt)
                    .min(Instant::compareTo);
        } catch (ConfException e) {
            return Optional.empty(); // whoever needs the folder tells what is wrong with it
        }
    }
}
