package org.minsheng.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.RunTable;

class FormsTest {
    @TempDir
    private static Path folder;

    private static SmallLake lake;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void fill() {
        lake = new SmallLake(folder);
    }

    /** RFC 4180: CRLF, quotes doubled, line breaks within quotes; null is nothing, and an empty text two quotes. */
    @Test
    void csv() throws IOException {
        Forms.csv(lake.tables.rows(RejectTable.TABLE).select("raw", "cells", "detail", "series", "received_at"), out);
        assertThat(out)
                .hasToString("raw,cells,detail,series,received_at\r\n"
                        + "\"约\n\"\"五\"\", 六\",1,\"\",,2026-01-28 03:30:00\r\n");
    }

    @Test
    void numbersHaveNoExponent() throws IOException {
        Forms.csv(lake.spark.sql("SELECT 1.5E9D, 2D, 1.25E-7D, double('NaN')"), out);
        assertThat(out.toString().lines().skip(1)).containsExactly("1500000000,2,0.000000125,NaN");
    }

    @Test
    void twoColumnsMayHaveOneName() throws IOException {
        Forms.csv(lake.spark.sql("SELECT 1 AS a, 2 AS a"), out);
        assertThat(out).hasToString("a,a\r\n1,2\r\n");
    }

    @Test
    void jsonHasAnObjectALineWithAllColumns() throws IOException {
        Forms.json(lake.tables.rows(RunTable.TABLE).select("counts", "started_at", "as_of"), out);
        assertThat(out)
                .hasToString(
                        "{\"counts\":{\"cells\":12345678},\"started_at\":\"2026-01-28T03:30:00.000Z\",\"as_of\":null}\n");
    }
}
