package org.minsheng.run;

import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.progress.Progress;
import org.minsheng.progress.Projections;
import org.minsheng.quality.Checks;

/** What the steps of a night say as of another instant than the tables are: computed when it is read, and not written. */
final class Computed {
    private final SparkSession spark;
    private final Lake lake;
    private final Configuration conf;
    private final AsOf asOf;

    Computed(SparkSession spark, Lake lake, Configuration conf, AsOf asOf) {
        this.spark = spark;
        this.lake = lake;
        this.conf = conf;
        this.asOf = asOf;
    }

    /**
     * Rows of the table progress.
     *
     * @param indicators which ones
     * @param needed the observations that these rest on
     */
    Dataset<Row> progress(Predicate<String> indicators, Column needed) {
        return new Progress(
                        spark, conf.catalogue(), conf.regions(), conf.settings().divisions(), asOf, indicators)
                .run(standing().filter(needed).transform(ObservationTable::counting));
    }

    /** Rows of the table projection, from those of progress. */
    Dataset<Row> projection(Dataset<Row> progress) {
        return new Projections(spark, conf.catalogue(), asOf).run(progress);
    }

    /** Rows of the table flag: of all series, as a value is held against others, and the marks of a file are counted. */
    Dataset<Row> flags() {
        return new Checks(spark, conf.catalogue(), conf.regions(), asOf)
                .run(Checks.inUse(standing(), asOf).cache(), standing()); // each of them goes through it
    }

    private Dataset<Row> standing() {
        return WithdrawalTable.without(
                lake.read(ObservationTable.TABLE), lake.read(WithdrawalTable.TABLE), asOf.instant(), asOf.zone());
    }
}
