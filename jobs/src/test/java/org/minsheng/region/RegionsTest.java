package org.minsheng.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.TestConf;
import org.minsheng.conf.Level;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

class RegionsTest {
    private static final Regions REGIONS = shipped();

    private static Regions shipped() {
        Problems problems = new Problems();
        return RegionsReader.read(TestConf.HOME.resolve("conf/regions.csv"), "conf/regions.csv", problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    @Test
    void theProvinceOfToday() {
        assertThat(REGIONS.today(Level.PROVINCE)).hasSize(1);
        assertThat(REGIONS.today(Level.PREFECTURE)).hasSize(9);
        assertThat(REGIONS.today(Level.COUNTY)).hasSize(60);
        assertThat(REGIONS.today(Level.COUNTY).stream()
                        .mapToLong(Region::population)
                        .sum())
                .isEqualTo(21_989_150);
    }

    @ParameterizedTest
    @CsvSource({
        "220122, 2025, 220122",
        "农安县, 2025, 220122",
        "农安, 2025, 220122",
        "' 农　安 县 ', 2025, 220122",
        "吉林省, 2025, 220000",
        "吉林市, 2025, 220200",
        "通化市, 2025, 220500",
        "通化县, 2025, 220521",
        "二道区, 2025, 220105",
        "二道江区, 2025, 220503",
        "长白县, 2025, 220623",
        "前郭县, 2025, 220721",
        "扶余县, 2025, 220781",
        "公主岭市, 2019, 220381",
        "公主岭市, 2020, 220184",
        "220184, 2018, 220381",
        "220381, 2024, 220184",
    })
    void namesAndCodes(String text, int year, String code) {
        assertThat(REGIONS.resolve(text, year))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.region().code()).isEqualTo(code));
    }

    @Test
    void anUnknownNameComesWithTheNearest() {
        assertThat(REGIONS.resolve("农安现", 2025)).isEqualTo(new Resolution.Unknown(List.of("农安县")));
        assertThat(REGIONS.resolve("净月大学城", 2025)).isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void aNameOfSeveralRegionsIsNotGuessed(@TempDir Path work) throws IOException {
        Path file = work.resolve("regions.csv");
        String text = Files.readString(TestConf.HOME.resolve("conf/regions.csv"));
        Files.writeString(file, text.replace("220303,铁东区,铁东区", "220303,铁西区,铁东区"));
        Regions regions =
                RegionsReader.read(file, "regions.csv", new Problems()).orElseThrow();
        assertThat(regions.resolve("铁西区", 2025))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        several -> assertThat(several.candidates())
                                .extracting(Region::code)
                                .containsExactly("220302", "220303"));
    }

    @Test
    void ancestorsAreThoseOfToday() {
        Region before = REGIONS.find("220381").orElseThrow();
        assertThat(REGIONS.withAncestors(before))
                .extracting(Region::code)
                .containsExactly("220184", "220100", "220000");
    }

    @Test
    void everyMistakeOfTheFileAtOnce(@TempDir Path work) throws IOException {
        Path file = work.resolve("regions.csv");
        String text = Files.readString(TestConf.HOME.resolve("conf/regions.csv"));
        Files.writeString(
                file,
                text.replace("220122,农安县,农安县,county,220100", "220122,农安县,农安县,conty,220100")
                        .replace("220182,榆树市,榆树市,county,220100", "220182,榆树市,榆树市,county,220900")
                        .replace(",,2019,220184,", ",,2019,220999,")
                        .replace("220221,永吉县", "22022１,永吉县"));
        Problems problems = new Problems();
        assertThat(RegionsReader.read(file, "regions.csv", problems)).isEmpty();
        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "regions.csv:19:1: 'conty' is not a level. Did you mean 'county'?",
                        "regions.csv:20:1: the parent 220900 is not in the file. Did you mean '220000'?",
                        "regions.csv:23:1: the succession of 220381 does not end in a code of this file",
                        "regions.csv:28:1: '22022１' is not a code of six places");
    }
}
