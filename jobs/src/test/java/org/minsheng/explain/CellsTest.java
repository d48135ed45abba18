package org.minsheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.lake.ObservationTable;

class CellsTest {
    private static Row sent(String file, String received, Double value, boolean counts) {
        return new GenericRowWithSchema(
                new Object[] {
                    "people",
                    "TH101",
                    2025,
                    value,
                    value == null ? "O" : "A",
                    file,
                    Timestamp.from(Instant.parse(received + "T00:00:00Z")),
                    file,
                    "",
                    "A1",
                    "",
                    null,
                    counts
                },
                ObservationTable.TABLE.schema());
    }

    private static List<String> uses(Row... rows) {
        return new Cells(List.of(), Instant.parse("2026-12-31T00:00:00Z"))
                .of(List.of(rows)).stream().map(CellsTest::shown).toList();
    }

    private static String shown(Cell cell) {
        return cell.file() + " " + cell.use()
                + (cell.because() == null ? "" : " " + cell.because().file());
    }

    @Test
    void whoIsNoProviderDoesNotCountHoweverLate() {
        assertThat(uses(sent("a", "2026-01-01", 1.0, true), sent("b", "2026-02-01", 2.0, false)))
                .containsExactly("a IN_USE", "b OTHER_PROVIDER");
    }

    @Test
    void aMarkForMissingTakesThePlaceOfAValue() {
        assertThat(uses(sent("a", "2026-01-01", 1.0, true), sent("b", "2026-02-01", null, true)))
                .containsExactly("b IN_USE", "a SUPERSEDED b");
    }

    @Test
    void ofTwoReceivedAtOnceTheLaterNameCounts() {
        assertThat(uses(sent("b", "2026-01-01", 1.0, true), sent("a", "2026-01-01", 2.0, true)))
                .containsExactly("b IN_USE", "a SUPERSEDED b");
    }
}
