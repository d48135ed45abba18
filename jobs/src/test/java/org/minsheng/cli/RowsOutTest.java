package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.minsheng.TestSpark;

class RowsOutTest {
    private static String printed(int limit, String query) throws IOException {
        StringWriter out = new StringWriter();
        new RowsOut(RowsOut.Format.table, limit, new PrintWriter(out))
                .print(TestSpark.session().sql(query));
        return out.toString();
    }

    /** Two columns of the terminal to a Chinese character; numbers to the right; a line break does not break the table. */
    @Test
    void columnsStandBelowEachOther() throws IOException {
        assertThat(printed(
                        9, "SELECT * FROM VALUES ('吉林省', 12.5D, 'a\\nb'), ('x', NULL, NULL) AS t(name, value, note)"))
                .isEqualTo("""
                        name    value  note
                        ------  -----  ----
                        吉林省   12.5  a b
                        x
                        2 rows
                        """);
    }

    @Test
    void aTableThatIsCutSaysSo() throws IOException {
        assertThat(printed(2, "SELECT id FROM range(3)").lines().skip(2))
                .containsExactly(
                        " 0", " 1", "2 rows, and there are more: --limit shows them, --format csv and json give all");
        assertThat(printed(3, "SELECT id FROM range(3)")).endsWith("\n3 rows\n");
        assertThat(printed(1, "SELECT 1")).endsWith("\n1 row\n");
    }
}
