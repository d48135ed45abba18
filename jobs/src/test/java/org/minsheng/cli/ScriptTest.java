package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;

/** Statements from a file: all of them, or those before the first mistake, which is told with its line. Public, as the statements name it. */
public class ScriptTest {
    /** What the statements have said, in this process. */
    public static final List<String> SAID = new CopyOnWriteArrayList<>();

    private final StringWriter err = new StringWriter();
    private JShell shell;

    @BeforeEach
    void open() {
        SAID.clear();
        shell = Script.open("import java.util.*;\nList<String> said = " + ScriptTest.class.getName() + ".SAID;");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private boolean run(String text) throws IOException {
        return new Script(shell, Terminal.texts(Language.EN), new PrintWriter(err, true))
                .run(new BufferedReader(new StringReader(text)));
    }

    @Test
    void allInOrder() throws IOException {
        assertThat(run("""
                // a remark
                int x = 1; int y = 2

                for (int i = 0; i < 2; i++) {
                    said.add("i" + i);
                }
                /* another
                   remark */
                int twice(int n) {
                    return 2 * n;
                }
                said.add("" + twice(x + y))
                /exit
                said.add("never")
                """)).as(err.toString()).isTrue();
        assertThat(SAID).containsExactly("i0", "i1", "6");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatDoesNotCompile() throws IOException {
        assertThat(run("said.add(\"a\")\n\nsaid.add(\"b\"); said.add(nothing)\nsaid.add(\"c\")\n"))
                .isFalse();
        assertThat(SAID).containsExactly("a", "b");
        assertThat(err.toString())
                .startsWith("error: line 3: cannot find symbol; symbol:   variable nothing\n")
                .endsWith("said.add(nothing)\n");
    }

    @Test
    void inTheMiddleOfAStatement() throws IOException {
        assertThat(run("said.add(\"a\")\nfor (String s : said) {\n  int n = 1;\n  n = s;\n}\n"))
                .isFalse();
        assertThat(err.toString())
                .startsWith("error: line 4: ")
                .contains("String cannot be converted to int\n    n = s;\n");
    }

    @Test
    void whatFails() throws IOException {
        assertThat(run("said.add(\"a\")\nint z = 1 / (said.size() - 1)\nsaid.add(\"b\")\n"))
                .isFalse();
        assertThat(SAID).containsExactly("a");
        assertThat(err.toString())
                .isEqualTo(
                        "error: line 2: java.lang.ArithmeticException: / by zero\n    int z = 1 / (said.size() - 1);\n");
    }

    @Test
    void belowARemark() throws IOException {
        assertThat(run("// a remark\nint z = 1 / (said.size())\n")).isFalse();
        assertThat(err.toString())
                .isEqualTo("error: line 2: java.lang.ArithmeticException: / by zero\n    int z = 1 / (said.size());\n");
    }

    /** A mistake of ours speaks for itself. */
    @Test
    void aQueryWithAMistake() throws IOException {
        assertThat(run("throw new org.minsheng.conf.ConfException(\"query\", \"it would do more\", \"Read\")\n"))
                .isFalse();
        assertThat(err.toString()).startsWith("error: line 1: query: it would do more. Read\n");
    }

    @Test
    void anEndInTheMiddle() throws IOException {
        assertThat(run("said.add(\"a\")\nif (said.isEmpty()) {\n")).isFalse();
        assertThat(err.toString()).startsWith("error: line ").contains("reached end of file while parsing");
    }

    @Test
    void whatOnlyAPromptKnows() throws IOException {
        assertThat(run("said.add(\"a\")\n/vars\n")).isFalse();
        assertThat(err.toString())
                .startsWith("error: line 2: of the commands of jshell")
                .contains("/vars");
    }
}
