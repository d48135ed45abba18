package org.minsheng;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minsheng.SameRows.assertSameRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SameRowsTest {
    private static Dataset<Row> rows(String values) {
        return TestSpark.session().sql("SELECT * FROM VALUES " + values + " AS t(region, value)");
    }

    @Test
    void orderIsOfNoMatterAndNothingIsTheSameAsNothing() {
        assertSameRows(rows("('a', 1.5), ('b', null), ('a', 1.5)"), rows("('b', null), ('a', 1.5), ('a', 1.5)"));
    }

    @Test
    void eachDifferenceIsSeen() {
        Dataset<Row> expected = rows("('a', 1.5), ('b', null), ('b', null)");
        assertDiffers(rows("('a', 1.5), ('b', null)"), expected); // too few
        assertDiffers(rows("('a', 1.5), ('a', 1.5), ('b', null)"), expected); // as many, but not as often
        assertDiffers(rows("('a', 1.6), ('b', null), ('b', null)"), expected);
        assertDiffers(rows("('a', 1.5), ('b', 0.0), ('b', null)"), expected);
        assertDiffers(expected.withColumnRenamed("value", "obs_value"), expected);
    }

    private static void assertDiffers(Dataset<Row> actual, Dataset<Row> expected) {
        assertThatThrownBy(() -> assertSameRows(actual, expected)).isInstanceOf(AssertionError.class);
    }
}
