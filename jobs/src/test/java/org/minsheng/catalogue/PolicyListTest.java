package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.OnJilin;
import org.minsheng.TestConf;
import org.minsheng.conf.Problems;

/** Holds the catalogue against the policy's own text and against the list of its numbers, which was made from the text. */
@OnJilin
class PolicyListTest {
    private static final Catalogue CATALOGUE = CatalogueReader.read(TestConf.HOME.resolve("conf"), new Problems());
    private static final String TEXT = text();
    /** The day on which the policy was issued: its own numbers, before any revision. */
    private static final LocalDate ISSUED = LocalDate.of(2019, 7, 16);

    private static String text() {
        try {
            return Files.readString(TestConf.HOME.resolve("docs/policy/guiding-opinion-2019.txt"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> numbers() throws IOException {
        Path file = TestConf.HOME.resolve("jobs/src/test/resources/policy/targets.csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    @Test
    void thereAre72Numbers() throws IOException {
        assertThat(numbers()).hasSize(72);
        Set<String> ids =
                numbers().stream().map(row -> row.getField("target_id")).collect(Collectors.toSet());
        assertThat(CATALOGUE.indicators().map(Indicator::id).filter(id -> !id.contains("m")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void eachNumberOfThePolicyIsInTheCatalogue(NamedCsvRecord row) {
        Indicator indicator = CATALOGUE.indicator(row.getField("target_id")).orElseThrow();
        Target target = indicator.target(ISSUED).orElseThrow();
        assertThat(target.kind().word()).isEqualTo(row.getField("kind").replace('_', '-'));
        assertThat(target.kind().operator().sign()).isEqualTo(row.getField("operator"));
        if (row.getField("value").isEmpty()) {
            assertThat(target.kind().value()).isNull();
        } else {
            assertThat(target.kind().value()).isEqualByComparingTo(new BigDecimal(row.getField("value")));
        }
        assertThat(indicator.unit().name()).isEqualTo(row.getField("unit"));
        assertThat(target.deadline()).isEqualTo(Integer.parseInt(row.getField("deadline")));
        assertThat(target.deadlineStated())
                .isEqualTo(row.getField("deadline_is").equals("stated"));
        assertThat(indicator.level().word()).isEqualTo(row.getField("measured_at"));
        assertThat(indicator.lead()).isEqualTo(row.getField("lead_unit"));
        assertThat(indicator.title().zh()).isEqualTo(row.getField("indicator_zh"));
    }

    static Stream<Indicator> indicators() {
        return CATALOGUE.indicators();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void eachQuoteStandsInThePolicyWordForWord(Indicator indicator) {
        assertThat(TEXT).contains(indicator.target(ISSUED).orElseThrow().quote());
    }

    @Test
    void theMeasuresAreThoseOfTheTextWithTheirFirstUnitAsLead() {
        assertThat(CATALOGUE.fields()).extracting(Field::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(CATALOGUE.measures().map(Measure::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 39).boxed().toList());
        CATALOGUE.measures().forEach(measure -> {
            Matcher heading = Pattern.compile("(?m)^\\s*" + measure.number() + "\\.([^。]+)。.*?\\[责任单位[::]([^、,,\\]]+)")
                    .matcher(TEXT);
            assertThat(heading.find()).as("measure " + measure.number()).isTrue();
            assertThat(measure.title().zh()).isEqualTo(heading.group(1));
            assertThat(measure.lead()).isEqualTo(heading.group(2));
        });
    }

    @Test
    void theSixteenMeasuresWithoutANumberHaveAMilestone() {
        Set<Integer> without = new TreeSet<>();
        CATALOGUE.measures().forEach(measure -> {
            if (measure.indicators().stream()
                    .allMatch(i -> i.target(ISSUED).orElseThrow().kind() instanceof TargetKind.Milestone)) {
                without.add(measure.number());
                assertThat(measure.indicators()).isNotEmpty();
            }
        });
        assertThat(without).containsExactly(1, 3, 6, 8, 12, 13, 14, 16, 22, 23, 24, 27, 29, 36, 38, 39);
    }

    @Test
    void theRevisedNumberHoldsFromItsDayOn() {
        Indicator sports = CATALOGUE.indicator("35.2").orElseThrow();
        assertThat(sports.target(LocalDate.of(2021, 12, 31))
                        .orElseThrow()
                        .kind()
                        .value())
                .isEqualByComparingTo("2.2");
        assertThat(sports.target(LocalDate.of(2022, 1, 1)).orElseThrow().kind().value())
                .isEqualByComparingTo("2.6");
    }
}
