package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.ScoreTable;

class QueryTest {
    @TempDir
    private static Path folder;

    private static SmallLake lake;

    @BeforeAll
    static void fill() {
        lake = new SmallLake(folder);
    }

    private static List<String> answer(String statement) throws Exception {
        return answer(lake.tables, statement);
    }

    private static List<String> answer(Tables tables, String statement) throws Exception {
        List<String> rows = new ArrayList<>();
        new Query(lake.spark, tables)
                .answer(
                        statement,
                        answer -> answer.collectAsList().stream()
                                .map(Row::toString)
                                .forEach(rows::add));
        return rows;
    }

    @Test
    void namesStandBesideCodes() throws Exception {
        assertThat(answer("SELECT r.name, r.parent_name, s.score FROM score s JOIN region r USING (ref_area)"
                        + " WHERE r.level = 'county'"))
                .containsExactly("[龙潭区,吉林市,90.25]");
        assertThat(answer("SELECT name_zh, unit, measure, field, field_en FROM indicator WHERE indicator = '15.1'"))
                .containsExactly("[城乡居民医保政策范围内住院费用报销比例,%,15,3,Social security]");
        assertThat(answer("SELECT name_zh, unit FROM series WHERE series = 'rehab_need'"))
                .containsExactly("[有康复需求的残疾儿童和持证残疾人,人]");
        assertThat(answer("SELECT name_en, dimension, factor, whole FROM unit WHERE unit = '万人'"))
                .containsExactly("[10 000 persons,person,10000.0,true]");
    }

    @Test
    void aRegionKnowsWhoGoesOnWithItToday() throws Exception {
        assertThat(
                        answer(
                                "SELECT ref_area, today, valid_to FROM region WHERE ref_area IN ('220381', '220184') ORDER BY 1"))
                .containsExactly("[220184,220184,null]", "[220381,220184,2019]");
    }

    @Test
    void aTableThatNoRunHasWrittenIsEmpty() throws Exception {
        assertThat(answer("SELECT count(*) FROM Progress")).containsExactly("[0]");
    }

    @Test
    void aTableThatIsNotToldIsMissedOnlyWhereItIsRead() throws Exception {
        answer("SELECT * FROM score");
        Tables then = new Tables(table -> {
            if (table == ScoreTable.TABLE) {
                throw new ConfException("score", "it is not computed as of 2026-01-27 here", "");
            }
            return lake.tables.rows(table);
        });
        assertThat(answer(then, "SELECT count(*) AS score FROM reject")).containsExactly("[1]");
        assertThatThrownBy(() -> answer(then, "SELECT * FROM Score"))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("it is not computed as of 2026-01-27 here");
        assertThat(answer("SELECT count(*) FROM score")).containsExactly("[2]");
    }

    @Test
    void aSemicolonAndCommentsMayStandAroundIt() throws Exception {
        assertThat(answer("-- how many\nSELECT count(*) FROM score;\n")).containsExactly("[2]");
    }

    @Test
    void pathsAreRead() throws Exception {
        String path = lake.path(ScoreTable.TABLE);
        assertThat(answer("SELECT count(*) FROM delta.`" + path + "`")).containsExactly("[2]");
    }

    @Test
    void whatIsThereIsListedAndDescribed() throws Exception {
        assertThat(answer("SHOW TABLES")).contains("[,observation,true]", "[,indicator,true]");
        assertThat(answer("DESCRIBE score")).contains("[rank_median,double,median of these ranks]");
        assertThat(answer("DESCRIBE unit")).contains("[name_en,string,name in English]");
        assertThat(answer("SHOW COLUMNS IN unit")).contains("[factor]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE copied USING delta AS SELECT * FROM score",
                "CREATE TABLE IDENTIFIER('copied') (a INT) USING delta",
                "CREATE TEMPORARY VIEW mine AS SELECT 1",
                "INSERT INTO score SELECT * FROM score",
                "INSERT INTO IDENTIFIER('score') SELECT * FROM score",
                "INSERT OVERWRITE delta.`FOLDER/score` SELECT * FROM score",
                "INSERT OVERWRITE DIRECTORY 'FOLDER/score' USING parquet SELECT 1",
                "WITH two AS (SELECT * FROM score) INSERT INTO delta.`FOLDER/score` SELECT * FROM two",
                "FROM score INSERT INTO delta.`FOLDER/score` SELECT * INSERT INTO delta.`FOLDER/score` SELECT *",
                "DELETE FROM delta.`FOLDER/score`",
                "UPDATE delta.`FOLDER/score` SET score = 0",
                "MERGE INTO delta.`FOLDER/score` USING score ON false WHEN NOT MATCHED THEN INSERT *",
                "DROP TABLE delta.`FOLDER/score`",
                "DROP VIEW score",
                "ALTER TABLE delta.`FOLDER/score` ADD COLUMN more INT",
                "TRUNCATE TABLE delta.`FOLDER/score`",
                "VACUUM delta.`FOLDER/score` RETAIN 200 HOURS",
                "OPTIMIZE delta.`FOLDER/score`",
                "RESTORE TABLE delta.`FOLDER/score` TO VERSION AS OF 0",
                "CREATE TABLE copied SHALLOW CLONE delta.`FOLDER/score`",
                "SET spark.sql.shuffle.partitions = 7",
                "RESET",
                "USE other",
                "CACHE TABLE score",
                "ADD JAR 'FOLDER/a.jar'",
                "DECLARE VARIABLE x INT",
                "EXECUTE IMMEDIATE 'DELETE FROM delta.`FOLDER/score`'",
                "BEGIN DELETE FROM delta.`FOLDER/score`; END",
                "SELECT TRANSFORM (code) USING 'touch FOLDER/touched' FROM score",
                "SELECT (SELECT max(a) FROM (SELECT TRANSFORM (code) USING 'touch FOLDER/touched' AS (a) FROM score))",
            })
    void whatWouldChangeSomethingIsRefused(String statement) {
        assertThatThrownBy(() -> answer(statement.replace("FOLDER", folder.toString())))
                .isInstanceOf(ConfException.class)
                .hasMessageMatching(
                        "query: (it would do more than read .*|Syntax error at or near '(OPTIMIZE|RESTORE|SHALLOW|VACUUM)'.*)");
        assertThat(folder.resolve("score/_delta_log/00000000000000000001.json")).doesNotExist();
        assertThat(folder.resolve("touched")).doesNotExist();
        assertThat(Files.exists(folder.resolve("score/_delta_log/00000000000000000000.json")))
                .isTrue();
    }

    /** A query may say the words. */
    @Test
    void wordsAloneAreNotRefused() throws Exception {
        assertThat(answer("SELECT 'DROP TABLE score; INSERT INTO score' AS delete"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT * FROM scores                | table: there is no table 'scores'. Did you mean 'score'?
                    SELECT * FROM zzz                   | table: there is no table 'zzz'. Known: contribution,
                    SELECT scor FROM score              | query: A column, variable, or function parameter with name `scor` cannot
                    SELECT * FORM score                 | query: Syntax error at or near
                    SELECT 1/0                          | query: Division by zero
                    SELECT cast('x' AS int) FROM score  | query: The value 'x' of the type "STRING" cannot be cast to "INT"
                    SELECT (SELECT code FROM score)     | query: More than one row returned by a subquery used as an expression
                    """)
    void aMistakeIsTold(String statement, String message) {
        assertThatThrownBy(() -> answer(statement))
                .isInstanceOf(ConfException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("SQLSTATE")
                .hasMessageNotContaining("\n");
    }
}
