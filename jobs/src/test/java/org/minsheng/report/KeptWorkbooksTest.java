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

/** Which workbooks are written again: those whose rows are others, and those that are not there as they were written. */
class KeptWorkbooksTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final String PROGRAM = "program";

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

    private static Report.Tables tables(Dataset<Row> progress) {
        return SomeTables.of(progress, SomeTables.none(ProjectionTable.TABLE));
    }

    /** What a night leaves. */
    private List<Written> night(String program, Dataset<Row> progress) throws IOException {
        OutputFolder out = new OutputFolder(folder.toString(), new Configuration());
        List<Written> written = new Report(
                        session(),
                        conf.catalogue(),
                        conf.regions(),
                        conf.settings().language(),
                        new AsOf(AS_OF, ZoneOffset.UTC))
                .run(tables(progress), out, program);
        new Manifest(out).replace(written, AS_OF, "run");
        return written;
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
    void thoseWhoseRowsAreOthersAndThoseThatAreNotThere() throws IOException {
        List<Written> first = night(PROGRAM, progress);
        assertThat(first).hasSizeGreaterThan(4).allMatch(Written::changed);
        assertThat(night(PROGRAM, progress)).noneMatch(Written::changed);

        List<Written> corrected = night(PROGRAM, corrected());
        assertThat(changed(corrected))
                .anyMatch(file -> file.contains("TH101"))
                .anyMatch(file -> file.startsWith("1-"))
                .noneMatch(file -> file.contains("TH2") || file.contains("THX3"));

        String gone = first.get(2).file();
        String other = first.get(5).file();
        byte[] bytes = Files.readAllBytes(folder.resolve(gone));
        Files.delete(folder.resolve(gone));
        Files.write(folder.resolve(other), new byte[] {1});
        List<Written> again = night(PROGRAM, corrected());
        assertThat(changed(again)).containsExactlyInAnyOrder(gone, other);
        assertThat(again)
                .extracting(Written::sha256)
                .isEqualTo(corrected.stream().map(Written::sha256).toList());
        assertThat(folder.resolve(gone)).hasBinaryContent(bytes);

        // The same bytes, though what they follow from is another.
        assertThat(night("another program", corrected()))
                .noneMatch(Written::changed)
                .extracting(Written::rows)
                .doesNotContainAnyElementsOf(
                        corrected.stream().map(Written::rows).toList());
    }
}
