package org.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds two datasets against each other as wholes: the same columns and the same rows, in whatever order. */
public final class SameRows {
    private SameRows() {}

    /** Fails, with some of the rows that only one of them has, or one more often than the other. */
    public static void assertSameRows(Dataset<Row> actual, Dataset<Row> expected) {
        assertThat(actual.columns()).isEqualTo(expected.columns());
        new JavaDataFrameSuiteBase().assertDataFrameDataEquals(expected, actual);
    }
}
