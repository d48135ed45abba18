package org.minsheng.report.book;

import java.util.List;

/**
 * What a reader chooses from drop-downs, and what follows from that by formulas, which spreadsheet programs work out anew with
 * each choice.
 *
 * @param lines one below the other, a label and a cell each
 */
public record Calculator(List<Line> lines) implements Book.Block {
    /** A label and what stands beside it. */
    public sealed interface Line {
        /** What it is. */
        String label();
    }

    /**
     * A cell with a drop-down.
     *
     * @param chosen at first
     * @param options the cells with what can be chosen, as in $A$9:$A$20, or the words themselves, as in "2026,2027"
     */
    public record Choice(String label, String chosen, String options) implements Line {}

    /**
     * A cell with a formula.
     *
     * @param given what it gives for the first choice, a text or a number, so that it can be read without being worked out
     */
    public record Answer(String label, String formula, Book.Value given) implements Line {}
}
