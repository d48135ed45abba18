package org.minsheng.report.book;

import java.util.List;

/**
 * One printed page, laid out on a grid of narrow columns of the same width: short texts, and bars of filled cells, wherever
 * they are wanted. A piece says its row and column itself, from 0.
 *
 * @param columns the width of the grid
 * @param pieces none over another
 */
public record Page(String name, int columns, List<Piece> pieces) implements Book.Tab {

    /** A part of the page. */
    public sealed interface Piece {
        int row();

        int col();
    }

    /**
     * A text over some columns, which is cut where it does not fit.
     *
     * @param span how many columns
     */
    public record Words(int row, int col, int span, String text, Type type, Side side) implements Piece {}

    /** A text over some columns that takes as many lines as it needs. */
    public record Paragraph(int row, int col, int span, String text, Type type) implements Piece {}

    /** Filled cells beside each other. */
    public record Bar(int row, int col, List<Shade> cells) implements Piece {}

    /** What a cell of a bar stands for; each is told from the others in grey, too. */
    public enum Shade {
        DONE,
        UNKNOWN,
        OVERDUE,
        SHORT
    }

    /** How a text looks. */
    public enum Type {
        TITLE(18),
        HEADLINE(14),
        HEADING(12),
        BODY(10.5),
        STRONG(10.5),
        SMALL(9),
        /** Of what somebody has to act on. */
        ALARM(9),
        NOTE(9);

        private final double points;

        Type(double points) {
            this.points = points;
        }

        /** The size of its letters. */
        double points() {
            return points;
        }
    }

    /** Where a text stands in its columns. */
    public enum Side {
        LEFT,
        RIGHT
    }
}
