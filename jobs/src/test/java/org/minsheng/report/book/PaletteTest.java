package org.minsheng.report.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Palette.Shade;

/** That the colours of status are told apart in grey and without green, and that what stands on them can be read. */
class PaletteTest {
    /** From no concern to the worst; what is not known has stripes, and no place among them. */
    private static final List<Light> BY_SEVERITY = List.of(Light.GOOD, Light.WATCH, Light.BAD);

    /**
     * How a screen without green looks: deuteranopia as G. M. Machado, M. M. Oliveira and L. A. F. Fernandes simulate it ("A
     * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
     * Graphics 15(6), 2009, severity 1.0), on linear red, green and blue.
     */
    private static final double[][] NO_GREEN = {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
    };

    /** Red, green and blue as WCAG 2.1 makes them linear. */
    private static double[] linear(int[] rgb) {
        return Arrays.stream(rgb)
                .mapToDouble(part -> part / 255.0)
                .map(part -> part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] withoutGreen(double[] linear) {
        return Arrays.stream(NO_GREEN)
                .mapToDouble(row -> row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])
                .map(part -> Math.min(1, Math.max(0, part)))
                .toArray();
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double contrast(double[] one, double[] other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** 21:1 is what WCAG says of black on white, and 4.48:1 of the grey #777777 on it. */
    @Test
    void contrastIsThatOfWcag() {
        double[] white = linear(new int[] {255, 255, 255});
        assertThat(contrast(white, linear(new int[] {0, 0, 0}))).isEqualTo(21);
        assertThat(Math.round(100 * contrast(linear(new int[] {0x77, 0x77, 0x77}), white)))
                .isEqualTo(448);
    }

    @Test
    void neighboursAreToldApartInGreyAndWithoutGreen() {
        for (int i = 1; i < BY_SEVERITY.size(); i++) {
            double[] one = linear(Palette.SHADES.get(BY_SEVERITY.get(i - 1)).fill());
            double[] next = linear(Palette.SHADES.get(BY_SEVERITY.get(i)).fill());
            assertThat(contrast(one, next)).as(BY_SEVERITY.get(i).name()).isGreaterThanOrEqualTo(3);
            assertThat(contrast(withoutGreen(one), withoutGreen(next)))
                    .as(BY_SEVERITY.get(i) + " without green")
                    .isGreaterThanOrEqualTo(3);
            assertThat(luminance(next)).isLessThan(luminance(one));
        }
    }

    @Test
    void whatIsNotKnownIsStripedAndNothingElseIs() {
        assertThat(Light.values())
                .filteredOn(light -> Palette.SHADES.get(light).striped())
                .containsExactly(Light.NONE);
    }

    @Test
    void textCanBeReadOnItsColour() {
        for (Shade shade : Palette.SHADES.values()) {
            double[] text = linear(shade.text());
            double[] fill = linear(shade.fill());
            assertThat(contrast(text, fill)).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(withoutGreen(text), withoutGreen(fill))).isGreaterThanOrEqualTo(4.5);
        }
    }
}
