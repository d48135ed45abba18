package org.minsheng.equity;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.catalogue.Policy;

/**
 * From what the counties reported of one indicator to its rows of three tables: Spark has no built-in function for most of these
 * measures, and those that it has add up in whatever order.
 */
final class Measuring implements MapFunction<Row, Row> {
    private final Counties counties;
    private final Map<String, Traits> traits;
    private final Policy policy;
    private final int lastYear;

    Measuring(Counties counties, Map<String, Traits> traits, Policy policy, int lastYear) {
        this.counties = counties;
        this.traits = traits;
        this.policy = policy;
        this.lastYear = lastYear;
    }

    /** A row of an indicator's id and the list of its rows, packed. */
    @Override
    public Row call(Row indicator) {
        Traits of = traits.get(indicator.getString(0));
        List<byte[]> packed = indicator.getList(1);
        Panel panel = new Panel(counties, packed, of.isOfCounted());
        return RowFactory.create(
                new EquityRows(counties, lastYear).of(of, panel).toArray(Row[]::new),
                new ConvergenceRows(counties, policy, lastYear).of(of, panel).toArray(Row[]::new),
                new ContributionRows(counties, lastYear).of(of, panel).toArray(Row[]::new));
    }
}
