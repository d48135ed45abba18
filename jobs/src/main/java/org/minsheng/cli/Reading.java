package org.minsheng.cli;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Settings;
import org.minsheng.query.Tables;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/** The frame of each command that only reads a lake: it waits for no lock, as what it reads is whole at any time. */
final class Reading {
    private Reading() {}

    /** What the command does. */
    interface Work {
        int call(SparkSession spark, Tables tables) throws Exception;
    }

    /**
     * Does the work; returns its exit code.
     *
     * @param conf read only where tables of an earlier time are asked for, as it takes longer than a query of one
     * @throws ConfException if no run has written the lake yet, which is told without Spark
     */
    static int run(Settings settings, Supplier<Configuration> conf, Work work) throws Exception {
        Session.checkLocale();
        Tables.checkWritten(settings.lake());
        SparkSession spark = Session.open();
        try {
            return work.call(
                    spark, settings.asOf() == null ? new Tables(spark, settings.lake()) : Tables.of(spark, conf.get()));
        } finally {
            spark.stop();
        }
    }
}
