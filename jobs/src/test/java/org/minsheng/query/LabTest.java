package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.ConfException;

class LabTest {
    @TempDir
    private static Path folder;

    private static Lab lab;

    @BeforeAll
    static void open() throws Exception {
        new SmallLake(folder);
        lab = Lab.open(TestConf.JILIN.resolve("minsheng.yaml"), Map.of("lake", folder.toString()));
    }

    @Test
    void tablesAreThereByTheirNames() throws Exception {
        assertThat(lab.sql("SELECT score FROM score WHERE ref_area = '220203'")
                        .first()
                        .getDouble(0))
                .isEqualTo(90.25);
        assertThat(lab.table("reject").count()).isEqualTo(1);
        assertThat(lab.spark().table("score").count()).isEqualTo(2);
        assertThat(lab.inUse().count()).isZero();
        assertThat(Lab.current()).isSameAs(lab);
    }

    @Test
    void aRegionHasItsSquareOnTheMap() throws Exception {
        assertThat(lab.sql("SELECT tile_row, tile_col FROM region WHERE level = 'province'")
                        .first()
                        .isNullAt(0))
                .isTrue();
        assertThat(lab.sql("SELECT count(*) FROM region WHERE ref_area = '220203' AND tile_row > 0 AND tile_col > 0")
                        .first()
                        .getLong(0))
                .isEqualTo(1);
    }

    @Test
    void itOnlyReads() {
        assertThatThrownBy(() -> lab.sql("CREATE TEMPORARY VIEW mine AS SELECT 1"))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("it would do more than read")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThatThrownBy(() -> lab.table("scores")).hasMessageContaining("Did you mean 'score'?");
    }

    /** The reject came on 2026-01-28. */
    @Test
    void whatCameLaterIsNotKnownBefore() throws Exception {
        assertThat(lab.asOf("2026-01-27").sql("SELECT * FROM reject").count()).isZero();
        assertThat(lab.asOf("2026-01-28").table("reject").count()).isEqualTo(1);
        assertThat(lab.table("reject").count()).isEqualTo(1);
        assertThat(Lab.current()).isSameAs(lab);
    }

    @Test
    void aLakeThatIsNotThere() {
        assertThatThrownBy(() -> Lab.open(
                        TestConf.JILIN.resolve("minsheng.yaml"),
                        Map.of("lake", folder.resolve("none").toString())))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("holds no tables yet. Run ./minsheng nightly first");
    }

    @Test
    void rowsAsHtml() throws Exception {
        String html = Lab.html(lab.sql("SELECT '<b>' AS `a&b`, 1.5D AS n, CAST(NULL AS STRING) AS none"));
        assertThat(html)
                .contains(
                        "<th style=\"text-align:left\">a&amp;b</th>",
                        "<td style=\"text-align:left\">&lt;b&gt;</td><td style=\"text-align:right\">1.5</td>"
                                + "<td style=\"text-align:left\"></td>")
                .doesNotContain("there are more");
        assertThat(Lab.html(lab.sql("SELECT id FROM range(51)"))).contains("The first 50 rows; there are more.");
    }
}
