package org.minsheng.query.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.conf.Label;
import org.minsheng.query.sdmx.CodeList.Code;

class SdmxIdTest {
    /** U+516C U+9877; the tile is of four bytes. */
    @ParameterizedTest
    @CsvSource({
        "30.2, 30-2",
        "rural_population, rural_population",
        "22010A, 22010A",
        "%, $25$",
        "公顷, $516C@9877$",
        "a-b, a$2D$b",
        "元/月, $5143@2F@6708$",
        "$25$, $24$25$24$",
        "🀄, $1F004$"
    })
    void aCodeHasANameThatLeadsBack(String code, String id) {
        assertThat(SdmxId.of(code)).isEqualTo(id);
        assertThat(SdmxId.code(id)).isEqualTo(code);
    }

    @Test
    void eachNameIsOneOfSdmxAndOfOneCodeOnly() {
        Random random = new Random(7);
        String alphabet = "aZ09_.-$@% 公😀";
        int[] letters = alphabet.codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                code.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            String id = SdmxId.of(code.toString());
            assertThat(id).matches("[A-Za-z0-9_@$-]+");
            assertThat(SdmxId.code(id)).isEqualTo(code.toString());
        }
    }

    @Test
    void aListTakesNoCodeTwice() {
        Code code = new Code("30.2", new Label("一", "one"), null);
        assertThatThrownBy(() -> new CodeList("CL_X", new Label("表", "list"), List.of(code, code)))
                .hasMessageContaining("'30.2' and '30.2' of CL_X both become 30-2");
    }
}
