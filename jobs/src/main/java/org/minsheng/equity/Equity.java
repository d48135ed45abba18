package org.minsheng.equity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.Table;
import org.minsheng.region.Regions;

/** The step that measures how unequal counties are in each indicator: all of them in one pass over the table progress. */
public final class Equity {
    private static final StructType FOUND = new StructType()
            .add(EquityTable.TABLE.name(), createArrayType(EquityTable.TABLE.schema()), false)
            .add(ConvergenceTable.TABLE.name(), createArrayType(ConvergenceTable.TABLE.schema()), false)
            .add(ContributionTable.TABLE.name(), createArrayType(ContributionTable.TABLE.schema()), false);

    private final Counties counties;
    private final Measuring measuring;

    /** The step; years after the last one that is over at {@code asOf} are provisional. */
    public Equity(Catalogue catalogue, Regions regions, AsOf asOf) {
        Map<String, Traits> traits = catalogue
                .indicators()
                .map(indicator -> Traits.of(indicator, catalogue, asOf.day()))
                .collect(Collectors.toMap(Traits::id, Function.identity()));
        counties = new Counties(regions);
        measuring = new Measuring(counties, traits, catalogue.policy(), asOf.lastYear());
    }

    /** From rows of the table progress to a row for each indicator, which holds those of the three tables. */
    public Dataset<Row> run(Dataset<Row> progress) {
        return progress.filter(col(REGION_LEVEL).equalTo(Level.COUNTY.word()))
                .select(Packing.columns())
                .mapPartitions(new Packing(counties), Encoders.row(Packing.SCHEMA))
                .groupBy(INDICATOR)
                .agg(collect_list(Packing.PACKED))
                .map(measuring, Encoders.row(FOUND));
    }

    /** The rows of one of the tables. */
    public static Dataset<Row> rows(Dataset<Row> found, Table table) {
        return found.select(explode(col(table.name())).as("row")).select("row.*");
    }
}
