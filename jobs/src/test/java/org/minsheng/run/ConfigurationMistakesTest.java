package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;
import org.minsheng.conf.ConfException;

/** Seeds one mistake after another into a configuration: each is found, at its line, with what would be right. */
class ConfigurationMistakesTest {
    /**
     * A mistake.
     *
     * @param file below conf/
     * @param from a text of the file, whose first place is changed
     * @param to what stands there instead
     * @param at a text whose line is the one that the message has to name
     * @param says what the message has to say
     */
    record Mistake(String file, String from, String to, String at, String says) {
        @Override
        public String toString() {
            return file + ": " + says;
        }
    }

    private static Mistake m(String file, String from, String to, String at, String says) {
        return new Mistake(file, from, to, at, says);
    }

    private static Mistake levels(String said, String says) {
        return block("levels", said, says);
    }

    private static Mistake offices(String said, String says) {
        return block("offices", said, says);
    }

    /** A block that the policy may do without, in a line of its own. */
    private static Mistake block(String key, String said, String says) {
        String line = key + ": {" + said + "}";
        return m("policy.yaml", "\ncoverage:", "\n" + line + "\ncoverage:", line, says);
    }

    static Stream<Mistake> mistakes() {
        String sport = "catalogue/08-culture-sport.yaml";
        String social = "catalogue/03-social-security.yaml";
        String transport = "catalogue/07-transport.yaml";
        String health = "catalogue/05-health.yaml";
        String rehab = "layouts/rehabilitation.yaml";
        String grounds = "layouts/sports-grounds.yaml";
        return Stream.of(
                // settings
                m("minsheng.yaml", "lake: ", "laek: ", "laek", "'laek' is not known here. Did you mean 'lake'?"),
                m("minsheng.yaml", "language: zh", "language: cn", "language: cn", "'cn' is not one of zh, en, both"),
                m("minsheng.yaml", "as-of: now", "as-of: 2025-13-01", "as-of: 2025", "'2025-13-01' is not an instant"),
                m("minsheng.yaml", "divisions: today", "divisions: now", "divisions: now", "not one of today, then"),
                m("minsheng.yaml", "workbooks: var", "workbooks:\n#", "workbooks:", "a text is needed here"),
                m("minsheng.yaml", "language: zh", "language: zh\nlanguage: en", "language: en", "a second time"),
                m("minsheng.yaml", "language: zh", "\tlanguage: zh", "\tlanguage: zh", "this is not YAML"),
                // policy
                m(
                        "policy.yaml",
                        "    district: {",
                        "    all: {zh: 全部, en: all}\n    district: {",
                        "all: {",
                        "stands for all counties"),
                m("policy.yaml", "issued: 2019-07-16", "issued: 16.7.2019", "issued: 16", "a date is needed here"),
                m("policy.yaml", "horizon: 2025", "horizon: 2018", "horizon: 2018", "not after the base year 2018"),
                m("policy.yaml", "horizon: 2025", "horizon: 2025.5", "horizon: 2025.5", "a whole number from"),
                m("policy.yaml", "slow: 0.60", "slow: 0.99", "slow: 0.99", "'slow' is above 'on-track'"),
                m("policy.yaml", "on-track: 0.015", "on-track: 0.001", "on-track: 0.001", "'slow' is above 'on-track'"),
                m("policy.yaml", "coverage: 0.5", "coverage: 50", "coverage: 50", "a share from 0 to 1"),
                m("policy.yaml", "valid-to: 2026-12-31", "valid-to: soon", "valid-to: soon", "a date is needed here"),
                m("policy.yaml", "province: 民生", "provinz: 民生", "provinz", "'provinz' is not known here"),
                m("policy.yaml", "farthest: 5", "farthest: 0", "farthest: 0", "a whole number from"),
                m("policy.yaml", "model: drift", "model: drfit", "model: drfit", "Did you mean 'drift'?"),
                m("policy.yaml", "scale: natural", "scale: linear", "scale: linear", "not one of natural, log, logit"),
                m("policy.yaml", "jump: 3", "jump: 1", "jump: 1", "must be above 1"),
                m("policy.yaml", "report-due: 12-31", "report-due: 31.12", "report-due: 31.12", "Write it like 12-31"),
                m("policy.yaml", "tolerance: 0.005", "tolerance: ０.０05", "tolerance: ０", "Write 0.005"),
                levels("county: {zh: {nam: 县}}", "the key 'nam' is not known here. Did you mean 'name'?"),
                levels("county: {zh: {short: 县}}", "the key 'name' is missing"),
                levels("county: {zh: 县}", "keys with values are needed here"),
                levels("county: {en: {one: county}}", "the key 'many' is missing"),
                levels("province: {en: {one: country, many: countries}}", "the key 'many' is not known here"),
                levels("shire: {en: {one: shire}}", "'shire' is not known here"),
                levels("county: {zh: {name: 县/区}}", "'县/区' cannot be a part of the name of a sheet"),
                levels("county: {en: {one: '{0}', many: counties}}", "'{0}' cannot be a part of the name of a sheet"),
                levels("county: {zh: {name: 市（州）}}", "two levels are called '市（州）'"),
                levels("county: {en: {one: part, many: Prefectures}}", "two levels are called 'Prefectures'"),
                levels(
                        "county: {en: {one: local authority, many: local authorities}}",
                        "Write names that have at most 21 characters together"),
                offices("省水务厅: Water", "nothing in the catalogue names the office '省水务厅'. Did you mean '省水利厅'?"),
                offices("省水利厅: [Water]", "a text is needed here"),
                offices("省水利厅: Office, 省教育厅: office", "another office is called 'office' too"),
                // units
                m("units.yaml", "factor: 10000, en: ha", "factor: 0, en: ha", "en: ha", "must be above zero"),
                m("units.yaml", "{unit: 公顷,", "{unit: 平方米,", "en: ha", "the unit '平方米' stands here a second time"),
                m("units.yaml", "factor: 10000, en: ha", "factor: 一万, en: ha", "en: ha", "a number is needed here"),
                m(
                        "units.yaml",
                        "dimension: area, factor: 10000, en: ha",
                        "factor: 10000, en: ha",
                        "en: ha",
                        "the key 'dimension' is missing"),
                // series
                m(sport, "unit: 平方米\n    level", "unit: 平方\n    level", "unit: 平方\n", "Did you mean '平方米'?"),
                m(sport, "level: county", "level: conty", "level: conty", "Did you mean 'county'?"),
                m(sport, "least: 0", "least: 90000000", "least: 90000000", "'least' is above 'most'"),
                m(
                        sport,
                        "id: sports_facilities",
                        "id: sports_area",
                        "id: sports_area\n    title: {zh: 公共",
                        "is defined a second time"),
                m(sport, "    level: county\n", "", "id: sports_area", "the key 'level' is missing"),
                m(
                        sport,
                        "title: {zh: 体育场地面积, en: Sports-ground area}",
                        "title: 体育场地面积",
                        "title: 体育场地面积",
                        "keys with values are needed here"),
                m(
                        sport,
                        ", en: Sports-ground area}",
                        ", eng: Sports-ground area}",
                        "eng: Sports",
                        "'eng' is not known here"),
                // measures and indicators
                m(sport, "measure: 34", "measure: 32", "measure: 32", "measure 32 stands here a second time"),
                m(sport, "measure: 34", "measure: ３4", "measure: ３4", "Write 34"),
                m(sport, "id: \"35.2\"", "id: \"36.2\"", "id: \"36.2\"", "has to begin with '35.'"),
                m(
                        sport,
                        "id: \"35.2\"",
                        "id: \"35.1\"",
                        "id: \"35.1\"\n        title: {zh: 人均",
                        "defined a second time"),
                m(sport, "decimals: 2", "decimals: two", "decimals: two", "a number is needed here"),
                m(
                        sport,
                        "roll-up: share-of-counties",
                        "roll-up: share-of-county",
                        "roll-up: share-of-county\n",
                        "Did you mean 'share-of-counties'?"),
                m(sport, "    lead: 省文化旅游厅\n", "", "measure: 34", "the key 'lead' is missing"),
                m(sport, "indicators:", "indicator:", "indicator:", "Did you mean 'indicators'?"),
                // formulas
                m(
                        sport,
                        "numerator: sports_area",
                        "numerator: sport_area",
                        "numerator: sport_area",
                        "Did you mean 'sports_area'?"),
                m(sport, "        per: 人\n", "", "numerator: sports_area", "平方米 over 人 does not give 平方米"),
                m(
                        social,
                        "numerator: rehab_served",
                        "numerator: minimum_wage",
                        "numerator: minimum_wage",
                        "元/月 over 人 does not give %"),
                m(
                        transport,
                        "denominator: central_urban_area\n          scale: 100",
                        "denominator: central_urban_area\n          scale: 1",
                        "numerator: stop_500m_area",
                        "Write 'scale: 100'"),
                m(
                        transport,
                        "denominator: central_urban_area\n          scale: 100",
                        "denominator: central_urban_area\n          scale: -100",
                        "scale: -100",
                        "above zero"),
                m(
                        social,
                        "denominator: {series: dibao_urban, lag: 1}",
                        "denominator: {series: dibao_urban, lag: 11}",
                        "lag: 11",
                        "a whole number from 0 to 10"),
                m(
                        social,
                        "denominator: {series: dibao_urban, lag: 1}",
                        "denominator: {series: dibao_urban, leg: 1}",
                        "leg: 1",
                        "Did you mean 'lag'?"),
                m(
                        social,
                        "denominator: {series: dibao_urban, lag: 1}",
                        "denominator: []",
                        "denominator: []",
                        "at least one series"),
                m(
                        health,
                        "numerator: elderly_home",
                        "numerator: [elderly_home, carer_done]",
                        "numerator: [elderly_home",
                        "different units: 万人, 人"),
                m(
                        health,
                        "numerator: disease_done",
                        "numerator: tcm_centres",
                        "numerator: tcm_centres",
                        "家 over 例 does not give %"),
                m(
                        "catalogue/02-employment.yaml",
                        "denominator: zero_job_all",
                        "denominator: {serie: zero_job_all}",
                        "{serie: zero",
                        "the key 'series' is missing"),
                m(
                        "catalogue/02-employment.yaml",
                        "numerator: graduates_employed",
                        "numerator: veteran_train_done",
                        "numerator: veteran_train_done\n          denominator: graduates",
                        "reported at different levels: county, province"),
                // targets
                m(sport, "kind: level", "kind: levl", "kind: levl", "Did you mean 'level'?"),
                m(social, "deadline: 2025", "deadline: 2018", "deadline: 2018", "from 2019 to 2100"),
                m(
                        social,
                        "            value: 80\n",
                        "",
                        "kind: level\n            deadline: 2025",
                        "the key 'value' is missing"),
                m(
                        social,
                        "value: 80",
                        "value: 120",
                        "value: 120",
                        "the target, 120, is above 100, the indicator's 'most'"),
                m(
                        "catalogue/01-education.yaml",
                        "unit: 阶段\n        decimals: 0\n",
                        "unit: 阶段\n        decimals: 0\n        most: 1\n",
                        "kind: milestone",
                        "the target, 2, is above 1, the indicator's 'most'"),
                m(
                        "catalogue/04-poverty.yaml",
                        "unit: 人\n        decimals: 0\n",
                        "unit: 人\n        decimals: 0\n        most: -1\n",
                        "kind: absence",
                        "the target, 0, is above -1, the indicator's 'most'"),
                m(social, "value: 80", "value: 80%", "value: 80%", "Write digits and a decimal point, without a unit"),
                m(
                        sport,
                        "valid-to: 2021-12-31",
                        "valid-to: 2022-06-30",
                        "kind: level\n            value: 2.6",
                        "the one before it still is then"),
                m(sport, "valid-to: 2021-12-31", "valid-to: 2018-12-31", "valid-to: 2018", "is before 2019-07-16"),
                m(health, "            tolerance: 2\n", "", "kind: share", "the key 'tolerance' is missing"),
                m(health, "tolerance: 2", "tolerance: -2", "tolerance: -2", "not below zero"),
                m(
                        "catalogue/06-public-services.yaml",
                        "direction: up",
                        "direction: upward",
                        "direction: upward",
                        "not one of up, down"),
                // regions
                m(
                        "regions.csv",
                        "220122,农安县,农安县,county,220100",
                        "220122,农安县,农安县,county,220190",
                        "220122,农安县",
                        "the parent 220190 is not in the file"),
                m(
                        "regions.csv",
                        "220122,农安县,农安县,county",
                        "220122,农安县,农安县,prefecture",
                        "220122,农安县",
                        "is not of a higher level"),
                m("regions.csv", ",,2019,220184,", ",,2019,220381,", "220381,公主岭市", "the succession of 220381"),
                m("regions.csv", "220182,榆树市", "220122,榆树市", "220122,榆树市", "stands here a second time"),
                m("regions.csv", "1,2,217387", "1,2,21万", "220821,镇赉县", "'21万' in the column population"),
                // layouts
                m(rehab, "series: rehab_need", "series: rehab_ned", "series: rehab_ned", "Did you mean 'rehab_need'?"),
                m(
                        rehab,
                        "rehab_need, unit: corner",
                        "rehab_need, unit: 平方米",
                        "rehab_need, unit: 平方米",
                        "平方米 does not convert into 人"),
                m(rehab, "corner: '单位[:：]\\s*(?<unit>\\S+)'\n", "", "rehab_need, unit: corner", "has no 'corner'"),
                m(rehab, "rows: 1", "rows: 0", "rows: 0", "from 1 to 9"),
                m(rehab, "注.*", "'注(.*'", "注(.*", "is not a regular expression"),
                m(
                        rehab,
                        "layout: rehabilitation",
                        "layout: bus-stops",
                        "layout: bus-stops",
                        "is defined a second time"),
                m("units.yaml", "whole: true, en: persons", "whole: yes, en: persons", "whole: yes", "true or false"),
                m(
                        "units.yaml",
                        "factor: 10000, en: 10 000 p",
                        "factor: 10000, whole: true, en: 10 000 p",
                        "whole: true, en: 10",
                        "whose factor is 1"),
                m(rehab, "header: {rows: 1}", "header: {rows: 1}\nmarks: {\"\": missing}", "marks:", "a mark is empty"),
                m(
                        rehab,
                        "header: {rows: 1}",
                        "header: {rows: 1}\nmarks:\n  '0': missing",
                        "'0': mis",
                        "the mark '0' is a number"),
                m(
                        rehab,
                        "header: {rows: 1}",
                        "header: {rows: 1}\nmarks:\n  x: missing\n  X: missing",
                        "  X: mis",
                        "a second time"),
                m(
                        rehab,
                        "header: {rows: 1}",
                        "header: {rows: 1}\nmarks: {x: zero}",
                        "marks:",
                        "'zero' is not one of missing"),
                m(rehab, "header: {rows: 1}", "header: {rows: 1}\nrows: {column: 类别}", "rows: {c", "'keep' is missing"),
                m(
                        rehab,
                        "header: {rows: 1}",
                        "header: {rows: 1}\nrows: {column: 类别, keep: []}",
                        "rows: {c",
                        "no row would count"),
                m(rehab, "series: rehab_served", "series: rehab_need", "接受基本康复服务人数", "would be of the same year"),
                m(
                        rehab,
                        "period: {from: column, column: 年份}",
                        "period: {from: header}",
                        "{header: [有康复需求人数]",
                        "the header of the column has no year, and 'period' says that it has"),
                m(
                        rehab,
                        "period: {from: column, column: 年份}\ncolumns:\n  - {header: [有康复需求人数]",
                        "period: {from: header}\ncolumns:\n  - {like: 有康复需求人数.*",
                        "{like: 有康复需求人数",
                        "Find the column by 'like' with a group (?<year>...)"),
                m("layouts/rural-water.yaml", "合计: \"220000\"", "合计: \"229900\"", "229900", "is not in regions.csv"),
                m("layouts/bus-stops.yaml", "(?<year>\\d{4})年", "\\d{4}年", "layout: bus-stops", "a group (?<year>...)"),
                m(grounds, "pattern: '(?<year>", "patern: '(?<year>", "patern:", "Did you mean 'pattern'?"),
                m(grounds, "series:\n  column: 指标", "series:\n  colum: 指标", "colum:", "Did you mean 'column'?"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundAtItsLine(Mistake mistake, @TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        Path file = conf.resolve(mistake.file());
        String text = Files.readString(file);
        assertThat(text).contains(mistake.from());
        int place = text.indexOf(mistake.from());
        String changed = text.substring(0, place)
                + mistake.to()
                + text.substring(place + mistake.from().length());
        Files.writeString(file, changed);
        assertThat(changed).contains(mistake.at());
        int at = changed.indexOf(mistake.at());
        // A message about a mapping as a whole names its first line.
        long line = changed.substring(0, at).lines().count() + (at == 0 || changed.charAt(at - 1) == '\n' ? 1 : 0);

        ConfException failure = catchThrowableOfType(
                ConfException.class, () -> Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertThat(failure).as("the mistake is found").isNotNull();
        assertThat(failure.problems()).as(failure.getMessage()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("conf/" + mistake.file());
            assertThat(problem.toString()).contains(mistake.says());
            assertThat((long) problem.line()).isBetween(line - tolerance(mistake), line);
        });
    }

    /** What is missing has no line of its own: the message names the first line of the mapping that lacks it. */
    private static int tolerance(Mistake mistake) {
        boolean whole =
                mistake.says().contains("is missing") || mistake.at().contains("kind: level\n            value: 2.6");
        return whole ? 8 : 0;
    }

    @Test
    void atLeastFortyDifferentOnes() {
        assertThat(mistakes().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void allAtOnceAndNoStackTrace(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("minsheng.yaml"), "language: zh", "language: cn");
        TestConf.replace(conf.resolve("units.yaml"), "en: ha", "en: ha, sign: ha");
        TestConf.replace(conf.resolve("regions.csv"), "220122,农安县,农安县,county", "220122,农安县,农安县,conty");
        TestConf.replace(conf.resolve("catalogue/08-culture-sport.yaml"), "value: 2.6", "value: 二点六");
        TestConf.replace(conf.resolve("catalogue/05-health.yaml"), "kind: share", "kind: shares");
        StringWriter err = new StringWriter();
        int code = Minsheng.run(
                new String[] {"check", "--conf", conf.resolve("minsheng.yaml").toString()},
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true));
        assertThat(code).isEqualTo(2);
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(8).last().asString().startsWith("共 7 处错误");
        assertThat(lines.subList(0, 7)).allMatch(line -> line.startsWith("错误：conf/"));
        assertThat(lines.get(0)).contains("units.yaml"); // which makes mistakes elsewhere
        assertThat(err.toString()).doesNotContain("Exception", "\tat ");
    }

    /** And not also that its series are not there, wherever formulas and layouts use them. */
    @Test
    void aFileOfTheCatalogueThatIsNoYamlIsToldOnce(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("catalogue/common.yaml"), "\nseries:", "\nseries: {");
        ConfException failure = catchThrowableOfType(
                ConfException.class, () -> Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertThat(failure.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains("catalogue/common.yaml:", "this is not YAML"));
    }

    /** And not also that the table has no columns. */
    /** It would be compared, and its row shown nowhere. */
    @Test
    void aGroupOfCountiesWithoutANameIsTold(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("policy.yaml"), "    district: {", "    distric: {");
        ConfException failure = catchThrowableOfType(
                ConfException.class, () -> Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertThat(failure.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "conf/regions.csv: the peer_group 'district' has no name in 'peer-groups' of policy.yaml")
                        .contains("Did you mean 'distric'?"));
    }

    @Test
    void aMistakeInEachColumnIsToldOnceEach(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("layouts/rehabilitation.yaml"), "series: rehab", "series: rehap");
        ConfException failure = catchThrowableOfType(
                ConfException.class, () -> Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertThat(failure.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.toString()).contains("is not in the catalogue"));
    }
}
