package org.minsheng.query.chart;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** A picture that is drawn step by step, as the text of an SVG file. */
public final class Svg {
    static final String INK = "#1a1a1a";
    static final String QUIET = "#595959";
    static final String FRAME = "#d9d9d9";
    static final String BLUE = "#1f5a96";
    static final int FONT = 12;
    static final int LINE = 18;

    private static final int TITLE = 16;
    private static final int MARGIN = 12;
    private static final String FONTS = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif";

    private final StringBuilder drawn = new StringBuilder();
    private final int width;
    private int height;

    /** An empty one with a title, which is broken into lines where it is long. */
    Svg(int width, String title, String note) {
        this.width = width;
        this.height = MARGIN;
        for (String line : Words.lines(title, (width - 2.0 * MARGIN) / TITLE)) {
            height += TITLE + 5;
            element(
                    "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"bold\" fill=\"%s\">%s</text>",
                    MARGIN, height - 4, TITLE, INK, escaped(line));
        }
        for (String line : Words.lines(note, (width - 2.0 * MARGIN) / FONT)) {
            height += LINE;
            text(MARGIN, height - 3, "start", QUIET, line);
        }
        height += MARGIN;
    }

    /** Where the next part begins, from the top. */
    int bottom() {
        return height;
    }

    /** Makes room below. */
    void grow(double by) {
        height += (int) Math.ceil(by);
    }

    int width() {
        return width;
    }

    void rect(double x, double y, double w, double h, String fill) {
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
                at(x), at(y), at(Math.max(w, 0)), at(h), fill);
    }

    void line(double x1, double y1, double x2, double y2, String stroke) {
        element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>",
                at(x1), at(y1), at(x2), at(y2), stroke);
    }

    void dashes(double x1, double y1, double x2, double y2, String stroke) {
        element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-dasharray=\"5 4\"/>",
                at(x1), at(y1), at(x2), at(y2), stroke);
    }

    void dot(double x, double y, double radius, String fill) {
        element("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", at(x), at(y), at(radius), fill);
    }

    void path(String points, String stroke, double thick) {
        element(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"/>",
                points, stroke, at(thick));
    }

    /** A text whose start, middle or end is at a place. */
    void text(double x, double y, String anchor, String fill, String text) {
        element(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                at(x), at(y), anchor, fill, escaped(text));
    }

    /** Draws squares of colours with what they mean, in as many lines as it takes. */
    void legend(Iterable<String> words, java.util.function.Function<String, String> colour) {
        double x = MARGIN;
        for (String word : words) {
            double wide = 22 + Words.width(word) * FONT;
            if (x + wide > width - MARGIN) {
                x = MARGIN;
                height += LINE;
            }
            rect(x, height, 11, 11, colour.apply(word));
            text(x + 16, height + 10, "start", QUIET, word);
            x += wide + 14;
        }
        height += LINE + 6;
    }

    static String at(double place) {
        return BigDecimal.valueOf(place)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void element(String form, Object... values) {
        drawn.append(form.formatted(values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes it into a file, for documents and slides. */
    public void save(String file) throws IOException {
        Files.writeString(Path.of(file), toString());
    }

    /** The text of the SVG file. */
    @Override
    public String toString() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="%3$s" font-size="%4$d">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                %5$s</svg>
                """.formatted(width, height + MARGIN, FONTS, FONT, drawn);
    }
}
