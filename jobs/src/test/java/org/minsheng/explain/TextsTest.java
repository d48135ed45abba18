package org.minsheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.explain.Explanation.Part;
import org.minsheng.explain.Explanation.Use;
import org.minsheng.stage.Change;

class TextsTest {
    private static TreeSet<String> keys(Locale locale) {
        return new TreeSet<>(
                ResourceBundle.getBundle("org.minsheng.explain.texts", locale).keySet());
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(keys(Locale.CHINESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyWordHasItsSentence() {
        assertThat(keys(Locale.ENGLISH))
                .containsAll(Arrays.stream(Use.values())
                        .map(use -> "use." + use.word())
                        .toList())
                .containsAll(Arrays.stream(Part.values())
                        .map(part -> "parts." + part.word())
                        .toList())
                .containsAll(Arrays.stream(TargetKind.Name.values())
                        .map(kind -> "target.kind." + kind.word())
                        .toList())
                .containsAll(Arrays.stream(Change.values())
                        .filter(change -> change != Change.NEVER && change != Change.TIME)
                        .map(change -> "changed." + change.word())
                        .toList());
    }
}
