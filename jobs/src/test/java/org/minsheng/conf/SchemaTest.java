package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.TestConf;

/** Holds the schemas that editors use against the shipped files and those of tests, and against mistakes that they have to show. */
class SchemaTest {
    private static final Path CONF = TestConf.HOME.resolve("conf");
    private static final YAMLMapper YAML = new YAMLMapper();

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONF.resolve("schema/" + name + ".schema.json")));
    }

    /** The schema that a file names in its first line, as editors read it. */
    private static String nameOf(Path file) throws IOException {
        String first = Files.readAllLines(file).get(0);
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        Path schema = file.getParent()
                .resolve(first.substring(first.indexOf('=') + 1))
                .normalize();
        assertThat(schema).exists();
        return schema.getFileName().toString().replace(".schema.json", "");
    }

    static List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path conf : List.of(CONF, TestConf.JILIN, TestConf.THALASSIA.resolve("conf"))) {
            try (Stream<Path> files = Files.walk(conf)) {
                files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileFitsTheSchemaThatItNames(Path file) throws IOException {
        JsonNode content = YAML.readTree(Files.readString(file));
        assertThat(schema(nameOf(file)).validate(content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minsheng.yaml, 'lake: ', 'laek: '",
        "minsheng.yaml, 'language: zh', 'language: cn'",
        "policy.yaml, 'horizon: 2025', 'horizon: two'",
        "policy.yaml, '  issuer: 省民生办', '  isuer: 省民生办'",
        "policy.yaml, 'tolerance: 0.005', 'tolerance: 0.005\nscorecard: {seed: -1}'",
        "policy.yaml, 'tolerance: 0.005', 'tolerance: 0.005\nscorecard: {weight-noise: 1}'",
        "policy.yaml, 'tolerance: 0.005', 'tolerance: 0.005\nscorecard: {least-present: 2}'",
        "policy.yaml, 'tolerance: 0.005', 'tolerance: 0.005\nscorecard: {replication: 9}'",
        "policy.yaml, 'difference: 0.10', 'difference: 0'",
        "policy.yaml, '  reading: {zh: 以县际差异系数不高于0.10为准。, en: At most 0.10 between counties.}\n', ''",
        "policy.yaml, 'district: {zh: 市辖区, en: urban districts}', 'district: 市辖区'",
        "units.yaml, 'factor: 10000, en: ha', 'factor: 0, en: ha'",
        "catalogue/08-culture-sport.yaml, 'level: county', 'level: conty'",
        "catalogue/08-culture-sport.yaml, 'kind: level', 'kind: levl'",
        "catalogue/08-culture-sport.yaml, 'field: 8\n', 'field: 8\nweight: -1\n'",
        "catalogue/08-culture-sport.yaml, 'value: 2.6', 'value: ２.6'",
        "catalogue/08-culture-sport.yaml, 'numerator: sports_area', 'numeratr: sports_area'",
        "catalogue/05-health.yaml, 'tolerance: 2', 'tolerance: -2'",
        "catalogue/06-public-services.yaml, '            direction: up\n', ''",
        "layouts/rehabilitation.yaml, 'rows: 1', 'rows: 0'",
        "layouts/rural-water.yaml, '合计: \"220000\"', '合计: \"全省\"'",
    })
    void aMistakeShowsInTheEditor(String name, String from, String to) throws IOException {
        Path file = TestConf.JILIN.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        assertThat(schema(nameOf(file))
                        .validate(YAML.readTree(text.replaceFirst(java.util.regex.Pattern.quote(from), to))))
                .isNotEmpty();
    }
}
