package org.minsheng.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.minsheng.cli.CommonOptions;
import org.minsheng.cli.Extra;
import org.minsheng.cli.Terminal;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Texts;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;
import org.minsheng.storage.LocalPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: makes the synthetic sample tables, or synthetic data of any size. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Makes the synthetic tables of sample-data/, always the same for the same seed. With --counties synthetic data"
                        + " of any size instead, with a configuration for them in DIR/conf. A folder that holds other files is"
                        + " left alone.")
public final class SampleCommand implements Extra {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where to write (default: the landing folder); with --counties on a cluster a folder that all of its"
                            + " machines see.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed gives other figures (default: ${DEFAULT-VALUE}).")
    private long seed = SampleData.SEED;

    @Option(
            names = "--counties",
            paramLabel = "N",
            description = "Instead: data of so many invented counties, made on Spark.")
    private Integer counties;

    @Option(names = "--indicators", paramLabel = "M", description = "With --counties: of so many invented indicators.")
    private Integer indicators;

    @Option(
            names = "--years",
            paramLabel = "A-B",
            description = "With --counties: from one year to another, such as 2018-2025.")
    private String years;

    @Option(
            names = "--corrections",
            paramLabel = "P",
            description =
                    "With --counties: the share of the values that is sent again with another value, from 0 to 1 (default: 0).")
    private Double corrections;

    @Option(
            names = "--files",
            paramLabel = "F",
            description = "With --counties: in so many files (default: one for each prefecture, of ten counties).")
    private Integer files;

    @Option(
            names = "--format",
            description =
                    "With --counties: ${COMPLETION-CANDIDATES} (default: canonical); csv and xlsx are wide tables, of a"
                            + " county and year in each row.")
    private Size.Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration conf = common.configuration();
        if (counties != null) {
            return sized(conf);
        } else if (Stream.of(indicators, years, corrections, files, format).anyMatch(Objects::nonNull)) {
            throw new ConfException(
                    "--counties", "it is missing", "Data of any size need --counties, --indicators, --years and --out");
        }
        Path folder = out == null ? landing(conf.settings().landing()) : out;
        List<Path> written =
                SampleData.write(conf.catalogue(), conf.regions(), common.home().resolve("sample-data"), seed, folder);
        written.forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }

    private int sized(Configuration conf) throws IOException {
        long begun = System.nanoTime();
        Session.checkLocale();
        checkPlaces();
        SizedData data = new SizedData(
                new Size.Asked(
                        counties,
                        indicators,
                        years,
                        Objects.requireNonNullElse(corrections, 0.0),
                        files,
                        Objects.requireNonNullElse(format, Size.Format.canonical),
                        seed),
                conf.catalogue(),
                out);
        Texts texts = Terminal.texts(conf.settings().language());
        SizedFiles.Written written = write(data, texts);
        PrintWriter to = spec.commandLine().getOut();
        to.println(texts.get(
                "sample.done",
                out,
                number("%,d", written.files()),
                number("%,d", written.rows()),
                number("%,.1f", written.bytes() / 1e6),
                number("%,d", written.corrections()),
                number("%.1f", (System.nanoTime() - begun) / 1e9)));
        to.println(texts.get("sample.next", out.resolve("conf").resolve("minsheng.yaml")));
        return 0;
    }

    /** Figures that describe no real place must not come among those of offices, nor in the place of what they come from. */
    private void checkPlaces() throws IOException {
        for (String place : List.of("MINSHENG_LANDING", "MINSHENG_LAKE", "MINSHENG_WORKBOOKS", "MINSHENG_SUMMARIES")) {
            if (System.getenv(place) != null) {
                throw new ConfException(
                        place, "it is set, and a run over synthetic data would use that place", "Unset it");
            }
        }
        if (out != null && out.toString().matches("[a-z][a-z0-9+.-]*:/.*")) {
            throw new ConfException("--out", out + " is no folder of this machine", "Name another one");
        }
        Path settings = common.settingsFile();
        if (out != null && Files.exists(out) && settings.toRealPath().startsWith(out.toRealPath())) {
            throw new ConfException(
                    "--out",
                    "the configuration that was given lies in " + out,
                    "Name a new folder: nothing is written over");
        }
    }

    @SuppressWarnings("try") // the lines go on as long as it is open
    private SizedFiles.Written write(SizedData data, Texts texts) throws IOException {
        SparkSession spark = Session.open();
        if (!spark.sparkContext().isLocal()) {
            // This jar: the launcher gives Spark the program's alone.
            spark.sparkContext()
                    .addJar(SampleCommand.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString());
        }
        try (SizedProgress progress =
                new SizedProgress(spark, texts, spec.commandLine().getErr())) {
            return data.write(spark, common.settingsFile());
        } finally {
            spark.stop();
        }
    }

    private static String number(String format, Object number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static Path landing(String location) {
        return location.startsWith("/")
                ? Path.of(location)
                : LocalPath.of(new org.apache.hadoop.fs.Path(location))
                        .orElseThrow(() -> new ConfException(
                                "landing", location + " is no folder of this machine", "Name one with --out"));
    }
}
