package org.minsheng.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.lake.SubmissionTable;

/**
 * The receipts that the lake has noted. Receipt is an event, and noted once: a file that is read again, by other rules or
 * after its times were changed, keeps the instant of its receipt; other bytes under its name, or the same bytes under another
 * name or after others, are a receipt of their own.
 */
final class Receipts {
    /** What lies between two receipts under one name whose times do not tell which came first. */
    private static final Duration NEXT = Duration.ofMillis(1);

    private final String rules;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Known> last = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> unopened = new HashSet<>();
    private final Set<String> filesUnopened = new HashSet<>();
    private final Map<String, List<String>> filesOfContent = new HashMap<>();

    private record Known(String submissionId, Instant receivedAt, String rules, long size, Instant modifiedAt) {
        private boolean opened() {
            return !rules.equals(SubmissionTable.RULES_NOT_OPENED);
        }
    }

    /**
     * Those of a lake.
     *
     * @param submissions rows of the table submission
     * @param rules fingerprint of the rules of now
     */
    Receipts(Collection<Row> submissions, String rules) {
        this.rules = rules;
        for (Row row : submissions) {
            Known known = new Known(
                    row.getAs(SubmissionTable.SUBMISSION_ID),
                    row.<java.sql.Timestamp>getAs(SubmissionTable.RECEIVED_AT).toInstant(),
                    row.getAs(SubmissionTable.RULES),
                    row.<Long>getAs(SubmissionTable.FILE_SIZE),
                    row.<java.sql.Timestamp>getAs(SubmissionTable.MODIFIED_AT).toInstant());
            String file = row.getAs(SubmissionTable.FILE);
            ids.add(known.submissionId());
            name(known.submissionId(), file);
            if (known.opened()) {
                filesOfContent
                        .computeIfAbsent(SubmissionTable.content(known.submissionId()), c -> new ArrayList<>())
                        .add(file);
                last.merge(file, known, BinaryOperator.maxBy(Comparator.comparing(Known::receivedAt)));
            } else {
                unopened.add(known.submissionId());
                filesUnopened.add(file);
            }
        }
    }

    private void name(String submissionId, String file) {
        for (String name : List.of(submissionId, SubmissionTable.content(submissionId), file)) {
            names.computeIfAbsent(name, n -> new HashSet<>()).add(file);
        }
    }

    /**
     * Whether a file is the one that was received last under its name, and was read by the rules of now; as far as size and time
     * tell, and so was what is in it.
     */
    boolean isSeen(Landing.Arrival arrival) {
        Known known = last.get(arrival.file());
        return isStillUnopened(arrival)
                || known != null
                        && arrival.failure() == null
                        && known.rules().equals(rules)
                        && filesUnopened.stream().noneMatch(file -> isIn(file, arrival.file()))
                        && known.size() == arrival.size()
                        && known.modifiedAt().toEpochMilli()
                                == arrival.modifiedAt().toEpochMilli();
    }

    /**
     * The receipt that a file is, if it has to be read.
     *
     * @param found a file of which the content is known
     */
    Optional<Received> toRead(Received found) {
        Landing.Arrival arrival = found.arrival();
        Known before = last.get(arrival.file());
        Received received;
        if (found.failure() != null) {
            received = found;
        } else if (before != null
                && SubmissionTable.content(before.submissionId()).equals(found.content())) {
            received = found.as(before.submissionId(), before.receivedAt());
        } else {
            Instant at = before == null || arrival.receivedAt().isAfter(before.receivedAt())
                    ? arrival.receivedAt()
                    : before.receivedAt().plus(NEXT);
            received = found.as(SubmissionTable.id(found.content(), arrival.file(), at), at);
        }
        name(received.id(), arrival.file());
        boolean read = before != null
                && before.submissionId().equals(received.id())
                && before.rules().equals(rules);
        return read ? Optional.empty() : Optional.of(received);
    }

    /**
     * What could not be opened: it is tried again now, and what is no longer there is no longer told; but not what the look at
     * the folder says is still as it was.
     */
    List<String> unopened(List<Landing.Arrival> arrivals) {
        Set<String> still = arrivals.stream()
                .filter(this::isStillUnopened)
                .map(LandedFiles::idOfPlace)
                .collect(Collectors.toSet());
        return unopened.stream().filter(id -> !still.contains(id)).toList();
    }

    /** Whether the lake has a submission. */
    boolean has(String submissionId) {
        return ids.contains(submissionId);
    }

    /** Whether the lake has one that was opened, so that it may have rows of its cells. */
    boolean hasOpened(String submissionId) {
        return has(submissionId) && !unopened.contains(submissionId);
    }

    /** How many of the submissions could not be opened, without some. */
    long unopenedBut(Set<String> others) {
        return unopened.stream().filter(id -> !others.contains(id)).count();
    }

    private boolean isStillUnopened(Landing.Arrival arrival) {
        return arrival.failure() != null && unopened.contains(LandedFiles.idOfPlace(arrival));
    }

    /**
     * Where a file lay before, if it seems to have been moved: its bytes came under other names, of which none is there any
     * more.
     */
    Optional<String> movedFrom(Received received, Set<String> present) {
        List<String> before = filesOfContent.getOrDefault(received.content(), List.of());
        return before.contains(received.arrival().file()) || before.stream().anyMatch(file -> isPresent(file, present))
                ? Optional.empty()
                : before.stream().findFirst();
    }

    /** A file in a .zip is there with it. */
    private static boolean isPresent(String file, Set<String> present) {
        return present.contains(file) || file.contains("!") && present.stream().anyMatch(whole -> isIn(file, whole));
    }

    /** Whether a file came in a .zip. */
    static boolean isIn(String file, String zip) {
        return file.startsWith(zip + "!");
    }

    /** All that a withdrawal may name: path, SHA-256 and id of all that was ever received, with the paths of what it names. */
    Map<String, Set<String>> names() {
        return names;
    }
}
