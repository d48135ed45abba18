package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ProgressTable;
import org.minsheng.query.Tables;
import org.minsheng.query.sdmx.Sdmx;
import org.minsheng.storage.NewFile;

/**
 * A night on an invented province, {@code thalassia/} of the resources, where nothing is as in Jilin: nothing of Jilin is in
 * the code, and so nothing of it shows here. Expected figures are worked out by hand from its tables.
 */
class OtherProvinceTest {
    /** Still 30 June in Thalassia, two and a half hours behind. */
    private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

    private static final List<String> COUNTIES =
            List.of("TH101", "TH102", "TH1A7", "TH201", "TH202", "TH203", "THX3-1", "THX3-22");
    private static final Pattern CHINESE = Pattern.compile("[\\u3001-\\u303F\\u4E00-\\u9FFF\\uFF00-\\uFFEF]");

    private static final Pattern JILIN = Pattern.compile("(?i)jilin");
    private static final Pattern LEVELS_OF_JILIN =
            Pattern.compile("[县州省]|(?i)\\b(county|counties|prefectures?|province)\\b");

    @TempDir
    static Path work;

    private static Path file;
    private static RunResult night;

    @BeforeAll
    static void runOnce() throws IOException {
        file = TestConf.thalassia(work);
        Configuration conf =
                Configuration.read(file, Map.of("lake", work.resolve("lake").toString()));
        sendRoads(work.resolve("landing/2026-02-12/δρόμοι.xlsx"));
        sendWorks(work.resolve("landing/2026-02-12/έργα.xlsx"));
        sendClinics(conf, Files.createDirectories(work.resolve("landing/2026-02-13")));
        night = Runs.run(conf, AS_OF);
    }

