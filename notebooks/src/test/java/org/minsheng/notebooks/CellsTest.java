package org.minsheng.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class CellsTest {
    private final Cells cells = new Cells();

    private AbstractThrowableAssert<?, ?> failure(String cell) {
        return assertThatThrownBy(() -> cells.evaluate(cell)).isInstanceOf(CellException.class);
    }

    @Test
    void theValueOfWhatComesLast() {
        assertThat(cells.evaluate("int a = 1; // one\nint b = a + 1;\na + b")).isEqualTo("3");
        assertThat(cells.evaluate("b")).isEqualTo("2");
        assertThat(cells.evaluate("b = 7;")).isNull();
        assertThat(cells.evaluate("var text = \"\"\"\n    民生\n    \"\"\";\ntext.strip()"))
                .isEqualTo("\"民生\"");
        assertThat(cells.evaluate("int twice(int n) { return 2 * n; }")).isNull();
        assertThat(cells.evaluate("twice(b)")).isEqualTo("14");
        assertThat(cells.evaluate("void nothing() {}\nnothing();")).isNull();
        assertThat(cells.evaluate("// only a remark")).isNull();
        assertThat(cells.evaluate(" \n")).isNull();
    }

    @Test
    void aMistakeWithItsLine() {
        failure("int a = 1;\nint b =\n    wrong + 1;")
                .hasMessageStartingWith("cannot find symbol")
                .hasMessageContaining("variable wrong")
                .hasMessageEndingWith("\n    wrong + 1;");
        assertThat(cells.evaluate("a")).as("what stands before it is done").isEqualTo("1");
        failure("int x = ;").hasMessageContaining("illegal start of expression");
        failure("Unknown one;").hasMessage("not known: class Unknown");
        failure("if (true) {\n    int a = 1;").hasMessageStartingWith("This does not end");
    }

    @Test
    void anExceptionWithTheLinesThatItCameFromAndItsCause() {
        cells.evaluate(
                "void fails() {\n    throw new IllegalStateException(\"why\", new RuntimeException(\"deeper\"));\n}");
        failure("int before = 1;\nfails();\nint after = 1;")
                .hasMessage("java.lang.IllegalStateException: why\n"
                        + "    at throw new IllegalStateException(\"why\", new RuntimeException(\"deeper\"));\n"
                        + "    at fails();\n"
                        + "caused by java.lang.RuntimeException: deeper");
        failure("after").hasMessageContaining("cannot find symbol");
        failure("Object none = null; none.hashCode()").hasMessageContaining("NullPointerException");
    }

    @Test
    void aMistakeOfWhoeverTypedItByItsMessageOnly() {
        failure("var e = new Exception(\"say it so\");\ne.setStackTrace(new StackTraceElement[0]);\nthrow e;")
                .hasMessage("say it so");
    }

    @Test
    void anInterruptEndsTheCellAndNoOther() throws Exception {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int millis : new int[] {5, 50, 500}) { // while it is compiled, too
                later.schedule(cells::interrupt, millis, TimeUnit.MILLISECONDS);
                failure("while (true) Thread.sleep(10);\nint after = 1;").hasMessage("Interrupted.");
            }
        } finally {
            later.shutdownNow();
        }
        failure("after").hasMessageContaining("cannot find symbol");
        cells.interrupt();
        assertThat(Thread.currentThread().isInterrupted())
                .as("the thread of the kernel goes on")
                .isFalse();
        assertThat(cells.evaluate("Thread.sleep(1);\n1 + 1")).isEqualTo("2");
    }

    @Test
    void whatCanStandAtTheCursor() {
        String cell = "int number = 1;\nnum + 1";
        Cells.Suggestions suggestions = cells.suggestions("int number = 1;\n\"text\".stri", 27);
        assertThat(suggestions.texts()).contains("strip()").doesNotHaveDuplicates();
        assertThat(suggestions.start()).isEqualTo(23);
        cells.evaluate("int number = 1;");
        assertThat(cells.suggestions(cell, 19)).isEqualTo(new Cells.Suggestions(List.of("number"), 16));
    }

    @Test
    void theSignaturesOfACall() {
        cells.evaluate("int twice(int n) { return 2 * n; }");
        assertThat(cells.signatures("int a = 1;\ntwice(a)", 13)).containsExactly("int twice(int n)");
        assertThat(cells.signatures("twice(", 6)).containsExactly("int twice(int n)");
        assertThat(cells.signatures("", 0)).isEmpty();
    }

    @Test
    void howFarACellIsComplete() {
        assertThat(cells.completeness("int a = 1;\na")).isEqualTo(Completeness.COMPLETE);
        assertThat(cells.completeness("int a = 1;\nfor (;;) {")).isEqualTo(Completeness.DEFINITELY_INCOMPLETE);
        assertThat(cells.completeness("int a = ;")).isEqualTo(Completeness.UNKNOWN);
        assertThat(cells.completeness("")).isEqualTo(Completeness.EMPTY);
    }
}
