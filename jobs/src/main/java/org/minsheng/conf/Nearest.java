package org.minsheng.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what the user may have meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The candidate nearest to the word, if one is near: at most a third of its letters differ, and at least one may. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String c) -> DISTANCE.apply(word, c))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(c -> DISTANCE.apply(word, c) <= Math.max(1, Math.max(word.length(), c.length()) / 3));
    }

    /** "Did you mean x?" where something is near, else the list of all that is known. */
    public static String remedy(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(c -> "Did you mean '" + c + "'?")
                .orElseGet(() -> "Known: "
                        + String.join(
                                ", ", candidates.stream().sorted().limit(12).toList())
                        + (candidates.size() > 12 ? ", ..." : ""));
    }
}
