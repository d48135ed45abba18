package org.minsheng.report.book;

import java.util.List;

/** A chart that spreadsheet programs draw themselves, over cells of another sheet. */
public sealed interface Plot permits Book.Chart, Plot.Curves, Plot.Stacks, Plot.Ranges {
    /** What it shows. */
    String title();

    /** Of which figures, below the title. */
    String subtitle();

    /** For those who cannot see it. */
    String description();

    /**
     * Lines through points, from 0 to 100 on both axes.
     *
     * @param across what is measured from left to right
     * @param up what is measured from bottom to top
     */
    record Curves(String title, String subtitle, String description, String across, String up, List<Curve> curves)
            implements Plot {}

    /** A line through points. */
    record Curve(String name, Figures across, Figures up, Book.Stroke stroke) {}

    /**
     * A column for each category, of two parts on each other.
     *
     * @param categories texts below the axis
     */
    record Stacks(
            String title, String subtitle, String description, Labels categories, Book.Line2D bottom, Book.Line2D top)
            implements Plot {}

    /**
     * A dot for each category, and behind it a bar from one place to another, the first place at the top.
     *
     * @param dots places
     * @param middles where the bars are
     * @param before how far they reach from there to the first place
     * @param after how far they reach to the last
     */
    record Ranges(
            String title,
            String subtitle,
            String description,
            Labels categories,
            Book.Line2D dots,
            Book.Line2D middles,
            Figures before,
            Figures after)
            implements Plot {}

    /** Numbers, and the cells in which they stand. */
    record Figures(List<Double> values, String cells) {}

    /** Texts, and the cells in which they stand. */
    record Labels(List<String> texts, String cells) {}
}
