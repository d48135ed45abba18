package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;
import org.minsheng.report.MostUrgent;
import org.minsheng.run.RunResult;

/** What {@code --json} prints: one document, also of what was refused, with names that programs rely on. */
class JsonTest {
    private final StringWriter out = new StringWriter();

    private JsonNode run(int code, String... args) throws IOException {
        assertThat(Minsheng.run(args, new PrintWriter(out, true), new PrintWriter(new StringWriter())))
                .isEqualTo(code);
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void check(@TempDir Path work) throws IOException {
        JsonNode document =
                run(0, "check", "--json", "--conf", TestConf.small(work).toString());
        assertThat(names(document)).containsExactly("command", "outcome", "exit_code", "result", "warnings");
        assertThat(names(document.path("result")))
                .containsExactly("fields", "measures", "indicators", "series", "layouts", "regions");
    }

    @Test
    void whatWasRefused(@TempDir Path work) throws IOException {
        JsonNode document = run(
                2,
                "nightly",
                "--json",
                "--as-of",
                "yesterday",
                "--conf",
                TestConf.small(work).toString());
        assertThat(names(document))
                .containsExactly(
                        "command",
                        "outcome",
                        "exit_code",
                        "started_at",
                        "finished_at",
                        "seconds",
                        "version",
                        "message",
                        "result");
        assertThat(document.path("outcome").asText()).isEqualTo("failed");
        assertThat(document.path("message").asText()).startsWith("--as-of: 'yesterday' is not an instant. Write now");
    }

    /** A field of the records is a name of the document: who renames one breaks programs of others. */
    @Test
    void theNamesOfAResult() {
        assertThat(fields(RunResult.class))
                .containsExactly(
                        "runId",
                        "endedAt",
                        "stages",
                        "counts",
                        "millis",
                        "rejectsByReason",
                        "rejectedFiles",
                        "standings",
                        "urgent",
                        "since",
                        "workbooks",
                        "notices",
                        "odd");
        assertThat(fields(RunResult.Standing.class))
                .containsExactly("indicator", "title", "provinceStatus", "counties");
        assertThat(fields(RunResult.RejectedFile.class)).containsExactly("file", "rejects", "reasons");
        assertThat(fields(RunResult.Since.class)).containsExactly("runId", "counts", "turned");
        assertThat(fields(RunResult.Turned.class)).containsExactly("indicator", "title", "before", "now");
        assertThat(fields(MostUrgent.class))
                .containsExactly(
                        "indicator",
                        "title",
                        "refArea",
                        "status",
                        "standing",
                        "timePeriod",
                        "obsValue",
                        "targetValue",
                        "neededChange",
                        "deadline",
                        "lead",
                        "told");
    }

    private static Stream<String> fields(Class<? extends Record> of) {
        return Arrays.stream(of.getRecordComponents()).map(field -> field.getName());
    }
}
