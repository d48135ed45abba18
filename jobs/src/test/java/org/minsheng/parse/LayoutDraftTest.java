package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.catalogue.CatalogueReader;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Problems;
import org.minsheng.run.Configuration;

/** What is drafted for tables that no layout fits: each draft reads its own file, unedited. */
class LayoutDraftTest {
    @TempDir
    private Path folder;

    private static String draft(Path file) {
        return LayoutDraft.of(file, TestLayouts.CATALOGUE, TestLayouts.REGIONS);
    }

    private static TreeSet<String> read(String draft, Path file) {
        Parsed parsed = Parsed.of(TestLayouts.of(draft).parser(), file);
        parsed.assertReconciled();
        TreeSet<String> read = new TreeSet<>();
        parsed.observed()
                .forEach(o -> read.add(MadeTable.shown(
                        o.series(),
                        o.refArea(),
                        o.year(),
                        o.value() == null ? java.math.BigDecimal.ONE.negate() : o.value())));
        return read;
    }

    /** What is not right of tables with a seed. */
    private List<String> wrong(long seed) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (MadeTable table : MadeTables.twenty(seed)) {
            Path file = table.write(folder);
            String draft = "";
            try {
                draft = draft(file);
                TreeSet<String> read = read(draft, file);
                if (!read.equals(table.expected)) {
                    TreeSet<String> lacks = new TreeSet<>(table.expected);
                    lacks.removeAll(read);
                    wrong.add(table.name + " lacks " + lacks.size() + " of " + table.expected.size() + " " + lacks
                            + "\n" + draft);
                }
            } catch (RuntimeException e) {
                wrong.add(table.name + " " + e + "\n" + draft);
            }
        }
        return wrong;
    }

    /** The rate that docs/layouts.md tells is that of these seeds. */
    @Test
    void ofTwentyTablesSixteenAtLeastAreDraftedRight() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<String> wrong = wrong(seed);
            assertThat(wrong).as("seed " + seed).hasSizeLessThanOrEqualTo(4);
        }
    }

    private TreeSet<String> drafted(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return read(draft(file), file);
    }

    @Test
    void aTotalRightBelowTheHeaderIsARowOfFigures() throws IOException {
        assertThat(drafted("total.csv", "2025年供水情况,,\n地区,农村人口(人),农村集中供水人口(人)\n合计,30,27\n农安县,10,9\n榆树市,20,18\n"))
                .containsExactly(
                        "rural_central_water 220100 2025 27",
                        "rural_central_water 220122 2025 9",
                        "rural_central_water 220182 2025 18",
                        "rural_population 220100 2025 30",
                        "rural_population 220122 2025 10",
                        "rural_population 220182 2025 20");
    }

    @Test
    void whoFilledItInIsNoPartOfTheHeaderAndNoUnit() throws IOException {
        assertThat(drafted("office.csv", "农村人口,,\n填报单位:省水利厅,,单位:万人\n地区,2024年,2025年\n农安县,1,2\n"))
                .containsExactly("rural_population 220122 2024 10000", "rural_population 220122 2025 20000");
    }

    @Test
    void theMeasureInTheTitleIsThatOfAllYears() throws IOException {
        String first = "2023-2024年农村集中供水人口（人）,,\n地区,2023,2024\n农安县,1,2\n";
        Path file = Files.writeString(folder.resolve("title.csv"), first);
        String draft = draft(file);
        assertThat(read(draft, file))
                .containsExactly("rural_central_water 220122 2023 1", "rural_central_water 220122 2024 2");
        Path next = Files.writeString(folder.resolve("next.csv"), first.replace("2024", "2025"));
        assertThat(read(draft, next))
                .as("with next year's title")
                .containsExactly("rural_central_water 220122 2023 1", "rural_central_water 220122 2025 2");
    }

    @Test
    void whatIsUncertainIsMarked() throws IOException {
        Path file = Files.writeString(folder.resolve("unsure.csv"), "地区,农村人口,乡村振兴示范点\n农安县,10,9\n某某区,20,18\n");
        assertThat(draft(file))
                .contains(
                        "# ? no year was found",
                        "# ? not read",
                        "# ? no regions that are known",
                        "某某区",
                        "no unit was found");
    }

    /** A number of people is no rate, wherever the table says that it counts people. */
    @Test
    void theUnitOfTheWholeTableSpeaksForSeriesAndAgainst() throws IOException {
        for (String unit : List.of("单位：人", "2025年残疾人康复情况（人）")) {
            Path file = Files.writeString(
                    folder.resolve("people.csv"), "2025年康复情况,\n" + unit + ",\n地区,接受基本康复服务人数\n农安县,1200\n");
            assertThat(draft(file))
                    .containsPattern("series: rehab_served, unit: (corner|'人')")
                    .containsPattern("# +.{0,3}rehab_served .*unit")
                    .doesNotContain("series: rehab_rate_reported");
        }
        // What a header says itself goes before, and so does a name that is the series' own.
        Path rates = Files.writeString(
                folder.resolve("rates.csv"), "2025年康复情况,\n单位：人,\n地区,接受服务的比例(%),基本康复服务率（上报）\n农安县,90,80\n");
        assertThat(draft(rates)).contains("series: rehab_rate_reported, unit: '%'");
    }

    /** Whoever begins has no series yet, and loses nothing that the table says. */
    @Test
    void beforeThereAreSeriesUnitAndOfficeAreKept() throws IOException {
        Path conf = TestConf.copy(folder);
        try (Stream<Path> files = Files.list(conf.resolve("catalogue"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Path file = Files.writeString(
                folder.resolve("first.csv"), "填报单位：省水利厅,,\n单位：万人,,\n地区,2025年农村人口,2025年供水量（吨）\n农安县,1,2\n");
        String draft = LayoutDraft.of(file, CatalogueReader.read(conf, new Problems()), TestLayouts.REGIONS);
        assertThat(draft)
                .contains("# provider: 省水利厅\n# ? that office owes no series of the catalogue yet")
                .contains("corner: ")
                .contains("series: '?', unit: corner}", "the catalogue has no series yet");
        Files.writeString(conf.resolve("units.yaml"), "units: []\n");
        assertThat(LayoutDraft.of(file, CatalogueReader.read(conf, new Problems()), TestLayouts.REGIONS))
                .contains("# ? the table names the unit 万人, which units.yaml does not have");
    }

    private String draftOfThalassia(String text) throws IOException {
        Configuration conf = Configuration.read(TestConf.THALASSIA.resolve("conf/minsheng.yaml"), Map.of());
        return LayoutDraft.of(Files.writeString(folder.resolve("t.csv"), text), conf.catalogue(), conf.regions());
    }

    @Test
    void codesAreThoseOfTheRegionsWhateverTheyLookLike() throws IOException {
        assertThat(draftOfThalassia(
                        "2025\nΚωδικός,Δήμος,Νοικοκυριά\nTHX3-1,Χιόνι,10\nTHX3-22,Πεύκα,20\nTH203,Πηγές,30\n"))
                .contains("  column: 'Δήμος'\n  agrees: 'Κωδικός'\n");
    }

    @Test
    void aRegionIsThatOfToday() throws IOException {
        assertThat(draftOfThalassia("Πηγές 2025\nΤίτλος,2024,2025\nΝοικοκυριά,1,2\n"))
                .contains("region: {fixed: \"TH203\"}  # Πηγές");
    }

    @Test
    void aLetterGetsNoDraft() throws IOException {
        Path letter = Files.writeString(
                folder.resolve("letter.txt"), "省统计局:\n  现报送2025年数据,请查收。\n  联系人:张三,电话:0431-12345678\n");
        assertThatThrownBy(() -> draft(letter))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("no table was found");
    }
}
