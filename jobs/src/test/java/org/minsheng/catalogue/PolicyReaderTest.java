package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.TestConf;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.Texts;

/** What a policy says of equality and of the scorecard, both of which may be left out. */
class PolicyReaderTest {
    private final Problems problems = new Problems();

    @TempDir
    private Path work;

    /** The policy of a province that says nothing of either, with something said. */
    private Policy policy(String said) throws IOException {
        Path file = TestConf.thalassia(work).resolveSibling("policy.yaml");
        assertThat(Files.readString(file)).doesNotContain("equalisation:").doesNotContain("scorecard:");
        Files.writeString(file, Files.readString(file) + said);
        return CatalogueReader.read(file.getParent(), problems).policy();
    }

    private List<String> mistakes() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void withoutThemThereAreDefaultsAndNoGoal() throws IOException {
        Policy policy = policy("");
        assertThat(policy.equalisation()).isEqualTo(new Equalisation(null, null, Map.of()));
        assertThat(policy.scorecard()).isEqualTo(new Scorecard(0.5, 1000, 1, 0.25));
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Policy policy = policy("""

                equalisation:
                  difference: 0.12
                  reading: {zh: 暂以0.12为准, en: Read as 0.12}
                  peer-groups:
                    town: {zh: 市, en: towns}
                    isle: {zh: 岛, en: isles}
                scorecard: {least-present: 0.6, replications: 0, seed: 7, weight-noise: 0}
                """);
        assertThat(policy.equalisation())
                .isEqualTo(new Equalisation(
                        0.12,
                        new Label("暂以0.12为准", "Read as 0.12"),
                        Map.of("town", new Label("市", "towns"), "isle", new Label("岛", "isles"))));
        assertThat(policy.equalisation().peerGroups().keySet()).containsExactly("town", "isle");
        assertThat(policy.scorecard()).isEqualTo(new Scorecard(0.6, 0, 7, 0));
        assertThat(mistakes()).isEmpty();
    }

    /** Its own policy names levels and offices; here another one does, and not all of them. */
    @Test
    void namesMayBeLeftOut() throws IOException {
        Path file = TestConf.thalassia(work).resolveSibling("policy.yaml");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("levels:")) + "levels: {county: {en: {one: shire, many: shires}}}\n");
        Policy policy = CatalogueReader.read(file.getParent(), problems).policy();
        assertThat(mistakes()).isEmpty();
        assertThat(policy.offices().label("Υπηρεσία Υδάτων"))
                .isEqualTo(new Label("Υπηρεσία Υδάτων", "Υπηρεσία Υδάτων"));
        Texts words = new Texts("org.minsheng.report.texts", Language.BOTH, policy.levels());
        assertThat(words.get("heat.name")).isEqualTo("县（市、区）对照表 Shires");
        assertThat(words.get("league.name")).isEqualTo("市（州）对照表 Prefectures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scorecard: {least-present: 1.1} | 'least-present' is a share from 0 to 1",
                "scorecard: {least-present: -0.1} | 'least-present' is a share from 0 to 1",
                "scorecard: {weight-noise: 1} | 'weight-noise' is a share from 0 to below 1",
                "scorecard: {weight-noise: -0.1} | 'weight-noise' is a share from 0 to below 1",
                "scorecard: {replications: -1} | -1",
                "scorecard: {seed: -1} | -1",
                "scorecard: {sed: 1} | the key 'sed' is not known here. Did you mean 'seed'?",
                "equalisation: {difference: 0, reading: {zh: 零, en: none}} | 'difference' must be above 0",
                "equalisation: {difference: 0.1} | a number without a reading is shown to nobody",
                "equalisation: {peer-groups: {town: towns}} | keys with values are needed here",
            })
    void aMistakeIsToldWithItsPlace(String said, String message) throws IOException {
        policy("\n" + said + "\n");
        assertThat(mistakes())
                .singleElement()
                .asString()
                .contains("policy.yaml:")
                .contains(message);
    }
}
