package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;

/** What check says of a configuration without mistakes. */
class CheckCommandTest {
    @TempDir
    private Path work;

    private Path conf;
    private Path landing;

    @BeforeEach
    void aConfiguration() throws IOException {
        conf = TestConf.copy(work);
        landing = Files.createDirectories(work.resolve("landing"));
    }

    private String checked(String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(
                List.of("check", "--conf", conf.resolve("minsheng.yaml").toString(), "--set", "landing=" + landing));
        args.addAll(List.of(more));
        assertThat(Minsheng.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    @Test
    void ofNothingToLookAtNoWord() {
        assertThat(checked()).startsWith("没有错误：").doesNotContain("注意");
    }

    /** A deadline that was left out is the policy's horizon, and nobody may have meant that. */
    @Test
    void aYearInTheSentenceAndNoDeadline() throws IOException {
        Path file = conf.resolve("catalogue/03-social-security.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int quote = lines.indexOf(lines.stream()
                .filter(line -> line.contains("quote: \"到2025年,有需求的残疾儿童"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.remove(quote - 1)).contains("deadline: 2025");
        Files.write(file, lines);
        assertThat(checked())
                .contains("注意：conf/catalogue/03-social-security.yaml:" + quote
                        + ":20：原文写有 2025 年，而目标没有写期限：现按政策的总期限 2025 年算。若那就是期限，请写上 deadline: 2025")
                .contains("1 处请看一看");
        assertThat(checked("--set", "language=en"))
                .contains("warning: conf/catalogue/03-social-security.yaml:" + quote
                        + ":20: the sentence names the year 2025")
                .contains("To look at: 1;");
        assertThat(checked("--json")).contains("03-social-security.yaml:" + quote + ":20: the sentence names the year");
    }

    /** No year: a number of something, or what is asked itself. */
    @Test
    void aNumberThatIsNoYear() throws IOException {
        Path file = conf.resolve("catalogue/02-employment.yaml");
        TestConf.replace(file, "quote: 每年创建省级返乡创业基地30个以上", "quote: 每年创建省级返乡创业基地2030.5个,共12030个以上");
        assertThat(checked()).doesNotContain("注意");
    }

    @Test
    void filesOfOddDays() throws IOException {
        for (String day : List.of("2099-01-01", "2026-02-30")) {
            Files.writeString(Files.createDirectories(landing.resolve(day)).resolve("t.csv"), "a,b\n");
        }
        assertThat(checked())
                .contains("注意：2099-01-01/t.csv：它的日期（文件夹的，或最后修改的）尚未到，到时才计入。请放进以收到日期命名的文件夹")
                .contains("注意：2026-02-30/t.csv：它所在文件夹的名称像日期但不是日期，按最后修改日计入。文件夹名请写成 2026-01-20 的样子");
    }

    @Test
    void noLandingFolder() throws IOException {
        Files.delete(landing);
        assertThat(checked()).contains("注意：landing：文件夹 " + landing + " 不存在。请新建，或把设置 landing 改为别的文件夹");
    }
}
