package org.minsheng.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.minsheng.lake.Touched;

/**
 * What a stage has done.
 *
 * @param told a line for the operator
 * @param counts what came in and went out, by the names of {@link Count}
 * @param odd files that somebody should look at, by what is odd about them; all kinds that the stage looks for, also those
 *     without files
 * @param workbooks where workbooks are, the one to open first before the others
 * @param again whether the next run has to do it in any case
 * @param touched the series whose observations are others now; looked for when it is asked for
 */
public record Outcome(
        String told,
        Map<String, Long> counts,
        Map<String, List<String>> odd,
        List<String> workbooks,
        boolean again,
        Supplier<Touched> touched) {
    /** What is told of a stage that had nothing to do. */
    public static final String NOTHING_NEW = "nothing is new";

    /** One that has nothing to tell but a line, and touched no observation. */
    public static Outcome of(String told) {
        return of(told, false);
    }

    /** The same, and the next run has to do it in any case, or not. */
    public static Outcome of(String told, boolean again) {
        return new Outcome(told, Map.of(), Map.of(), List.of(), again, () -> Touched.of(Set.of()));
    }

    /** The same, with one more count. */
    public Outcome with(String count, long number) {
        Map<String, Long> more = new LinkedHashMap<>(counts);
        more.put(count, number);
        return new Outcome(told, more, odd, workbooks, again, touched);
    }

    /** The same, with the places of workbooks. */
    public Outcome withWorkbooks(List<String> places) {
        return new Outcome(told, counts, odd, places, again, touched);
    }
}
