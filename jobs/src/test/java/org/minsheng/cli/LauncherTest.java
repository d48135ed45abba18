package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;

/** What the launcher starts, with a program in the place of Java that says what it is called with. */
class LauncherTest {
    private static final String JAVA = """
            #!/usr/bin/env bash
            case " $* " in
            *" -version "*) echo 'openjdk version "17.0.1"' >&2 ;;
            *) printf '%s\\n' "$@" ;;
            esac
            """;

    @TempDir
    private Path home;

    private List<String> started(String... args) throws IOException, InterruptedException {
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path target = Files.createDirectories(home.resolve("jobs/target"));
        Files.writeString(target.resolve("minsheng.jar"), "");
        Files.writeString(target.resolve("minsheng-sample.jar"), "");
        Files.writeString(target.resolve("embedded.classpath"), "minsheng.jar");
        Path launcher = home.resolve("minsheng");
        Files.write(launcher, Files.readAllBytes(TestConf.HOME.resolve("minsheng")));
        List<String> call = new ArrayList<>(List.of("bash", launcher.toString()));
        call.addAll(List.of(args));
        ProcessBuilder bash = new ProcessBuilder(call).redirectErrorStream(true);
        bash.environment().keySet().removeIf(name -> name.startsWith("MINSHENG_") || name.equals("SPARK_HOME"));
        bash.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).as("the words as they were typed").endsWith(args);
        return said.lines().toList();
    }

    @Test
    void whatNeedsNoSparkStartsWithoutInAnyOrderOfWords() throws IOException, InterruptedException {
        for (String[] args : new String[][] {
            {},
            {"check", "--conf", "a b.yaml"},
            {"ingest", "--preview", "表 1.xlsx"},
            {"ingest", "--layout", "d.yaml", "--preview", "f"},
            {"ingest", "--conf", "a b.yaml", "--preview=f"},
            {"ingest", "--conf", "X", "--draft-layout", "f"},
            {"export", "--conf", "X", "--dictionary"},
            {"nightly", "--set", "a=b", "--help"},
            {"sample", "--seed", "7"},
            {"sample", "--counties", "3", "--help"}
        }) {
            assertThat(started(args)).as(String.join(" ", args)).noneMatch(word -> word.endsWith("SparkSubmit"));
        }
    }

    @Test
    void allElseStartsSpark() throws IOException, InterruptedException {
        for (String[] args : new String[][] {
            {"nightly", "--set", "landing=/a -h"},
            {"sql", "select 1 --help"},
            {"ingest", "--conf", "--preview.yaml"}
        }) {
            assertThat(started(args)).as(String.join(" ", args)).anyMatch(word -> word.endsWith("SparkSubmit"));
        }
    }

    /** The jar of a cluster has no such command. */
    @Test
    void dataOfAnySizeAreMadeOnSparkByTheJarBesideTheProgram() throws IOException, InterruptedException {
        for (String[] args : new String[][] {{"sample", "--counties", "3"}, {"sample", "--out", "X", "--counties=3"}}) {
            assertThat(started(args))
                    .anyMatch(word -> word.endsWith("SparkSubmit"))
                    .anyMatch(word -> word.endsWith(home + "/jobs/target/minsheng-sample.jar"));
        }
    }
}
