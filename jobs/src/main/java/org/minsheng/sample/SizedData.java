package org.minsheng.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Policy;

/** Writes synthetic data of any size into a folder, with a configuration that fits them: Spark's tasks write whole files. */
final class SizedData {
    /** More are too many for the driver to keep an eye on; each then writes several files. */
    private static final int MOST_TASKS = 10_000;

    private final Size size;
    private final SizedFolder folder;
    private final SizedFigures figures;
    private final SizedConfiguration configuration;

    /**
     * Data that are yet to be written.
     *
     * @param given the configuration whose policy and units they are of
     * @throws org.minsheng.conf.ConfException if they cannot be written there
     */
    SizedData(Size.Asked asked, Catalogue given, Path out) throws IOException {
        Policy policy = given.policy();
        this.size = Size.of(asked, out);
        this.folder = new SizedFolder(out);
        folder.checkOurs();
        size.checkRoom(out, folder.free());
        this.figures = new SizedFigures(size.seed(), policy.baseYear(), policy.horizon());
        this.configuration = new SizedConfiguration(size, figures, given);
    }

    /**
     * Writes them, in the place of those that an earlier run has written there.
     *
     * @param settings the file of the given configuration
     */
    SizedFiles.Written write(SparkSession spark, Path settings) throws IOException {
        folder.checkOurs(); // once more, as Spark takes its time
        folder.begin(size);
        configuration.write(settings, folder.conf());
        SizedFiles files = new SizedFiles(size, figures, folder.landing());
        spark.sparkContext().setJobDescription("write synthetic data");
        SizedFiles.Written written = spark.range(0, size.files(), 1, Math.min(size.files(), MOST_TASKS))
                .javaRDD() // what a session runs itself does not see the jar that was added to the context
                .map(file -> files.write(file.intValue()))
                .reduce(SizedFiles.Written::and);
        configuration.writeSettings(settings, folder.conf());
        return written;
    }
}
