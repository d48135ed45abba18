package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.lake.Table;

class DictionaryTest {
    /** To make it again: {@code ./minsheng export --dictionary > docs/dictionary.md}. */
    @Test
    void theOneInTheDocumentsIsThatOfTheSchemas() throws IOException {
        assertThat(TestConf.HOME.resolve("docs/dictionary.md")).hasContent(Dictionary.markdown());
    }

    @Test
    void eachColumnSaysWhatItHolds() {
        for (Table table : Tables.ALL) {
            assertThat(table.schema().fields())
                    .as(table.name())
                    .allMatch(field -> field.getComment().isDefined()
                            && !field.getComment().get().isBlank());
        }
    }

    @Test
    void aLineOfAColumn() {
        assertThat(Dictionary.markdown())
                .contains("\n## score\n\nKey: `ref_area, time_period, component, code`\n")
                .contains("\n| `rank_median` | double | yes | median of these ranks |\n")
                .contains("\n| `missing` | array<string> | ");
    }
}
