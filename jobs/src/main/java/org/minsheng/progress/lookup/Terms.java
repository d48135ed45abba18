package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Term;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ObservationTable;

/** One row per term of each formula. */
public final class Terms {
    /** Number of the term among those of all formulas. */
    public static final String TERM_NO = "term_no";
    /** Whether it is of the numerator; else it is of the denominator. */
    public static final String IS_NUMERATOR = "is_numerator";
    /** How many years later an observation counts than it is of. */
    public static final String LAG = "lag";
    /** 1 where the term is added, -1 where it is taken away. */
    public static final String SIGN = "sign";

    private Terms() {}

    private record Entry(int indicator, int number, Term term, boolean isNumerator) {}

    static Dataset<Row> of(SparkSession spark, List<NumberedIndicator> indicators) {
        List<Entry> entries = new ArrayList<>();
        for (NumberedIndicator of : indicators) {
            Formula formula = of.indicator().formula();
            formula.numerator().forEach(term -> entries.add(new Entry(of.number(), entries.size(), term, true)));
            formula.denominator().forEach(term -> entries.add(new Entry(of.number(), entries.size(), term, false)));
        }
        return new Lookup<Entry>()
                .column(INDICATOR_NO, IntegerType, Entry::indicator)
                .column(TERM_NO, IntegerType, Entry::number)
                .column(
                        ObservationTable.SERIES,
                        StringType,
                        entry -> entry.term().series())
                .column(IS_NUMERATOR, BooleanType, Entry::isNumerator)
                .column(LAG, IntegerType, entry -> entry.term().lag())
                .column(SIGN, IntegerType, entry -> entry.term().sign())
                .of(spark, entries.stream());
    }
}
