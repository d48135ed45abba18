package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.TestConf;
import org.minsheng.progress.Backtest.Outcome;

/** The model holds on real series: its intervals are as wide as they say, and no rival does better at any distance. */
class BacktestTest {
    private static final Path PANELS = TestConf.HOME.resolve("jobs/src/test/resources/panels/real_panels.csv");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void intervalsHoldAndNoRivalScoresBetter(boolean reported) throws IOException {
        Map<String, Map<Integer, Outcome>> outcomes = new Backtest(8).run(Backtest.panels(PANELS, reported));
        Map<Integer, Outcome> ours = outcomes.get("drift (ours)");
        for (int ahead : List.of(1, 3, 5)) {
            assertThat(ours.get(ahead).cases()).isGreaterThan(2000);
            assertThat(ours.get(ahead).inside95()).as("95%%, %d years", ahead).isBetween(0.90, 0.98);
            for (String rival : List.of("drift (R's rwf)", "line", "logit line", "logit drift")) {
                assertThat(ours.get(ahead).score())
                        .as(rival + ", " + ahead)
                        .isLessThan(outcomes.get(rival).get(ahead).score());
            }
        }
    }
}
