package org.minsheng.query.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestSpark;

class ChartsTest {
    private static Dataset<Row> rows(String values) {
        return TestSpark.session().sql("SELECT * FROM VALUES " + values);
    }

    /** The text, which has to be XML. */
    private static String text(Svg svg) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.toString().getBytes(StandardCharsets.UTF_8)));
        return svg.toString();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void barsFromZero() throws Exception {
        String text = text(Charts.bars("a < b & c", "note", rows("('长白县', 50D), ('x', -25D), ('none', NULL)")));
        assertThat(text).contains("a &lt; b &amp; c", ">note<", ">长白县<", ">50<", ">-25<");
        assertThat(text).doesNotContain(">none<");
        // From -40 to 60, at 20 a step: half as long to the left as to the right.
        assertThat(count("fill=\"#1f5a96\"", text)).isEqualTo(2);
    }

    @Test
    void partsOfAStatusGoFromTheBest() throws Exception {
        String text = text(Charts.parts("t", "", rows("('a', 'missed', 1), ('a', 'met', 3), ('b', 'met', 2)")));
        assertThat(text.indexOf(">met<")).isLessThan(text.indexOf(">missed<"));
        assertThat(text).contains(">3<", ">2<", ">1<");
    }

    @Test
    void aYearWithoutANumberIsAGap() throws Exception {
        String text = text(Charts.lines("t", "", rows("(2019, 1D), (2020, 2D), (2022, 3D), (2023, 4D)")));
        assertThat(count("<polyline", text)).isEqualTo(2);
        assertThat(count("<circle", text)).isEqualTo(4);
    }

    @Test
    void rangesHaveADotBetweenTheirEnds() throws Exception {
        String text = text(Charts.ranges("t", "", rows("('a', 0D, 50D, 100D)")));
        assertThat(text).contains(">0<", ">20<", ">100<");
    }

    @Test
    void aSquareEach() throws Exception {
        String text = text(Charts.tiles("t", "", rows("(1, 1, '甲', 10D), (1, 2, '乙', NULL), (NULL, NULL, '省', 5D)")));
        assertThat(text).contains(">甲<", ">10<", ">乙<", ">–<").doesNotContain(">省<");
        assertThat(text(Charts.tiles("t", "", rows("(1, 1, '甲', 'met'), (1, 2, '乙', 'missed')"))))
                .contains("fill=\"#6e0f0f\"", "fill=\"#1f5a96\"", ">missed<");
    }

    @Test
    void whatNobodyHasReportedIsNoGoodNews() throws Exception {
        assertThat(text(Charts.parts(
                        "t", "", rows("('局', 'complete', 1L), ('局', 'partial', 2L), ('局', 'nothing', 3L)"))))
                .contains("fill=\"#6e0f0f\"")
                .doesNotContain("fill=\"#006400\"");
    }

    @Test
    void nothingIsAnEmptyChart() throws Exception {
        Dataset<Row> none = rows("('a', 'b', 1, 1)").limit(0);
        text(Charts.bars("t", "", none));
        text(Charts.parts("t", "", none));
        text(Charts.lines("t", "", none));
        text(Charts.ranges("t", "", none));
        text(Charts.tiles("t", "", none));
    }

    @Test
    void marksAreRound() {
        assertThat(Axis.of(new double[] {0, 97}, 0, 100).marks()).containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(Axis.of(new double[] {-25, 50}, 0, 100).marks()).containsExactly(-40, -20, 0, 20, 40, 60);
        assertThat(Axis.of(new double[] {5, 5}, 0, 100).at(5)).isBetween(0.0, 100.0);
    }

    @Test
    void itCanBeKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("图.svg");
        Svg svg = Charts.bars("t", "", rows("('a', 1)"));
        svg.save(file.toString());
        assertThat(Files.readString(file)).isEqualTo(svg.toString());
    }
}
