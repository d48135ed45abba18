package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables in the OpenDocument format, as LibreOffice writes them and as bad people might. */
class OdsTest {
    private static final String LAYOUT = """
            layout: water
            title: {zh: 供水, en: Water}
            header: {rows: 1}
            region: {column: 地区}
            period: {fixed: 2025}
            columns:
              - {header: 农村人口, series: rural_population, unit: 人}
            """;
    private static final String HEADER = "<table:table-row>" + text("地区") + text("农村人口") + "</table:table-row>";

    private static String text(String text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static String number(String value, String shown) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"><text:p>" + shown
                + "</text:p></table:table-cell>";
    }

    private static String row(String... cells) {
        return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
    }

    private static Parsed parse(String manifest, String styles, String rows) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("META-INF/manifest.xml", manifest);
        parts.put(
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\""
                        + " xmlns:fo=\"f\" xmlns:calcext=\"c\"><office:automatic-styles>" + styles
                        + "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"表1\">"
                        + rows + "</table:table></office:spreadsheet></office:body></office:document-content>");
        Parsed parsed = Parsed.of(TestLayouts.of(LAYOUT).parser(), XlsxText.zip(parts));
        parsed.assertReconciled();
        return parsed;
    }

    private static Parsed parse(String rows) throws IOException {
        return parse("", "", rows);
    }

    @Test
    void aCellIsWhatIsShownWithAllItsDecimals() throws IOException {
        Parsed parsed = parse(HEADER
                + row(text("农安县"), number("1234", "1,234"))
                + row(text("榆树市"), number("52.31", "52.3万"))
                + row(text("德惠市"), number("523000", "52.3"))
                + row(text("九台区"), number("523000", "")));
        assertThat(parsed.observed())
                .extracting(o -> o.cell() + " " + o.value().toPlainString())
                .containsExactly("B2 1234", "B3 523100");
        assertThat(parsed.rejected())
                .extracting(r -> r.cell() + " " + r.reason() + " " + r.detail())
                .containsExactly("B4 SHOWN_OTHERWISE 523000", "B5 SHOWN_OTHERWISE 523000");
    }

    @Test
    void struckThroughRaisedNotesAndErrors() throws IOException {
        String styles =
                "<style:style style:name=\"ce1\"><style:text-properties style:text-line-through-style=\"solid\"/>"
                        + "</style:style><style:style style:name=\"T1\"><style:text-properties style:text-position=\"super 58%\"/>"
                        + "</style:style>";
        Parsed parsed = parse(
                "",
                styles,
                HEADER
                        + row(
                                text("农安县<text:span text:style-name=\"T1\">1</text:span>"),
                                "<table:table-cell office:value-type=\"float\" office:value=\"7\"><office:annotation><text:p>核</text:p>"
                                        + "</office:annotation><text:p>7</text:p></table:table-cell>")
                        + row(
                                text("榆树市"),
                                "<table:table-cell table:style-name=\"ce1\" office:value-type=\"float\" office:value=\"8\">"
                                        + "<text:p>8</text:p></table:table-cell>")
                        + row(
                                text("德惠市"),
                                "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p>"
                                        + "</table:table-cell>"));
        assertThat(parsed.observed())
                .extracting(o -> o.refArea() + " " + o.value())
                .containsExactly("220122 7");
        assertThat(parsed.rejected())
                .extracting(r -> r.cell() + " " + r.reason())
                .containsExactly("B3 STRUCK_THROUGH", "B4 ERROR_CELL");
    }

    @Test
    void emptyRowsAndCellsAreAnyNumber() throws IOException {
        String many = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row>";
        Parsed parsed = parse(HEADER + many + row(text("农安县"), number("9", "9")));
        assertThat(parsed.observed()).extracting(o -> o.cell()).containsExactly("B1048002");
    }

    @Test
    void filledCellsThatAreRepeatedWithoutEndAreTooMany() throws IOException {
        String rows = "<table:table-row table:number-rows-repeated=\"1048000\">" + text("农安县") + number("9", "9")
                + "</table:table-row>";
        assertThat(parse(HEADER + rows).rejected()).extracting(r -> r.reason()).containsExactly(Reason.TOO_LARGE_FILE);
        String columns = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\""
                + " table:number-columns-repeated=\"99999\"/></table:table-row>";
        assertThat(parse(HEADER + columns).rejected())
                .extracting(r -> r.reason())
                .containsExactly(Reason.TOO_LARGE_FILE);
    }

    @Test
    void oneWithAPasswordAsksForOneWithout() throws IOException {
        assertThat(parse("<manifest:encryption-data/>", "", HEADER).rejected())
                .extracting(r -> r.reason())
                .containsExactly(Reason.PROTECTED_FILE);
    }
}
