package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.minsheng.report.Facts.Kind;

class RowsFingerprintTest {
    private static String of(Row... rows) {
        return RowsFingerprint.of(new Facts(Map.of(Kind.NOTICE, Arrays.asList(rows))));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        Row one = RowFactory.create("a", 1, null);
        Row other = RowFactory.create("a", 2, 0.5);
        assertThat(of(one, other))
                .isEqualTo(of(other, one))
                .isNotEqualTo(of(one))
                .isNotEqualTo(of(one, other, other));
    }

    @Test
    void eachValueCountsWhereItStands() {
        assertThat(List.of(
                        of(RowFactory.create("ab", "c")),
                        of(RowFactory.create("a", "bc")),
                        of(RowFactory.create("abc", "")),
                        of(RowFactory.create("abc", null)),
                        of(RowFactory.create("abc", "null")),
                        of(RowFactory.create(null, "abc"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theKindCounts() {
        List<Row> rows = List.of(RowFactory.create("a"));
        assertThat(RowsFingerprint.of(new Facts(Map.of(Kind.NOTICE, rows))))
                .isNotEqualTo(RowsFingerprint.of(new Facts(Map.of(Kind.EVIDENCE, rows))));
    }

    @Test
    void theZoneOfTheMachineDoesNotCount() {
        TimeZone zone = TimeZone.getDefault();
        Row row = RowFactory.create(Timestamp.from(Instant.parse("2026-01-20T00:00:00Z")));
        String here = of(row);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(of(row)).isEqualTo(here);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(of(row)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
