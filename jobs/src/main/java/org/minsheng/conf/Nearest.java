package org.minsheng.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what the user may have meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The candidate nearest to the word, if one is near. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String c) -> DISTANCE.apply(word, c))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(c -> DISTANCE.apply(word, c) <= allowed(word, c)
                        && DISTANCE.apply(word, c) < Math.max(word.length(), c.length())); // something is the same
    }

    /** A third of the letters may differ; in a word of the Latin alphabet two may, as in one with two letters swapped. */
    private static int allowed(String word, String candidate) {
        int length = Math.max(word.length(), candidate.length());
        boolean latin = word.chars().allMatch(c -> c < 128);
        return Math.max(latin && length >= 4 ? 2 : 1, length / 3);
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
