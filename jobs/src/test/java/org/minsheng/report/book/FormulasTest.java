package org.minsheng.report.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.report.book.Formulas.place;

import org.junit.jupiter.api.Test;

class FormulasTest {
    @Test
    void cellsAndSheets() {
        assertThat(Formulas.cell(9, 27)).isEqualTo("AB10");
        assertThat(Formulas.on("it's") + Formulas.column(0, 2, 1)).isEqualTo("'it''s'!$B$1:$B$3");
    }

    @Test
    void sentences() {
        assertThat(Formulas.sentence("已填 " + place(0) + " / 应填 3", "A1")).isEqualTo("\"已填 \"&A1&\" / 应填 3\"");
        assertThat(Formulas.sentence(place(1) + place(0), "A1", "B1")).isEqualTo("B1&A1");
        assertThat(Formulas.sentence("so \"said\"" + place(0), "A1")).isEqualTo("\"so \"\"said\"\"\"&A1");
        assertThat(Formulas.sentence("nothing")).isEqualTo("\"nothing\"");
    }
}
