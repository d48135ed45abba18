package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;
import org.minsheng.run.Watcher.Step;
import org.minsheng.stage.Change;
import org.minsheng.stage.Outcome;

/** What is told while a run is at work. */
class ProgressLinesTest {
    private final StringWriter text = new StringWriter();

    private ProgressLines lines(Language language, boolean rewrites) {
        return new ProgressLines(Terminal.texts(language), new PrintWriter(text), rewrites);
    }

    @Test
    void aFileGetsWholeLines() {
        try (ProgressLines lines = lines(Language.EN, false)) {
            lines.begins("report", Change.FILES, 0);
            lines.at(new Step("write workbooks", 22, 88, 10_000));
            lines.tell();
            lines.done("report", Outcome.of("x").with("workbooks_changed", 176), 61_000);
            lines.skipped("equity");
        }
        assertThat(text.toString().lines())
                .containsExactly(
                        "  report (other files) ...",
                        "  report: writing the workbooks, 22 of 88 parts done, 0.0 s so far, about 30 s left",
                        "  report: 176 workbooks changed, took 1 min 1 s",
                        "  equity: nothing is new");
    }

    /** The line is cleared before another one, and at the end. */
    @Test
    void aTerminalGetsOneLineThatIsWrittenAnew() {
        try (ProgressLines lines = lines(Language.ZH, true)) {
            lines.begins("progress", Change.NEVER, 40_000);
            lines.at(new Step("write progress", 1, 2, 5_000));
            lines.tell();
        }
        assertThat(text.toString())
                .isEqualTo("\r\u001b[K  计算进展（progress）（首次）…\n"
                        + "\r\u001b[K  计算进展（progress）：写表 progress，任务 1/2，已用 0.0 秒，约剩 40 秒"
                        + "\r\u001b[K");
    }

    /** Of one task that is done nothing follows, and a stage that was never done has no last time. */
    @Test
    void nothingIsSaidOfTheRestWhereNothingIsKnown() {
        try (ProgressLines lines = lines(Language.ZH, false)) {
            lines.begins("ingest", Change.NEVER, 0);
            lines.at(new Step("parse 39 files", 1, 20, 5_000));
            lines.tell();
            lines.at(new Step(null, 1, 20, 5_000));
            lines.tell();
        }
        assertThat(text.toString()).doesNotContain("约剩");
    }

    @Test
    void aStageThatFoundNothingNew() {
        try (ProgressLines lines = lines(Language.ZH, false)) {
            lines.begins("progress", Change.TABLES, 0);
            lines.done("progress", Outcome.of(Outcome.NOTHING_NEW), 10);
        }
        assertThat(text.toString().lines().toList().get(1)).isEqualTo("  计算进展（progress）：没有新的内容");
    }

    @Test
    void aLineIsCutWhereItWouldBreak() {
        assertThat(TextTable.cut("一二三", 5)).isEqualTo("一二");
        assertThat(TextTable.cut("abc", 5)).isEqualTo("abc");
    }

    @Test
    void durations() {
        assertThat(Map.of(
                        9_940L, ProgressLines.duration(Terminal.texts(Language.EN), 9_940),
                        59_600L, ProgressLines.duration(Terminal.texts(Language.EN), 59_600)))
                .isEqualTo(Map.of(9_940L, "9.9 s", 59_600L, "1 min 0 s"));
    }
}
