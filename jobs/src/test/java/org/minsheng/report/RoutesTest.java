package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;

/** Which workbooks show a row, on the policy and the divisions of Jilin. */
class RoutesTest {
    private static final String ROW = "row";
    private static final String PROVINCE = "220000";
    private static final String CHANGCHUN = "220100";
    private static final String NONGAN = "220122";
    private static final String WATER = "省水利厅";

    /** The subjects of the workbooks, by the row that they show. */
    private static Map<String, List<String>> shown;

    private static Row row(String name, String area, String topic) {
        return RowFactory.create(name, area, topic);
    }

    @BeforeAll
    static void route() {
        List<Scope> scopes = Scope.all(
                WorkbookFixture.CONF.catalogue(),
                WorkbookFixture.CONF.regions(),
                Words.in(Language.ZH, LevelNames.usualOnes()));
        List<Row> rows = List.of(
                row("a county's figure", NONGAN, Routes.INDICATOR + WorkbookFixture.WATER),
                row("a county's series", NONGAN, Routes.SERIES + "rural_reliable_water"),
                row("a county under its old code", "220381", Routes.INDICATOR + WorkbookFixture.WATER),
                row("a county's standing", Routes.FOCUS + NONGAN, Routes.INDICATOR + WorkbookFixture.WATER),
                row("what is owed for another office's target", NONGAN, Routes.SERIES + "minimum_wage"),
                row("a county's score", NONGAN, Routes.WHOLE),
                row("what an office owes", PROVINCE, Routes.OFFICE + WATER),
                row("what nobody knows", Routes.UNKNOWN, Routes.UNKNOWN),
                row("a region that is none", "990000", Routes.INDICATOR + WorkbookFixture.WATER),
                row("an indicator that is none", NONGAN, Routes.INDICATOR + "99.9"),
                row("what is said everywhere", Routes.EVERY, Routes.EVERY));
        shown = new TreeMap<>();
        new Routes(session(), WorkbookFixture.CONF.catalogue(), WorkbookFixture.CONF.regions(), scopes)
                .route(session()
                        .createDataFrame(
                                rows,
                                StructType.fromDDL(
                                        ROW + " string, " + Routes.AREA + " string, " + Routes.TOPIC + " string")))
                .orderBy(ROW, Routes.BOOK)
                .collectAsList()
                .forEach(row -> shown.computeIfAbsent(row.getAs(ROW), first -> new ArrayList<>())
                        .add(scopes.get(row.getAs(Routes.BOOK)).id()));
        shown.put("all", scopes.stream().map(Scope::id).toList());
    }

    @Test
    void aFigureIsInTheBooksOfItsRegionOfThoseAboveAndOfItsOffice() {
        assertThat(shown.get("a county's figure")).containsExactly(PROVINCE, CHANGCHUN, NONGAN, WATER);
        assertThat(shown.get("a county's series")).containsExactly(PROVINCE, CHANGCHUN, NONGAN, WATER);
    }

    /** 公主岭市 was 220381 below 四平市 until 2019, and is 220184 below 长春市. */
    @Test
    void aFigureUnderAnOldCodeIsInTheBooksOfTheRegionOfToday() {
        assertThat(shown.get("a county under its old code")).containsExactly(PROVINCE, CHANGCHUN, "220184", WATER);
    }

    @Test
    void aRegionsStandingIsInItsOwnBookAndItsScoreInNoOffices() {
        assertThat(shown.get("a county's standing")).containsExactly(NONGAN);
        assertThat(shown.get("a county's score")).containsExactly(PROVINCE, CHANGCHUN, NONGAN);
    }

    @Test
    void whatAnOfficeOwesIsInTheProvincesBookAndItsOwn() {
        assertThat(shown.get("what an office owes")).containsExactly(PROVINCE, WATER);
    }

    @Test
    void whatNobodyKnowsIsInTheProvincesBookAlone() {
        assertThat(shown.get("what nobody knows")).containsExactly(PROVINCE);
        assertThat(shown).doesNotContainKeys("a region that is none", "an indicator that is none");
    }

    @Test
    void whatIsSaidEverywhereIsInAll() {
        assertThat(shown.get("what is said everywhere")).isEqualTo(shown.get("all"));
    }

    /** The minimum wage is the measure of what 省民政厅 pays, and 省人力资源和社会保障厅 sends it. */
    @Test
    void aSeriesIsInTheBookOfTheOfficeThatSendsIt() {
        assertThat(shown.get("what is owed for another office's target"))
                .containsExactlyInAnyOrder(PROVINCE, CHANGCHUN, NONGAN, "省民政厅", "省人力资源和社会保障厅");
    }
}
