package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.report.book.Page.Shade.DONE;
import static org.minsheng.report.book.Page.Shade.OVERDUE;
import static org.minsheng.report.book.Page.Shade.SHORT;
import static org.minsheng.report.book.Page.Shade.UNKNOWN;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bars of counties on the page: fifteen cells each. */
class PageRegionsTest {
    /** One of three met, one missed and one overdue: what is overdue took a third of what was left, and the rest looked met. */
    @Test
    void eachStateHasItsShareOfTheWholeBar() {
        assertThat(PageRegions.parts(new Tally(1, 0, 1, 1, 0)))
                .isEqualTo(Map.of(DONE, 5, UNKNOWN, 0, OVERDUE, 5, SHORT, 5));
        assertThat(PageRegions.parts(new Tally(28, 0, 14, 10, 0)))
                .isEqualTo(Map.of(DONE, 8, UNKNOWN, 0, OVERDUE, 3, SHORT, 4));
    }
}
