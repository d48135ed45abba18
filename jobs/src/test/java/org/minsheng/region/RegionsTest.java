package org.minsheng.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.OnJilin;
import org.minsheng.TestConf;
import org.minsheng.conf.Level;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

class RegionsTest {
    private static final Regions REGIONS = read(TestConf.JILIN.resolve("regions.csv"));

    private static Regions read(Path file) {
        Problems problems = new Problems();
        return RegionsReader.read(file, "conf/regions.csv", problems)
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

    /** The codes do not tell: those of the cities of 延边 look like those of districts. */
    @Test
    @OnJilin
    void districtsAndCountiesAreGroupsOfTheirOwn() {
        Map<Boolean, List<Region>> isDistrict =
                read(TestConf.HOME.resolve("conf/regions.csv")).today(Level.COUNTY).stream()
                        .collect(Collectors.partitioningBy(
                                county -> county.name().endsWith("区")));
        assertThat(isDistrict.get(true)).hasSize(21).allMatch(one -> "district".equals(one.peerGroup()));
        assertThat(isDistrict.get(false)).hasSize(39).allMatch(one -> "county".equals(one.peerGroup()));
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

    /** Names that several places share, or that hold one another, with what the table says around them. */
    @ParameterizedTest
    @CsvSource({
        "四平市铁西区, , 220302",
        "四平市铁东区, , 220303",
        "铁西区, 四平市, 220302",
        "通化县, 通化市, 220521",
        "通化, 通化市, 220500",
        "吉林市, 吉林省, 220200",
        "二道区, 长春市, 220105",
        "通化市二道江区, , 220503",
        "长白县, 白山市, 220623",
        "长白朝鲜族自治县, , 220623",
        "前郭县, 松原市, 220721",
        "前郭尔罗斯蒙古族自治县, , 220721",
    })
    void namesThatCollide(String text, String within, String code) {
        assertThat(REGIONS.resolve(text, 2025, within == null ? null : found(within)))
                .isEqualTo(new Resolution.Found(REGIONS.find(code).orElseThrow()));
    }

    /** 吉林 between 长春 and 四平 is the city, beside 辽宁 it is the province: a layout's totals have to say which. */
    @Test
    void theNameOfTheProvinceAndOfItsCityIsNotGuessed() {
        assertThat(REGIONS.resolve("吉 林", 2025))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        several -> assertThat(several.candidates())
                                .extracting(Region::code)
                                .containsExactly("220000", "220200"));
    }

    private static Region found(String name) {
        return ((Resolution.Found) REGIONS.resolve(name, 2025)).region();
    }

    /** Whatever is written, in whatever division: it is that region's own code or name in some time, or nothing. */
    @Test
    void noTextIsTakenForARegionThatDoesNotBearIt() {
        Random random = new Random(20261123);
        List<Region> all = List.copyOf(REGIONS.all());
        String letters = all.stream().map(Region::name).collect(Collectors.joining());
        for (int i = 0; i < 20_000; i++) {
            Region region = all.get(random.nextInt(all.size()));
            Region within = random.nextBoolean() ? null : all.get(random.nextInt(all.size()));
            int year = 2015 + random.nextInt(12);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? region.name() : region.shortName());
            switch (random.nextInt(4)) {
                case 0 ->
                    text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
                case 1 -> text.deleteCharAt(random.nextInt(text.length()));
                case 2 -> text.insert(random.nextInt(text.length() + 1), '\u3000');
                default -> text.insert(0, all.get(random.nextInt(all.size())).name());
            }
            String written = text.toString();
            if (REGIONS.resolve(written, year, within) instanceof Resolution.Found found) {
                String plain = written.replaceAll("[\\s\u3000]", "");
                assertThat(REGIONS.succession(found.region()))
                        .as("%s in %d within %s", written, year, within)
                        .anyMatch(r -> Stream.concat(Stream.of(r.name(), r.shortName(), r.code()), r.aliases().stream())
                                .anyMatch(plain::endsWith));
                assertThat(found.region().validIn(year)
                                || REGIONS.succession(found.region()).size() == 1)
                        .as("%s in %d", written, year)
                        .isTrue();
                if (within != null) {
                    assertThat(Stream.concat(
                                    REGIONS.withAncestors(found.region()).stream(),
                                    REGIONS.succession(found.region()).stream()
                                            .flatMap(r -> REGIONS.withAncestorsThen(r).stream())))
                            .as("%s within %s", written, within)
                            .contains(within);
                }
            }
        }
    }

    @Test
    void anUnknownNameComesWithTheNearest() {
        assertThat(REGIONS.resolve("农安现", 2025)).isEqualTo(new Resolution.Unknown(List.of("农安县")));
        assertThat(REGIONS.resolve("净月大学城", 2025)).isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void aNameOfSeveralRegionsIsNotGuessed(@TempDir Path work) throws IOException {
        Path file = work.resolve("regions.csv");
        String text = Files.readString(TestConf.JILIN.resolve("regions.csv"));
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
        String text = Files.readString(TestConf.JILIN.resolve("regions.csv"));
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
                        "regions.csv:28:1: '22022１' is not a code. Write capital letters from A to Z and digits, with a - or ."
                                + " only between them");
    }

    /** As office programs save it: with a byte-order mark, in GBK, in GB18030 with a character that GBK has not. */
    @Test
    void aFileAsExcelSavesIt(@TempDir Path work) throws IOException {
        String text = Files.readString(TestConf.JILIN.resolve("regions.csv"));
        Path file = work.resolve("regions.csv");
        Map<String, byte[]> forms = Map.of(
                "mark", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                "GBK", text.getBytes(Charset.forName("GBK")),
                "GB18030", text.replace("农安县", "\uD840\uDC0B县").getBytes(Charset.forName("GB18030")));
        for (Map.Entry<String, byte[]> form : forms.entrySet()) {
            Files.write(file, form.getValue());
            Problems problems = new Problems();
            Regions regions =
                    RegionsReader.read(file, "conf/regions.csv", problems).orElseThrow();
            assertThat(problems.all()).as(form.getKey()).isEmpty();
            assertThat(regions.find("220122").orElseThrow().name())
                    .as(form.getKey())
                    .isEqualTo(form.getKey().equals("GB18030") ? "\uD840\uDC0B县" : "农安县");
        }
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFF, 'x'});
        Problems problems = new Problems();
        assertThat(RegionsReader.read(file, "conf/regions.csv", problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly("conf/regions.csv: the file is text in neither UTF-8 nor GB18030. Save it as UTF-8");
    }
}
