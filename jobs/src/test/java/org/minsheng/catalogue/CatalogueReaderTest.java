package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.TestConf;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

class CatalogueReaderTest {
    private static Catalogue shipped() {
        Problems problems = new Problems();
        Catalogue catalogue =
                CatalogueReader.read(TestConf.HOME.resolve("conf"), problems).orElseThrow();
        assertThat(problems.all()).isEmpty();
        return catalogue;
    }

    /** Numbers, units and deadlines copied from the policy's text by hand. */
    @ParameterizedTest
    @CsvSource({
        "32.1, coverage, 100, %, 2025, false, 省交通运输厅, 500米全覆盖",
        "30.1, maintain, 80, %, 2025, true, 省水利厅, 保持在80%以上",
        "30.2, level, 90, %, 2025, true, 省水利厅, 供水保证率不低于90%",
        "35.2, level, 2.2, 平方米, 2025, false, 省体育局, 人均体育场地面积",
        "19.2, level, 80, %, 2025, true, 省残联, 比例达80%以上",
    })
    void targetsAreThePolicys(
            String id,
            String kind,
            BigDecimal value,
            String unit,
            int deadline,
            boolean stated,
            String lead,
            String quote) {
        Indicator indicator = shipped().indicator(id).orElseThrow();
        Target target = indicator.target(LocalDate.of(2020, 1, 1)).orElseThrow();
        assertThat(target.kind().word()).isEqualTo(kind);
        assertThat(target.value()).isEqualByComparingTo(value);
        assertThat(indicator.unit().name()).isEqualTo(unit);
        assertThat(target.deadline()).isEqualTo(deadline);
        assertThat(target.deadlineStated()).isEqualTo(stated);
        assertThat(target.quote()).contains(quote);
        assertThat(shipped()
                        .measures()
                        .filter(m -> m.indicators().contains(indicator))
                        .map(Measure::lead))
                .containsExactly(lead);
    }

    @Test
    void noTargetIsInForceBeforeThePolicy() {
        assertThat(shipped().indicator("30.2").orElseThrow().target(LocalDate.of(2019, 7, 15)))
                .isEmpty();
    }

    private static List<String> mistakes(Path work, String file, String from, String to) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve(file), from, to);
        Problems problems = new Problems();
        CatalogueReader.read(conf, problems);
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void aSeriesThatIsNotThere(@TempDir Path work) throws IOException {
        assertThat(mistakes(
                        work, "catalogue/03-social-security.yaml", "numerator: rehab_served", "numerator: rehab_serve"))
                .containsExactly(
                        "conf/catalogue/03-social-security.yaml:35:22: the series 'rehab_serve' is not defined."
                                + " Did you mean 'rehab_served'?");
    }

    @Test
    void aScaleThatDoesNotFitTheUnits(@TempDir Path work) throws IOException {
        assertThat(mistakes(work, "catalogue/03-social-security.yaml", "scale: 100", "scale: 10"))
                .containsExactly("conf/catalogue/03-social-security.yaml:35:11: the scale 10 does not fit the units."
                        + " Write 'scale: 100'");
    }

    @Test
    void aRatioOfDifferentThings(@TempDir Path work) throws IOException {
        assertThat(mistakes(work, "catalogue/08-culture-sport.yaml", "        per: 人\n", ""))
                .hasSize(1)
                .first()
                .asString()
                .contains("08-culture-sport.yaml:23:11: 平方米 over 人 does not give 平方米");
    }

    @Test
    void anIndicatorTwice(@TempDir Path work) throws IOException {
        assertThat(mistakes(work, "catalogue/07-transport.yaml", "\"32.1\"", "\"35.2\""))
                .containsExactly(
                        "conf/catalogue/08-culture-sport.yaml:18:13: the indicator '35.2' is defined a second time");
    }

    @Test
    void aDeadlineBeforeTheBaseYear(@TempDir Path work) throws IOException {
        assertThat(mistakes(work, "catalogue/03-social-security.yaml", "deadline: 2025", "deadline: 2018"))
                .containsExactly(
                        "conf/catalogue/03-social-security.yaml:41:23: a whole number from 2019 to 2100 is needed"
                                + " here, not 2018");
    }

    @Test
    void anUnknownUnitAndAnUnknownKeyInOnePass(@TempDir Path work) throws IOException {
        assertThat(mistakes(
                        work,
                        "catalogue/common.yaml",
                        "unit: 人\n    level: county\n    least: 1",
                        "unit: 人人\n    levl: county"))
                .contains(
                        "conf/catalogue/common.yaml:5:11: the unit '人人' is not known. Did you mean '万人'?",
                        "conf/catalogue/common.yaml:6:5: the key 'levl' is not known here. Did you mean 'level'?");
    }
}