    /** Ten villages a county; eight of them have a road in 2024, nine in 2025. */
    private static void sendRoads(Path to) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (int year : List.of(2024, 2025)) {
                Sheet sheet = workbook.createSheet("Έτος " + year);
                put(sheet, 0, "Κωδικός", "Χωριά", "");
                put(sheet, 1, "", "Όλα", "Με δρόμο");
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
                sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
                int paved = year == 2024 ? 8 : 9;
                for (int i = 0; i < COUNTIES.size(); i++) {
                    put(sheet, 2 + i, COUNTIES.get(i), 10, paved);
                }
                put(sheet, 2 + COUNTIES.size(), "Σύνολο", 80, 8 * paved);
            }
            write(workbook, to);
        }
    }

    private static void sendWorks(Path to) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            put(sheet, 0, "Έργο", "Έτος 2020", "Έτος 2022", "Έτος 2025");
            put(sheet, 1, "Νέοι δρόμοι", 0, 90, 150);
            put(sheet, 2, "Χάρτης δικτύου", "όχι ακόμη", "σε εξέλιξη", "έτοιμο");
            write(workbook, to);
        }
    }

    /** By the template of the health service: six counties have a centre, Μύλοι has none, and Χιόνι says nothing. */
    private static void sendClinics(Configuration conf, Path folder) throws IOException {
        byte[] template = Templates.write(
                TestSpark.session(), conf, new AsOf(AS_OF, conf.settings().timeZone()), "Health Service", 2025);
        Files.write(work.resolve("template.xlsx"), template);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(template))) {
            Sheet sheet = workbook.getSheet("Municipalities");
            for (int i = 0; i < COUNTIES.size(); i++) {
                Row row = sheet.getRow(TemplateForm.FIRST_ROW + i);
                String code = row.getCell(0).getStringCellValue();
                assertThat(code).isEqualTo(COUNTIES.get(i));
                if (!code.equals("THX3-1")) {
                    row.getCell(3).setCellValue(code.equals("TH202") ? "όχι" : "ναι");
                }
            }
            write(workbook, folder.resolve("υγεία.xlsx"));
        }
    }

    private static void put(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof Integer figure) {
                cell.setCellValue(figure);
            } else {
                cell.setCellValue((String) values[i]);
            }
        }
    }

    private static void write(Workbook workbook, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            workbook.write(out);
        }
    }

    private static org.apache.spark.sql.Row progress(String indicator, String region) {
        return Runs.table(work, "progress")
                .filter("latest AND indicator = '" + indicator + "' AND ref_area = '" + region + "'")
                .first();
    }

    private static void assertStands(String indicator, String region, double value, String status) {
        org.apache.spark.sql.Row row = progress(indicator, region);
        assertThat(row.<Double>getAs("obs_value")).as(indicator + " " + region).isCloseTo(value, within(1e-6));
        assertThat(row.<String>getAs("status")).as(indicator + " " + region).isEqualTo(status);
    }

    /** Two lines of νερό.csv name no county for certain; all else is read. */
    @Test
    void whatCannotBeReadIsToldAndNothingElse() {
        assertThat(Runs.table(work, "reject").orderBy("cell").collectAsList())
                .extracting(r -> r.<String>getAs("cell") + " " + r.getAs("reason") + " " + r.getAs("detail"))
                .containsExactly("B26 unknown_region Νομός Όρους: Πεύκα", "B27 unknown_region Νομός Όρους: Αγία");
        assertThat(night.counts()).containsEntry("files_found", 5L).containsEntry("files_read", 5L);
    }

    /** Folders are days of the province: 3:30 in the morning of Greenwich. Πηγές is told by the code of the year. */
    @Test
    void timesAndCodesAreThoseOfTheProvince() {
        assertThat(Runs.table(work, "submission")
                        .filter("file LIKE '2026-02-10%'")
                        .first()
                        .<Timestamp>getAs("received_at")
                        .toInstant())
                .isEqualTo(Instant.parse("2026-02-10T03:30:00Z"));
        assertThat(Runs.table(work, "observation")
                        .filter("series = 'tap_people' AND ref_area IN ('TH9', 'TH203')")
                        .orderBy("time_period")
                        .collectAsList())
                .extracting(r -> r.getAs("time_period") + " " + r.getAs("ref_area"))
                .containsExactly("2020 TH9", "2022 TH203", "2025 TH203");
    }

    /**
     * People with tap water, 90% by 2030. From 2020 to 2025 R is, say for Νέα Πόλη, ((75/50)^(1/5) - 1) / ((90/50)^(1/10) - 1)
     * = 8.447% / 6.054% = 1.395; for Αγία of Κάμπος 0.658% / 1.840% = 0.358. The province has 43 400 of the 56 000 people of
     * the seven counties that reported.
     */
    @Test
    void aLevelIsJudgedByItsPace() {
        assertStands("1.1", "TH101", 90, "met");
        assertStands("1.1", "TH102", 75, "on_track");
        assertStands("1.1", "TH1A7", 80, "lost");
        assertStands("1.1", "TH201", 77.5, "behind");
        assertStands("1.1", "TH203", 70, "on_track");
        assertStands("1.1", "THX3-22", 60, "reversing");
        assertThat(progress("1.1", "TH102").<Double>getAs("pace_ratio")).isCloseTo(1.3953, within(1e-4));
        assertThat(progress("1.1", "TH201").<Double>getAs("pace_ratio")).isCloseTo(0.3576, within(1e-4));
        assertStands("1.1", "TH1", 80, "on_track"); // 28 000 of 35 000
        assertStands("1.1", "TH", 77.5, "on_track");
        assertThat(progress("1.1", "TH").<Boolean>getAs("provisional")).isTrue();
    }

    /** 1800 m³ of 8000 are lost, and no more than a fifth should be in 2025; 600 of 700 samples are clean, after 640 of 800. */
    @Test
    void theOtherKindsOfTarget() {
        assertStands("1.2", "TH", 22.5, "missed");
        assertStands("1.2", "TH101", 15, "met");
        assertStands("1.3", "TH", 600 / 7.0, "on_track");
        assertStands("2.1", "TH", 90, "on_track");
        assertStands("2.2", "TH", 150, "slow");
        assertStands("3.1", "TH", 600 / 7.0, "missed");
        assertThat(progress("3.1", "TH").<String>getAs("value_is")).isEqualTo("share_of_counties");
        assertStands("4.m1", "TH", 2, "met");
    }

    @Test
    void eachReaderHasAWorkbook() {
        assertThat(night.workbooks())
                .extracting(path ->
                        work.resolve("var/workbooks").relativize(Path.of(path)).toString())
                .hasSize(2 * (1 + 3 + 8 + 3))
                .contains(
                        "1-country/Thalassia-livelihood-targets-brief.xlsx",
                        "1-country/Thalassia-livelihood-targets-annex.xlsx",
                        "2-departments/TH1-Department of the Bay-brief.xlsx",
                        "2-departments/TH2-Νομός Κάμπου-brief.xlsx",
                        "3-municipalities/TH102-Department of the Bay-Nea Poli-brief.xlsx",
                        "3-municipalities/THX3-22-Νομός Όρους-Πεύκα-brief.xlsx",
                        "4-lead-offices/Health Service-annex.xlsx",
                        "4-lead-offices/Υπηρεσία Δρόμων-annex.xlsx");
    }

    @Test
    void theProvincesWorkbookShowsItsFigures() throws IOException {
        try (Workbook workbook = open(night.workbooks().get(1))) {
            Map<String, Object> water = row(workbook.getSheet("Targets"), "No.", "1.1");
            assertThat(water.get("Target")).isEqualTo("≥ 90 %");
            assertThat(water.get("Value")).isEqualTo(77.5);
            assertThat(water.get("Status")).isEqualTo("On track");
            assertThat(water.get("Lead office")).isEqualTo("Water Service");
            assertThat(row(workbook.getSheet("Details"), "Code", "TH201").get("Region"))
                    .isEqualTo("Αγία");
            assertThat(row(workbook.getSheet("Details"), "Code", "TH102").get("Region"))
                    .isEqualTo("Nea Poli");
            assertThat(row(workbook.getSheet("Municipalities"), "Code", "TH1A7"))
                    .containsEntry("Municipality", "Limani Harbour")
                    .containsEntry("Department", "Department of the Bay");
            assertThat(workbook.getSheet("Cover").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Thalassia, years up to 31 December 2025, last received 2026-02-13");
            assertThat(text(workbook.getSheet("Cover"))).contains("Charter of Thalassia", "Βουλή της Θαλασσίας");
            assertThat(text(workbook.getSheet("Reporting")))
                    .contains("Each service reports by 31 October. Regions are named");
        }
    }

    @Test
    void theBriefShowsItsCounties() throws IOException {
        try (Workbook workbook = open(night.workbooks().get(0))) {
            assertThat(text(workbook.getSheet("Map")))
                    .contains("Nea Poli", "Limani", "Πεύκα")
                    .doesNotContain("Harbour");
            assertThat(text(workbook.getSheet("One page"))).contains("Thalassia", "Municipalities with fewest");
        }
    }

    @Test
    void nothingInTheWorkbooksIsChinese() throws IOException {
        for (String path : night.workbooks()) {
            assertHasNothing(path, CHINESE, JILIN);
        }
        assertHasNothing(work.resolve("template.xlsx").toString(), CHINESE, JILIN);
    }

    /** Its policy has a country, departments and municipalities; in the Chinese half of a workbook, too. */
    @Test
    void levelsAreCalledAsItsPolicyCallsThem() throws IOException {
        Configuration both = Configuration.read(
                file,
                Map.of(
                        "lake", work.resolve("lake").toString(),
                        "workbooks", work.resolve("both").toString(),
                        "language", "both"));
        List<String> workbooks = Runs.run(both, AS_OF, "report").workbooks();
        assertThat(workbooks).hasSize(night.workbooks().size()).anyMatch(path -> path.contains("/3-Δήμος/TH102-"));
        for (String path : workbooks) {
            assertHasNothing(path, LEVELS_OF_JILIN);
        }
        for (String path : night.workbooks()) {
            assertHasNothing(path, LEVELS_OF_JILIN);
        }
        try (Workbook workbook = open(workbooks.get(1))) {
            assertThat(text(workbook.getSheet("Δήμος对照表 Municipalities")))
                    .contains("各Δήμος目标达标情况", "municipalities by targets", "Νέα Πόλη Nea Poli");
            assertThat(text(workbook.getSheet("目标一览 Targets"))).contains("达标Δήμος数", "Δήμος数含与Δήμος并列报送");
            assertThat(text(workbook.getSheet("Νομός对照表 Departments"))).contains("Νομός Όρμου Department of the Bay");
        }
    }

    /** Of code lists, in which other programs look up what codes mean. */
    @Test
    void codesHaveTheirEnglishNames() throws Exception {
        org.apache.hadoop.conf.Configuration hadoop = new org.apache.hadoop.conf.Configuration();
        Configuration conf = Configuration.read(file, Map.of());
        new Sdmx(
                        new Tables(TestSpark.session(), work.resolve("lake").toString()),
                        new AsOf(AS_OF, conf.settings().timeZone()),
                        conf::words)
                .write(
                        ProgressTable.TABLE,
                        "OFFICE",
                        new NewFile(work.toString(), "p.csv", hadoop),
                        new NewFile(work.toString(), "p.xml", hadoop));
        assertThat(Files.readString(work.resolve("p.xml")))
                .contains(
                        "xml:lang=\"zh\">Νέα Πόλη<",
                        "xml:lang=\"en\">Nea Poli<",
                        "xml:lang=\"en\">Share of municipalities that meet the target<",
                        "xml:lang=\"zh\">达标Δήμος占比<");
    }

    private static void assertHasNothing(String path, Pattern... unwanted) throws IOException {
        try (Workbook workbook = open(path)) {
            for (Sheet sheet : workbook) {
                for (Pattern one : unwanted) {
                    assertThat(sheet.getSheetName() + "\n" + text(sheet))
                            .as(path)
                            .doesNotContainPattern(one);
                }
            }
        }
    }

    private static Workbook open(String path) throws IOException {
        return WorkbookFactory.create(Path.of(path).toFile(), null, true);
    }

    private static Map<String, Object> row(Sheet sheet, String header, String text) {
        return Books.rows(sheet).stream()
                .filter(row -> text.equals(row.get(header)))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Sheet sheet) {
        StringBuilder all = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> all.append(cell).append('\n')));
        return all.toString();
    }

    @Test
    void theCommandsThatNeedNoSpark() {
        assertThat(command("check"))
                .startsWith("No mistakes: 1 fields, 4 measures, 7 indicators, 11 series, 3 layouts, 13 regions.");
        assertThat(command("catalogue", "--format", "csv", "--kind", "at-most").lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("1,Water and roads,1,Drinking water,1.2,Water lost,at-most,<=,20,%,2025,stated,county,"
                        + "Υπηρεσία Υδάτων,");
        assertThat(command("catalogue", "--kind", "at-most"))
                .contains("Water Service")
                .doesNotContain("Υπηρεσία");
        for (String office : List.of("Water Service", "Υπηρεσία Υδάτων")) {
            assertThat(command("catalogue", "--format", "csv", "--lead", office).lines())
                    .hasSize(4);
        }
    }

    private static String command(String name, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[options.length + 3];
        words[0] = name;
        words[1] = "--conf";
        words[2] = file.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        assertThat(Minsheng.run(words, new PrintWriter(out, true), new PrintWriter(err, true)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }
}
