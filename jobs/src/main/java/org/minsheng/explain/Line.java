package org.minsheng.explain;

/** A line of an explanation, with its place among the others. */
public record Line(Rank rank, String text) {
    /** How far a line stands in, and so what it belongs to. */
    public enum Rank {
        /** The answer, before all else. */
        ANSWER(""),
        /** What the lines below it are about. */
        SECTION("\n"),
        STEP("  "),
        /** A part of the step above it. */
        ITEM("    ");

        private final String before;

        Rank(String before) {
            this.before = before;
        }
    }

    /** As it stands on a screen. */
    String shown() {
        return rank.before + text;
    }
}
