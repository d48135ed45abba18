package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jline.reader.UserInterruptException;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static List<String> all(Statements statements) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = statements.next(); next.isPresent(); next = statements.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<String> all(String text) throws IOException {
        return all(Statements.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aStatementEndsWithASemicolonAtTheEndOfALine() throws IOException {
        assertThat(all("\nSELECT ';' AS a,\n  '省';  \nSELECT 2;\n"))
                .containsExactly("SELECT ';' AS a,\n  '省';  \n", "SELECT 2;\n");
    }

    @Test
    void theLastNeedsNone() throws IOException {
        assertThat(all("SELECT 1;\nSELECT 2")).containsExactly("SELECT 1;\n", "SELECT 2\n");
    }

    @Test
    void quitEnds() throws IOException {
        assertThat(all("SELECT 1;\nQuit;\nSELECT 2;")).containsExactly("SELECT 1;\n");
        assertThat(all("SELECT 1 AS\nexit\n;")).containsExactly("SELECT 1 AS\nexit\n;\n");
    }

    @Test
    void ctrlCTakesBackWhatWasTyped() throws IOException {
        Queue<String> typed = new ArrayDeque<>(List.of("SELECT", "^C", "SELECT 2;"));
        List<Boolean> firsts = new ArrayList<>();
        assertThat(all(new Statements(first -> {
                    firsts.add(first);
                    if ("^C".equals(typed.peek())) {
                        throw new UserInterruptException(typed.remove());
                    }
                    return typed.poll();
                })))
                .containsExactly("SELECT 2;\n");
        assertThat(firsts).containsExactly(true, false, true, true);
    }
}
