package org.minsheng.parse;

/** Counts what becomes of the cells of a file, beside the observations and rejects themselves. */
final class Tally {
    private long seen;
    private long labels;
    private long ignored;

    /** Cells that the reader of the file found filled, whatever comes of them. */
    void seen(long cells) {
        seen += cells;
    }

    /** Cells that say what others mean: titles, headers, names of regions, years. */
    void label(long cells) {
        labels += cells;
    }

    /** Cells that the layout declares ignored. */
    void ignore(long cells) {
        ignored += cells;
    }

    long seen() {
        return seen;
    }

    long labels() {
        return labels;
    }

    long ignored() {
        return ignored;
    }
}
