package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestSpark;
import org.minsheng.conf.ConfException;
import org.minsheng.explain.Explanation;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Member;
import org.minsheng.explain.Explanation.Part;
import org.minsheng.explain.Explanation.Use;
import org.minsheng.explain.ExplanationText;
import org.minsheng.explain.Question;
import org.minsheng.report.Words;

/** Figures of a few counties of Thalassia, each worked out by hand. */
class ExplainingTest {
    private static final String HEADER = "series,ref_area,time_period,obs_value,obs_status\n";

    @TempDir
    private static Path folder;

    /** The tables are as of 2026-02-15. */
    @BeforeAll
    static void aNight() throws IOException {
        Configuration conf = Runs.thalassia(folder);
        send(
                "2026-02-01/first.csv",
                HEADER + "people,TH101,2020,10000,A\ntap_people,TH101,2020,7000,A\n"
                        + "people,TH101,2025,10000,A\ntap_people,TH101,2025,8000,A\n"
                        + "people,TH102,2024,5000,A\npeople,TH102,2025,20000,A\ntap_people,TH102,2025,15000,A\n"
                        + "people,TH1,2025,30000,A\ntap_people,TH1,2025,27000,A\n"
                        + "clinic,TH101,2025,1,A\nclinic,TH102,2025,0,A\n"
                        + "good_samples,TH101,2025,80,A\nsamples,TH101,2025,5000,A\n"
                        + "map,TH,2025,1,A\n");
        send("2026-02-05/correction.csv", HEADER + "tap_people,TH101,2025,9000,A\n");
        send("2026-02-08/mistake.csv", HEADER + "tap_people,TH101,2025,100,A\n");
        send("2026-02-10/list.csv", "withdraw,reason\n2026-02-08/mistake.csv,wrong year\n");
        send("2026-02-20/late.csv", HEADER + "tap_people,TH101,2025,9500,A\n");
        Runs.run(conf, Instant.parse("2026-02-15T12:00:00Z"), "ingest", "quality", "progress");
    }

