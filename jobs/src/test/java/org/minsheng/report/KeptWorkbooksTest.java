package org.minsheng.report;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.run.Runs;
import org.minsheng.storage.OutputFolder;

/** Which workbooks are written again: those whose rows are others, whether that is looked for first or by who writes. */
class KeptWorkbooksTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final String PROGRAM = "program";
    private static final int ALWAYS = 1;
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private org.minsheng.run.Configuration conf;
    private Dataset<Row> progress;

    /** A figure of each region. */
    @BeforeEach
    void someFigures() throws IOException {
        conf = Runs.thalassia(folder);
        String indicator =
                conf.catalogue().indicators().findFirst().orElseThrow().id();
        WorkbookFixture fixture = new WorkbookFixture();
        List<Row> rows = Stream.of(Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
                .flatMap(level -> conf.regions().today(level).stream())
                .map(region -> fixture.progress(region.code(), region.level().word(), 2025, 80.0, "missed")
                        .put(ProgressTable.INDICATOR, indicator)
                        .in(ProgressTable.TABLE.schema()))
                .toList();
        progress = session().createDataFrame(rows, ProgressTable.TABLE.schema());
    }

    private OutputFolder out(String name) {
        return new OutputFolder(folder.resolve(name).toString(), new Configuration());
    }

    private Report report(int many) {
        return new Report(
                session(),
                conf.catalogue(),
                conf.regions(),
                conf.settings().language(),
                new AsOf(AS_OF, ZoneOffset.UTC),
                many);
    }

    private static Report.Tables tables(Dataset<Row> progress) {
        return SomeTables.of(progress, SomeTables.none(ProjectionTable.TABLE));
    }

    /** What a night leaves in a folder. */
    private List<Written> night(int many, String name, Dataset<Row> progress) throws IOException {
        List<Written> written = report(many).run(tables(progress), out(name), PROGRAM);
        new Manifest(out(name)).replace(written, AS_OF, "run");
        return written;
    }

    /** The files that are found to be kept before any is written. */
    private Set<String> found(String name, String program, Dataset<Row> progress) throws IOException {
        Report report = report(ALWAYS);
        FactRows facts = report.facts(tables(progress));
        return report
                .kept(
                        facts,
                        JavaSparkContext.fromSparkContext(session().sparkContext())
                                .broadcast(report.order(facts, out(name), program)))
                .stream()
                .map(Written::file)
                .collect(toSet());
    }

    /** The figure of one county is another. */
    private Dataset<Row> corrected() {
        return progress.withColumn(
                ProgressTable.OBS_VALUE,
                when(col(ProgressTable.REF_AREA).equalTo("TH101"), 81.0).otherwise(col(ProgressTable.OBS_VALUE)));
    }

    private static Set<String> changed(List<Written> written) {
        return written.stream().filter(Written::changed).map(Written::file).collect(toSet());
    }

    @Test
    void whoLooksFirstWritesTheSameAsWhoDoesNot() throws IOException {
        List<Written> first = night(ALWAYS, "looking", progress);
        assertThat(night(NEVER, "writing", progress)).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(4).allMatch(Written::changed);

        // Of offices without a row nothing is found; whoever writes leaves them as they are.
        Set<String> all = first.stream()
                .map(Written::file)
                .filter(file -> !file.startsWith("4-"))
                .collect(toSet());
        assertThat(found("looking", PROGRAM, progress)).containsAll(all);
        assertThat(found("looking", "another program", progress)).isEmpty();

        Set<String> kept = found("looking", PROGRAM, corrected());
        List<Written> corrected = night(ALWAYS, "looking", corrected());
        assertThat(night(NEVER, "writing", corrected())).isEqualTo(corrected);
        assertThat(changed(corrected))
                .doesNotContainAnyElementsOf(kept)
                .anyMatch(file -> file.contains("TH101"))
                .anyMatch(file -> file.startsWith("1-"))
                .noneMatch(file -> file.contains("TH2") || file.contains("THX3"));
        assertThat(kept)
                .containsAll(all.stream()
                        .filter(file -> file.contains("TH2") || file.contains("THX3"))
                        .toList())
                .noneMatch(file -> file.contains("TH101") || file.startsWith("1-"));

        String gone = first.get(2).file();
        String other = first.get(5).file();
        byte[] bytes = Files.readAllBytes(folder.resolve("looking").resolve(gone));
        Files.delete(folder.resolve("looking").resolve(gone));
        Files.write(folder.resolve("looking").resolve(other), new byte[] {1});
        List<Written> again = night(ALWAYS, "looking", corrected());
        assertThat(changed(again)).containsExactlyInAnyOrder(gone, other);
        assertThat(again)
                .extracting(Written::sha256)
                .isEqualTo(corrected.stream().map(Written::sha256).toList());
        assertThat(folder.resolve("looking").resolve(gone)).hasBinaryContent(bytes);
    }
}
