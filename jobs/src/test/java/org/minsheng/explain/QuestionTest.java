package org.minsheng.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.conf.ConfException;
import org.minsheng.run.Configuration;

class QuestionTest {
    private static final Configuration THALASSIA =
            Configuration.read(TestConf.THALASSIA.resolve("conf/minsheng.yaml"), Map.of());
    private static final Configuration JILIN = TestConf.jilin();

    private static Question read(Configuration conf, String indicator, String region, String period) {
        return Question.read(conf.catalogue(), conf.regions(), indicator, region, period, 2026);
    }

    @Test
    void namesOrCodesInAnyLanguage() {
        Question question = read(THALASSIA, "people with tap  water", "Neapoli", "２０２５");
        assertThat(question.indicator().id()).isEqualTo("1.1");
        assertThat(question.region().code()).isEqualTo("TH102");
        assertThat(question.year()).isEqualTo(2025);
        assertThat(read(THALASSIA, "1.1", "Nea Poli", "2025").region()).isEqualTo(question.region());
        assertThat(read(THALASSIA, "1.1", "The Bay", "2025").region().code()).isEqualTo("TH1");
        assertThat(read(THALASSIA, "Απώλειες νερού", "TH1", "2025").isRollUp()).isTrue();
    }

    /** TH9 was the code until 2021; the table progress has that of today in all years. */
    @Test
    void aCodeOfAnotherTimeIsThatOfToday() {
        assertThat(read(THALASSIA, "1.1", "TH9", "2020").region().code()).isEqualTo("TH203");
        assertThat(read(JILIN, "30.2", "公主岭市", "2019").region().code()).isEqualTo("220184");
    }

    @Test
    void allMistakesAtOnceWithWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> read(THALASSIA, "People with tap watr", "Neapolli", "next"))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining(
                        "INDICATOR: 'People with tap watr' is not an indicator. Did you mean 'People with tap water'?")
                .hasMessageContaining("REGION: 'Neapolli' is not a region. Did you mean Νέα Πόλη?")
                .hasMessageContaining("PERIOD: 'next' is not a year. Write it like 2025");
    }

    @Test
    void nothingIsGuessed() {
        assertThatThrownBy(() -> read(THALASSIA, "water", "Αγία", "2025"))
                .hasMessageContaining("Did you mean 1.1 Κάτοικοι με δίκτυο, 1.2 Απώλειες νερού")
                .hasMessageContaining(
                        "'Αγία' is the name of several regions. Write the code: TH101 (Νομός Όρμου Αγία), TH201");
    }

    @Test
    void whatOnlyTheProvinceReports() {
        assertThatThrownBy(() -> read(THALASSIA, "2.2", "TH101", "2025"))
                .hasMessageContaining("there are no figures of 2.2 for Αγία, a region of the level county")
                .hasMessageContaining("It is reported at the level province, such as of Θαλασσία");
    }
}
