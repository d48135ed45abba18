package org.minsheng.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.minsheng.TestSpark;
import org.minsheng.conf.Settings;

/** Runs as the command line does them, in the session of the tests. */
public final class Runs {
    private Runs() {}

    /** A run that is asked for an instant. */
    public static RunResult run(Configuration conf, Instant asOf, Stage... stages) throws IOException {
        Settings s = conf.settings();
        Settings asked =
                new Settings(s.landing(), s.lake(), s.workbooks(), s.summaries(), asOf, s.divisions(), s.language());
        return new Run(TestSpark.session(), conf, ledger(asked, conf), () -> {}, line -> {})
                .execute("nightly", List.of(stages));
    }

    /** A run that uses all that has come. */
    public static RunResult run(Configuration conf, Stage... stages) throws IOException {
        return new Run(TestSpark.session(), conf, ledger(conf.settings(), conf), () -> {}, line -> {})
                .execute("nightly", List.of(stages));
    }

    static Ledger ledger(Settings settings, Configuration conf) throws IOException {
        return Ledger.open(
                settings,
                conf.fingerprint(),
                Instant.now(),
                TestSpark.session().sparkContext().hadoopConfiguration());
    }
}
