package org.minsheng.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.report.Report;
import org.minsheng.run.Configuration;
import org.minsheng.run.Run;
import org.minsheng.run.RunLock;
import org.minsheng.run.RunResult;
import org.minsheng.run.Session;
import org.minsheng.run.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A subcommand that runs stages on Spark and ends with a summary. */
abstract class RunCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--strict", description = "Exit with 1 where there are rejects, though the run was done.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    /** The stages, in order. */
    abstract List<Stage> stages();

    /** The configuration that the options name. */
    Configuration configuration() {
        return common.configuration(settings());
    }

    /** Where results go. */
    java.io.PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Settings that options of the subcommand stand for. */
    Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Integer call() throws Exception {
        Configuration conf = configuration();
        // The only look at the clock: without an as-of, all that was received until now counts.
        Instant asOf = Optional.ofNullable(conf.settings().asOf()).orElseGet(Instant::now);
        spec.commandLine().getErr().println("minsheng " + spec.name() + ": starting Spark ...");
        SparkSession spark = Session.open();
        try {
            return underLock(spark, conf, asOf);
        } finally {
            spark.stop();
        }
    }

    private int underLock(SparkSession spark, Configuration conf, Instant asOf) throws IOException {
        CommandLine line = spec.commandLine();
        RunLock lock = RunLock.take(
                conf.settings().lake(), spec.name(), spark.sparkContext().hadoopConfiguration());
        try {
            RunResult result = new Run(spark, conf, asOf, text -> {
                        line.getErr().println("  " + text);
                        line.getErr().flush();
                    })
                    .execute(spec.name(), stages());
            new Summary(conf.catalogue(), Report.texts(conf.settings().language()), line.getOut()).print(result);
            return strict && !result.rejectsByReason().isEmpty() ? 1 : 0;
        } finally {
            lock.close();
        }
    }
}
