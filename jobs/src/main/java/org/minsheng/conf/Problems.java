package org.minsheng.conf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes, so that a user sees all of them in one pass and not one a run. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Notes a mistake. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** All mistakes so far, by file and place. */
    public List<Problem> all() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Problem::file)
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
