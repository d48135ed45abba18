package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;

/** The queries that the documents show, each of which has to be one. */
class DocumentedQueriesTest {
    private static final Pattern COMMAND = Pattern.compile("\\./minsheng sql [^\"\n]*\"(\\w[^\"]+)\"");
    private static final Pattern BLOCK = Pattern.compile("\n {4}(SELECT [^;`]+?)\n\n");

    @TempDir
    private static Path folder;

    private static SmallLake lake;

    @BeforeAll
    static void fill() {
        lake = new SmallLake(folder);
    }

    private static List<String> found(String document, Pattern pattern) throws IOException {
        String text = Files.readString(TestConf.HOME.resolve("docs").resolve(document));
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    @Test
    void eachIsAnswered() throws Exception {
        List<String> commands = found("queries.md", COMMAND);
        List<String> blocks = found("tables.md", BLOCK);
        assertThat(commands).hasSize(7);
        assertThat(blocks).hasSize(1);
        for (String query : Stream.concat(commands.stream(), blocks.stream()).toList()) {
            new Query(lake.spark, lake.tables)
                    .answer(
                            query,
                            rows -> assertThat(rows.collectAsList()).as(query).isNotNull());
        }
    }
}
