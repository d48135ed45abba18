package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;

/** The list of what was promised: for people in their language, for programs always the same. */
class CatalogueCommandTest {
    private String listed(String language, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String conf = TestConf.JILIN.resolve("minsheng.yaml").toString();
        List<String> args = new ArrayList<>(List.of("catalogue", "--conf", conf, "--set", "language=" + language));
        args.addAll(List.of(more));
        assertThat(Minsheng.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    @Test
    void theTableIsInTheLanguage() {
        assertThat(listed("zh").lines())
                .anyMatch(line -> line.matches("编号 +指标 +类别 +比较 +目标值 +单位 +期限（年） +级别 +牵头单位"))
                .anyMatch(line -> line.matches("9\\.2 +每年推动返乡下乡创业人数 +每年 +~ +10000 +人 +2025 +全省 +省人力资源和社会保障厅"))
                .anyMatch(line -> line.matches("共 \\d+ 项目标"));
        assertThat(listed("en").lines())
                .anyMatch(line ->
                        line.matches("Number +Indicator +Kind +Operator +Value +Unit +Deadline +Level +Lead office"))
                .anyMatch(line -> line.matches("9\\.2 +.* Each year +~ +10000 +persons +2025 +Province .*"));
        assertThat(listed("zh", "--by", "kind")).contains("-- 每年\n").doesNotContain("-- annual");
    }

    @Test
    void programsReadTheSameInEach() {
        assertThat(listed("zh", "--format", "csv"))
                .startsWith("field,field_title,measure,measure_title,indicator,title,kind,")
                .contains(",9.2,每年推动返乡下乡创业人数,annual,~,10000,人,2025,horizon,province,");
    }

    @Test
    void aKindAsItIsShownOrAsProgramsCallIt() {
        assertThat(listed("zh", "--kind", "每年"))
                .isEqualTo(listed("zh", "--kind", "annual"))
                .contains("9.2")
                .doesNotContain("10.1 ");
    }
}
