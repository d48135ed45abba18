package org.minsheng.conf;

import java.util.List;
import java.util.stream.Collectors;

/** Says that the configuration or the command line cannot be used, and lists every reason (exit code 2). */
public final class ConfException extends RuntimeException {
    private final List<Problem> problems;

    /** All mistakes at once. */
    public ConfException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A mistake that belongs to no line of a file, for one in the command line. */
    public ConfException(String where, String what, String remedy) {
        this(List.of(new Problem(where, 0, 0, what, remedy)));
    }

    /** The mistakes, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
