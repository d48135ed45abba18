package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BookFingerprintTest {
    @Test
    void eachPartCounts() {
        List<String> prints = List.of(
                BookFingerprint.of("basis", 1, 2),
                BookFingerprint.of("other", 1, 2),
                BookFingerprint.of("basis", 2, 2),
                BookFingerprint.of("basis", 1, -2),
                BookFingerprint.of("basis", 12, 0));
        assertThat(prints).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{64}"));
    }

    @Test
    void whichBasisItHasCanBeSeen() {
        String print = BookFingerprint.of("basis", 1, 2);
        assertThat(BookFingerprint.mayBeOf("basis", print)).isTrue();
        assertThat(BookFingerprint.mayBeOf("other", print)).isFalse();
        assertThat(BookFingerprint.mayBeOf("basis", "")).isFalse();
    }
}
