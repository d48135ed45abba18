package org.minsheng.sample;

import java.nio.file.Path;
import java.util.List;
import org.minsheng.cli.CommonOptions;
import org.minsheng.cli.Extra;
import org.minsheng.conf.ConfException;
import org.minsheng.run.Configuration;
import org.minsheng.storage.LocalPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: makes the synthetic sample tables. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Makes the synthetic tables of sample-data/, always the same for the same seed. A folder that holds"
                        + " other files is left alone.")
public final class SampleCommand implements Extra {
    @Mixin
    private CommonOptions common;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: the landing folder).")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed gives other figures (default: ${DEFAULT-VALUE}).")
    private long seed = SampleData.SEED;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration conf = common.configuration();
        Path folder = out == null ? landing(conf.settings().landing()) : out;
        List<Path> written =
                SampleData.write(conf.catalogue(), conf.regions(), common.home().resolve("sample-data"), seed, folder);
        written.forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }

    private static Path landing(String location) {
        return location.startsWith("/")
                ? Path.of(location)
                : LocalPath.of(new org.apache.hadoop.fs.Path(location))
                        .orElseThrow(() -> new ConfException(
                                "landing", location + " is no folder of this machine", "Name one with --out"));
    }
}
