package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;

/** The names beside the codes are written when the configuration changes, and not every night. */
class DimensionStageTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    @Test
    void namesAreThoseOfTheConfigurationAndWrittenOnlyWhenItChanges(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.thalassia(folder);
        RunResult first = Runs.run(conf, AS_OF, "dimension");
        assertThat(first.quiet()).isFalse();
        assertThat(Runs.table(folder, "indicator")
                        .filter("indicator = '1.1'")
                        .select("name_en", "unit")
                        .first()
                        .toString())
                .isEqualTo("[People with tap water,%]");
        assertThat(Runs.table(folder, "region")
                        .filter("ref_area IN ('TH101', 'TH102', 'TH1A7')")
                        .orderBy("ref_area")
                        .select("name", "name_en", "short_name_en")
                        .collectAsList())
                .extracting(Object::toString)
                .containsExactly("[Αγία,Αγία,Αγία]", "[Νέα Πόλη,Nea Poli,Nea Poli]", "[Λιμάνι,Limani Harbour,Limani]");
        assertThat(Runs.table(folder, "indicator")
                        .filter("indicator IN ('1.1', '2.1')")
                        .orderBy("indicator")
                        .select("lead", "lead_en")
                        .collectAsList())
                .extracting(Object::toString)
                .containsExactly("[Υπηρεσία Υδάτων,Water Service]", "[Υπηρεσία Δρόμων,Υπηρεσία Δρόμων]");
        assertThat(Runs.run(conf, AS_OF, "dimension").quiet()).isTrue();
        Path yaml = folder.resolve("thalassia/conf/minsheng.yaml");
        TestConf.replace(folder.resolve("thalassia/conf/regions.csv"), "Αγία", "Νέα Αγία");
        Configuration renamed = Configuration.read(
                yaml,
                Map.of(
                        "landing", conf.settings().landing(),
                        "lake", conf.settings().lake(),
                        "workbooks", conf.settings().workbooks()));
        assertThat(Runs.run(renamed, AS_OF, "dimension").quiet()).isFalse();
        assertThat(Runs.table(folder, "region")
                        .filter("ref_area = 'TH101'")
                        .first()
                        .<String>getAs("name"))
                .isEqualTo("Νέα Αγία");
    }
}