    private static void send(String file, String text) throws IOException {
        Path path = folder.resolve("landing").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Explanation explain(String indicator, String region, Map<String, String> more) throws IOException {
        Configuration conf = conf(more);
        Ledger ledger = Runs.ledger(conf.settings(), conf);
        return new Explaining(conf, ledger)
                .explain(
                        TestSpark.session(),
                        Question.read(conf.catalogue(), conf.regions(), indicator, region, "2025", 2026));
    }

    private static Explanation explain(String indicator, String region) throws IOException {
        return explain(indicator, region, Map.of());
    }

    private static Configuration conf(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "landing", folder.resolve("landing").toString(),
                "lake", folder.resolve("lake").toString(),
                "workbooks", folder.resolve("workbooks").toString()));
        all.putAll(more);
        return Configuration.read(folder.resolve("thalassia/conf/minsheng.yaml"), all);
    }

    private static String text(Explanation explanation) {
        Configuration conf = conf(Map.of());
        return String.join(
                "\n",
                new ExplanationText(
                                Words.in(conf.settings().language()),
                                conf.settings().timeZone())
                        .lines(explanation));
    }

    private static List<String> uses(Explanation explanation, String series) {
        return explanation.cells().stream()
                .filter(cell -> cell.series().equals(series))
                .map(cell -> cell.obsValue() + " " + cell.use())
                .toList();
    }

    /** 9000 of 10000; from 70% in 2020 to 90% in 2030 takes (90/70)^(1/10) - 1 = 2.545% a year, (90/70)^(1/5) - 1 = 5.154% were seen. */
    @Test
    void aCountysRateWithWhatWasCorrectedWithdrawnAndCameLater() throws IOException {
        Explanation explanation = explain("1.1", "TH101");
        assertThat(explanation.figure().obsValue()).isEqualTo(90);
        assertThat(explanation.figure().stored()).isTrue();
        assertThat(explanation.figure().asOf()).isEqualTo("2026-02-15T12:00:00Z");
        assertThat(uses(explanation, "people")).containsExactly("10000.0 IN_USE");
        assertThat(uses(explanation, "tap_people"))
                .containsExactly("9000.0 IN_USE", "9500.0 RECEIVED_LATER", "100.0 WITHDRAWN", "8000.0 SUPERSEDED");
        Cell withdrawn = explanation.cells().stream()
                .filter(cell -> cell.use() == Use.WITHDRAWN)
                .findFirst()
                .orElseThrow();
        assertThat(withdrawn.file()).isEqualTo("2026-02-08/mistake.csv");
        assertThat(withdrawn.because().file()).isEqualTo("2026-02-10/list.csv");
        assertThat(withdrawn.because().why()).isEqualTo("wrong year");
        assertThat(explanation.standing().rule()).isEqualTo("met");
        assertThat(text(explanation))
                .contains("With numbers: 9000 / 10000 × 100 = 90 %")
                .contains("8000 people, sent as \"8000\"")
                .contains("[not used] corrected by 2026-02-05/correction.csv, received 2026-02-05 00:00")
                .contains("[not used] withdrawn 2026-02-10 00:00 by 2026-02-10/list.csv, reason: wrong year")
                .contains("[not used] received after the time asked for")
                .contains("Status: Met. 90 % meets the target (>= 90 %)")
                .contains("Its sentence: \"Nine of ten shall have water from a tap.\"")
                .contains("by 2030 (the sentence names no year; this is the horizon of the policy)")
                .contains("Base: 2020, 70 %")
                .contains("R = observed / required = 2.02");
    }

    /** (9000 + 15000) / (10000 + 20000); TH1A7, 5000 of the 35000 people, sent nothing, and TH1 itself says 27000 of 30000. */
    @Test
    void aPrefecturesSumWithTheRegionThatIsMissing() throws IOException {
        Explanation explanation = explain("People with tap water", "TH1");
        assertThat(explanation.figure().obsValue()).isEqualTo(80);
        assertThat(explanation.rollUp().members())
                .extracting(Member::refArea, Member::part, Member::numerator, Member::obsValue)
                .containsExactly(
                        tuple("TH101", Part.IN_SUM, 9000.0, 90.0),
                        tuple("TH102", Part.IN_SUM, 15000.0, 75.0),
                        tuple("TH1A7", Part.MISSING, null, null));
        assertThat(explanation.rollUp().reportedValue()).isEqualTo(90);
        assertThat(explanation.rollUp().reportedDiffers()).isTrue();
        assertThat(explanation.flags())
                .extracting("check", "refArea", "otherValue")
                .containsExactly(tuple("jump", "TH102", 5000.0));
        assertThat(text(explanation))
                .contains("Value: 80 % (rolled up from the regions in it), provisional")
                .contains("With the sums: 24000 / 30000 × 100 = 80 %")
                .contains("2 of 3 regions are in it")
                .contains("They hold 85.714285714% of the people")
                .contains("The region itself reports 90 %: more than 0.5% away from the roll-up")
                .contains("TH101 Αγία  9000 / 10000 → 90  ← ")
                .contains("(and 3 values not used)")
                .contains("Missing (1):\n    TH1A7 Λιμάνι  not reported");
    }

    /** One of two that say something. */
    @Test
    void aShareOfCountiesWithWhoMeetsTheTarget() throws IOException {
        Explanation explanation = explain("3.1", "TH1");
        assertThat(explanation.figure().obsValue()).isEqualTo(50);
        assertThat(explanation.rollUp().members()).extracting(Member::meets).containsExactly(true, false, null);
        assertThat(explanation.standing().rule()).isEqualTo("missed.deadline");
        assertThat(text(explanation))
                .contains("Regions that meet the target / regions with a value: 1 / 2 × 100 = 50 % of counties")
                .contains("Status: Missed. The deadline 2025 is over, and 50 % of counties does not meet the target"
                        + " (100 % of counties)")
                .contains("TH101 Αγία  1 → 100, meets the target (10000 people)")
                .contains("TH102 Νέα Πόλη  0 → 0, does not meet the target (20000 people)");
    }

    /** 5000 samples are more than the catalogue takes. */
    @Test
    void whatIsMissingNamesTheCellThatCouldNotBeUsed() throws IOException {
        Explanation explanation = explain("1.3", "TH101");
        assertThat(explanation.figure().obsValue()).isNull();
        assertThat(explanation.standing().rule()).isEqualTo("no_data.not_reported");
        assertThat(explanation.rejects()).hasSize(1);
        assertThat(explanation.rejects().get(0).raw()).isEqualTo("5000");
        assertThat(text(explanation))
                .contains("Value: none (not reported, or not all that the formula needs)")
                .contains("With numbers: 80 / — × 100 = —")
                .contains("Samples (samples, 2025): none")
                .contains("No R: there is no value")
                .contains("samples,TH101,2025, \"5000\"");
    }

    @Test
    void aMilestoneUnderWay() throws IOException {
        Explanation explanation = explain("Χάρτης δικτύου", "Thalassia");
        assertThat(explanation.rollUp()).isNull();
        assertThat(explanation.standing().rule()).isEqualTo("under_way");
        assertThat(text(explanation))
                .contains("The deadline 2030 is not over; it has begun, and is not done")
                .contains("A task: done, by 2030")
                .contains("No R: tasks have stages, and no pace");
    }

    /** 8000 of 10000, before the correction came; Runs of the tables are of another time. */
    @Test
    void asOfAnotherInstantTheSameStepsAreDoneAnew() throws IOException {
        Explanation explanation = explain("1.1", "TH101", Map.of("as-of", "2026-02-03"));
        assertThat(explanation.figure().stored()).isFalse();
        assertThat(explanation.figure().obsValue()).isEqualTo(80);
        assertThat(uses(explanation, "tap_people"))
                .containsExactly(
                        "8000.0 IN_USE", "9500.0 RECEIVED_LATER", "100.0 RECEIVED_LATER", "9000.0 RECEIVED_LATER");
        assertThat(explanation.projection()).isNotEmpty();
        assertThat(text(explanation)).contains("the same steps were done anew");
        assertThat(explain("1.1", "TH101", Map.of("as-of", "2026-02-12"))
                        .figure()
                        .stored())
                .as("nothing came between the withdrawal and the instant of the tables")
                .isTrue();
        assertThatThrownBy(() -> explain("1.1", "TH101", Map.of("as-of", "2026-01-31")))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("nothing had been received on 2026-01-31. The first tables came on 2026-02-01");
    }

    /** 5000 people of the year before are a quarter, then as now; the flags of the tables are of another time. */
    @Test
    void asOfAnotherInstantFlagsAreLookedForAnew() throws IOException {
        assertThat(explain("1.1", "TH1", Map.of("as-of", "2026-02-03")).flags())
                .extracting("check", "refArea", "otherValue")
                .containsExactly(tuple("jump", "TH102", 5000.0));
    }

    /** The numbers are those of the other tests; TH1 has sent two cells, TH101 five and TH102 two. */
    @Test
    void aWorkbookHasStepsPartsAndCells() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExplanationBook.write(
                explain("1.1", "TH1"),
                conf(Map.of()).catalogue(),
                conf(Map.of("language", "both")).settings(),
                bytes);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<Map<String, Object>> steps = Books.rows(workbook.getSheet("步骤 Steps"));
            assertThat(steps)
                    .anySatisfy(step -> assertThat(step)
                            .containsEntry("步骤 Step", "计算 How it is computed")
                            .containsEntry("What is told", "With the sums: 24000 / 30000 × 100 = 80 %")
                            .containsEntry("说明", "合计：24000 / 30000 × 100 = 80 %"));
            assertThat(Books.rows(workbook.getSheet("组成 Parts")))
                    .extracting(row -> row.get("代码 Code"), row -> row.get("分子 Numerator"), row -> row.get("数值 Value"))
                    .containsExactly(
                            tuple("TH101", 9000.0, 90.0), tuple("TH102", 15000.0, 75.0), tuple("TH1A7", "—", "—"));
            List<Map<String, Object>> cells = Books.rows(workbook.getSheet("单元格 Cells"));
            assertThat(cells).hasSize(9);
            assertThat(cells)
                    .anySatisfy(cell -> assertThat(cell)
                            .containsEntry("文件 File", "2026-02-05/correction.csv")
                            .containsEntry("采用情况 Use", "【采用】 [in use]")
                            .containsEntry("数值 Value", 9000.0));
        }
    }

    @Test
    void theYearsThatHaveAFigureAreNamed() {
        Configuration conf = conf(Map.of());
        assertThatThrownBy(() -> new Explaining(conf, Runs.ledger(conf.settings(), conf))
                        .explain(
                                TestSpark.session(),
                                Question.read(conf.catalogue(), conf.regions(), "1.1", "TH101", "2035", 2026)))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("there is no figure of 1.1 for Αγία in 2035")
                .hasMessageContaining("2020, 2021, 2022, 2023, 2024, 2025");
    }

    @Test
    void anEmptyLakeSaysWhatToDo(@TempDir Path empty) {
        Configuration conf = conf(Map.of("lake", empty.resolve("lake").toString()));
        assertThatThrownBy(() -> new Explaining(conf, Runs.ledger(conf.settings(), conf)))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("Run ./minsheng nightly first");
    }

    @Test
    void machinesReadJson() throws IOException {
        assertThat(Explaining.json(explain("1.1", "TH101")))
                .contains(
                        "\"indicator\" : \"1.1\"",
                        "\"obs_value\" : 90.0",
                        "\"use\" : \"withdrawn\"",
                        "\"rule\" : \"met\"")
                .contains("\"as_of\" : \"2026-02-15T12:00:00Z\"", "\"valid_from\" : \"2021-03-25\"");
    }
}
