package org.minsheng.cli;

import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Settings;
import org.minsheng.query.Tables;
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
     * @throws ConfException if no run has written the lake yet, which is told without Spark
     */
    static int run(Settings settings, Work work) throws Exception {
        Session.checkLocale();
        Tables.checkWritten(settings.lake());
        SparkSession spark = Session.open();
        try {
            return work.call(spark, new Tables(spark, settings.lake()));
        } finally {
            spark.stop();
        }
    }
}
