package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.parse.ParsedFile.Observed;

/** Tables that other programs wrote ({@code tables/README.md}), cell by cell. */
class OtherProgramsTest {
    private static final FileParser PARSER = TestLayouts.jilin().parser();

    private static Parsed parsed(String name) {
        Parsed parsed = opened(name);
        assertThat(parsed.rejected()).isEmpty();
        return parsed;
    }

    private static Parsed opened(String name) {
        try {
            Parsed parsed = Parsed.of(
                    PARSER,
                    Path.of(OtherProgramsTest.class
                            .getResource("/tables/" + name)
                            .toURI()));
            parsed.assertReconciled();
            return parsed;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(Observed o) {
        return o.sheet() + " " + o.cell() + " " + o.series() + " " + o.refArea() + " " + o.year() + " "
                + (o.value() == null ? "none" : o.value().stripTrailingZeros().toPlainString()) + " " + o.status();
    }

    /** Formulas by the values that LibreOffice worked out: 18 / 20 = 90%, 7.5 / 10 = 75%, 19 / 20 = 95%, 6 / 8 = 75%. */
    @ParameterizedTest
    @ValueSource(strings = {"bus-stops.xlsx", "bus-stops.xls"})
    void workbooksOfLibreOffice(String name) {
        assertThat(parsed(name).observed())
                .extracting(OtherProgramsTest::shown)
                .containsExactly(
                        "2024年 B5 central_urban_area 220122 2024 20 A",
                        "2024年 C5 stop_500m_area 220122 2024 18 A",
                        "2024年 D5 stop_500m_rate_reported 220122 2024 90 A",
                        "2024年 B6 central_urban_area 220521 2024 10 A",
                        "2024年 C6 stop_500m_area 220521 2024 7.5 A",
                        "2024年 D6 stop_500m_rate_reported 220521 2024 75 A",
                        "2025年 B5 central_urban_area 220122 2025 20 A",
                        "2025年 C5 stop_500m_area 220122 2025 19 A",
                        "2025年 D5 stop_500m_rate_reported 220122 2025 95 A",
                        "2025年 B6 central_urban_area 220521 2025 10 A",
                        "2025年 C6 stop_500m_area 220521 2025 none O",
                        "2025年 D6 stop_500m_rate_reported 220521 2025 none L",
                        "2025年 B7 central_urban_area 220721 2025 8 A",
                        "2025年 C7 stop_500m_area 220721 2025 6 A",
                        "2025年 D7 stop_500m_rate_reported 220721 2025 75 A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rehabilitation-gb18030.csv", "rehabilitation-utf16.txt"})
    void textsOfLibreOffice(String name) {
        assertThat(opened(name).rejected())
                .as("half a person")
                .extracting(r -> r.cell() + " " + r.raw() + " " + r.reason())
                .containsExactly("C5 1000.5 NOT_WHOLE");
        assertThat(opened(name).observed())
                .extracting(OtherProgramsTest::shown)
                .containsExactly(
                        " C4 rehab_need 220122 2024 1200 A",
                        " D4 rehab_served 220122 2024 900 A",
                        " E4 rehab_rate_reported 220122 2024 75 A",
                        " D5 rehab_served 220721 2024 none L",
                        " C6 rehab_need 220281 2025 800 A",
                        " D6 rehab_served 220281 2025 640 A",
                        " E6 rehab_rate_reported 220281 2025 80 A");
    }

    @Test
    void aTextOfR() {
        assertThat(parsed("rehabilitation-r.csv").observed())
                .extracting(OtherProgramsTest::shown)
                .containsExactly(
                        " C3 rehab_need 220122 2024 1200 A",
                        " D3 rehab_served 220122 2024 900 A",
                        " E3 rehab_rate_reported 220122 2024 75 A",
                        " C4 rehab_need 220281 2025 800 A");
    }
}
