package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

class CatalogueReaderTest {
    private static Catalogue jilin() {
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.read(TestConf.JILIN, problems);
        assertThat(problems.all()).isEmpty();
        return catalogue;
    }

    @Test
    void noTargetIsInForceBeforeThePolicy() {
        assertThat(jilin().indicator("30.2").orElseThrow().target(LocalDate.of(2019, 7, 15)))
                .isEmpty();
    }

    /** And not again wherever the series or the unit is used. */
    @Test
    void aMistakeIsToldOnce(@TempDir Path work) throws IOException {
        assertThat(mistakes(work.resolve("level"), "catalogue/08-culture-sport.yaml", "level: county", "level: conty"))
                .singleElement(as(STRING))
                .contains("08-culture-sport.yaml:9:12: 'conty' is not one of");
        assertThat(mistakes(work.resolve("unit"), "units.yaml", "dimension: area, factor: 1,", "factor: 1,"))
                .singleElement(as(STRING))
                .contains("the key 'dimension' is missing");
        assertThat(mistakes(work.resolve("units"), "units.yaml", "units:", "units: {"))
                .singleElement(as(STRING))
                .contains("units.yaml:")
                .contains("this is not YAML");
        assertThat(mistakes(work.resolve("list"), "catalogue/common.yaml", "\nseries:\n", "\nseries: none\nnone:\n"))
                .hasSize(2)
                .anyMatch(said -> said.contains("a list is needed here"))
                .anyMatch(said -> said.contains("the key 'none' is not known here"));
        assertThat(mistakes(
                        work.resolve("id"), "catalogue/common.yaml", "id: rural_population", "ids: rural_population"))
                .hasSize(2)
                .anyMatch(said -> said.contains("the key 'id' is missing"))
                .anyMatch(said -> said.contains("the key 'ids' is not known here"));
        assertThat(mistakes(work.resolve("policy"), "policy.yaml", "base-year: 2018", "base-year: soon"))
                .singleElement(as(STRING))
                .contains("a number is needed here, not 'soon'");
    }

    /** What nothing is said of weighs 1 beside the others of its kind. */
    @Test
    void fieldsMeasuresAndIndicatorsMayHaveAWeight(@TempDir Path work) throws IOException {
        assertThat(jilin().fields()).allMatch(field -> field.weight() == 1);
        assertThat(jilin().measures()).allMatch(measure -> measure.weight() == 1);
        assertThat(jilin().indicators()).allMatch(indicator -> indicator.weight() == 1);
        Path conf = TestConf.copy(work);
        Path file = conf.resolve("catalogue/08-culture-sport.yaml");
        TestConf.replace(file, "field: 8\n", "field: 8\nweight: 2.5\n");
        TestConf.replace(file, "  - measure: 35\n", "  - measure: 35\n    weight: 3\n");
        TestConf.replace(file, "      - id: \"35.2\"\n", "      - id: \"35.2\"\n        weight: 0\n");
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.read(conf, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(catalogue.fields())
                .filteredOn(field -> field.number() == 8)
                .singleElement()
                .extracting(Field::weight)
                .isEqualTo(2.5);
        assertThat(catalogue.measures())
                .filteredOn(measure -> measure.number() == 35)
                .singleElement()
                .extracting(Measure::weight)
                .isEqualTo(3.0);
        assertThat(catalogue.indicator("35.2").orElseThrow().weight()).isZero();
    }

    @Test
    void aWeightIsNotNegative(@TempDir Path work) throws IOException {
        String file = "catalogue/08-culture-sport.yaml";
        assertThat(mistakes(work.resolve("field"), file, "field: 8\n", "field: 8\nweight: -1\n"))
                .singleElement(as(STRING))
                .contains("08-culture-sport.yaml:3:")
                .contains("a weight is not negative")
                .contains("Write 0 to leave it out of the scorecard");
        assertThat(mistakes(work.resolve("measure"), file, "  - measure: 35\n", "  - measure: 35\n    weight: -0.1\n"))
                .singleElement(as(STRING))
                .contains("a weight is not negative");
        assertThat(mistakes(work.resolve("id"), file, "- id: \"35.2\"\n", "- id: \"35.2\"\n        weight: much\n"))
                .singleElement(as(STRING))
                .contains("a number is needed here, not 'much'");
    }

    private static List<String> mistakes(Path work, String file, String from, String to) throws IOException {
        Path conf = TestConf.copy(work);
        String text = Files.readString(conf.resolve(file));
        Files.writeString(conf.resolve(file), text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        Problems problems = new Problems();
        CatalogueReader.read(conf, problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
