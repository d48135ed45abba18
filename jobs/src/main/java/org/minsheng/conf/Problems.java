package org.minsheng.conf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes, so that a user sees all of them in one pass and not one per run. */
public final class Problems {
    /** The file that all others name things of: a mistake in it makes more in them. */
    private static final String FIRST = "units.yaml";

    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> odd = new ArrayList<>();
    /** What this is a part of, null where it is the whole. */
    private final Problems whole;

    public Problems() {
        this(null);
    }

    private Problems(Problems whole) {
        this.whole = whole;
    }

    /** Collects the mistakes of a part, which are the whole's too. */
    Problems part() {
        return new Problems(this);
    }

    /** Notes a mistake. */
    public void add(Problem problem) {
        found.add(problem);
        if (whole != null) {
            whole.add(problem);
        }
    }

    /** Notes what is no mistake, but what somebody may not have meant. */
    void warn(Problem problem) {
        odd.add(problem);
        if (whole != null) {
            whole.warn(problem);
        }
    }

    /** What is no mistake, but what somebody may not have meant, in the order of the files. */
    public List<Problem> warnings() {
        return Collections.unmodifiableList(odd);
    }

    /** All mistakes so far, by file and place, but those of the units first. */
    public List<Problem> all() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Problem problem) -> !problem.file().endsWith(FIRST))
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        return Collections.unmodifiableList(sorted);
    }

    /** Whether no mistake was found so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Ends the collecting.
     *
     * @throws ConfException with every mistake, if there is one
     */
    public void throwIfAny() {
        if (!none()) {
            throw new ConfException(all());
        }
    }
}
