package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;
import org.minsheng.conf.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help, its examples, and what a shell completes: none of them rots. */
class HelpTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final List<String> HARMLESS = List.of("check", "catalogue", "completion");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Minsheng.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** The examples of each subcommand, as words, without what only a shell does. */
    private static Map<String, List<String[]>> examples(Language language) {
        CommandLine line = Minsheng.commandLine();
        Examples.addTo(line, Terminal.texts(language));
        Map<String, List<String[]>> examples = new TreeMap<>();
        line.getSubcommands()
                .forEach((name, command) -> examples.put(
                        name,
                        Arrays.stream(command.getCommandSpec().usageMessage().footer())
                                .map(HelpTest::words)
                                .filter(words -> words.length > 0)
                                .toList()));
        return examples;
    }

    private static String[] words(String line) {
        int start = line.indexOf("./minsheng ");
        if (start < 0 || line.strip().startsWith("#")) {
            return new String[0];
        }
        List<String> words = new ArrayList<>();
        String command = line.substring(start + "./minsheng ".length()).replaceFirst("\\)$| >>? .*$| < .*$", "");
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void everyExampleIsACommandLine() {
        for (Language language : List.of(Language.ZH, Language.EN)) {
            examples(language)
                    .forEach((name, lines) -> lines.forEach(words -> {
                        var parsed = Minsheng.commandLine().parseArgs(words);
                        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(name);
                    }));
        }
    }

    @Test
    void everyCommandOfTheNightHasTwo() {
        Map<String, List<String[]>> examples = examples(Language.EN);
        for (String name : List.of(
                "nightly",
                "ingest",
                "progress",
                "equity",
                "report",
                "explain",
                "template",
                "sql",
                "shell",
                "export",
                "catalogue",
                "check",
                "new-conf",
                "maintain",
                "sample",
                "completion")) {
            assertThat(examples.get(name)).as(name).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void theHarmlessOnesRun() {
        String home = System.getProperty("minsheng.home");
        System.setProperty("minsheng.home", TestConf.HOME.toString());
        try {
            examples(Language.ZH)
                    .forEach((name, lines) -> lines.forEach(words -> {
                        boolean isCheckHere = Arrays.asList(words).contains("--conf");
                        if (HARMLESS.contains(name) && !isCheckHere
                                || Arrays.asList(words).contains("--dictionary")) {
                            assertThat(run(words))
                                    .as(String.join(" ", words) + err)
                                    .isZero();
                        }
                    }));
        } finally {
            if (home == null) {
                System.clearProperty("minsheng.home");
            } else {
                System.setProperty("minsheng.home", home);
            }
        }
    }

    @Test
    void helpIsACommandToo() {
        assertThat(run("help")).isZero();
        assertThat(run("help", "ingest")).isZero();
        assertThat(out.toString()).contains("用法：minsheng ingest", "./minsheng ingest --set landing=/data/landing");
        assertThat(run("help", "nothing")).isEqualTo(2);
    }

    @Test
    void helpFollowsTheLanguage() {
        assertThat(run("nightly", "--help", "--set", "language=en")).isZero();
        assertThat(out.toString())
                .contains("Usage: minsheng nightly", "Reads new files")
                .doesNotContain("读取新文件");
    }

    /** All that help says of a command: by what it is about, its texts. */
    private static Map<String, String> said(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        Map<String, String> said = new TreeMap<>();
        said.put("description", String.join("\n", spec.usageMessage().description()));
        said.put("synopsis", spec.usageMessage().synopsisHeading());
        said.put("header", String.join("\n", spec.usageMessage().header()));
        spec.usageMessage().exitCodeList().forEach((code, text) -> said.put("exit code " + code, text));
        spec.args()
                .forEach(arg -> said.put(
                        arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel(),
                        String.join("\n", arg.description())));
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private static List<CommandLine> commands(Language language) {
        CommandLine line = Minsheng.commandLine();
        HelpTexts.addTo(line, language);
        List<CommandLine> all = new ArrayList<>(line.getSubcommands().values());
        all.add(line);
        return all;
    }

    @Test
    void allOfHelpIsInEitherLanguage() {
        commands(Language.ZH)
                .forEach(line -> said(line).forEach((what, text) -> {
                    if (!text.matches("[a-z, -]+（默认：.*")) {
                        assertThat(text).as(line.getCommandName() + " " + what).containsPattern("\\p{IsHan}");
                    }
                }));
        commands(Language.EN)
                .forEach(line -> said(line)
                        .forEach((what, text) -> assertThat(text.replace("省水利厅", ""))
                                .as(line.getCommandName() + " " + what)
                                .doesNotContainPattern("\\p{IsHan}")));
    }

    /** None is left of a command or option that is no more. */
    @Test
    void allThatIsSaidInChineseIsShown() {
        String shown = commands(Language.ZH).stream()
                .flatMap(line -> said(line).values().stream())
                .collect(Collectors.joining("\n"));
        String headings = "usage\\.(commandList|exitCodeList)Heading";
        ResourceBundle all = ResourceBundle.getBundle("org.minsheng.cli.help", Locale.CHINESE);
        for (String key : all.keySet()) {
            String text = all.getString(key).replaceFirst("\\$\\{.*", "").replaceFirst("^\\d:", "");
            if (!key.matches(".*" + headings)) {
                assertThat(shown).as(key).contains(text.replace("%n", "\n").strip());
            }
        }
    }

    /** In a real bash, of the name with and without its folder. */
    @Test
    void bashCompletes(@TempDir Path work) throws IOException, InterruptedException {
        assertThat(run("completion")).isZero();
        Path script = Files.writeString(work.resolve("completion.bash"), out.toString());
        String ask = "compopt() { :; }; source '" + script + "'; complete -p minsheng >/dev/null; "
                + "ask() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_minsheng; "
                + "echo \"${COMPREPLY[*]}\"; }; ask ./minsheng nig; ask minsheng nightly --a; "
                + "ask minsheng catalogue --format ''; ask minsheng help ing; ask minsheng export --format ''; "
                + "ask minsheng export pro; ask minsheng export --format csv rej";
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "nightly",
                        "--as-of",
                        "table csv json",
                        "ingest",
                        "csv parquet sdmx-csv",
                        "progress projection",
                        "reject");
    }
}
