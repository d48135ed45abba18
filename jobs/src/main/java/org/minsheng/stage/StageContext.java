package org.minsheng.stage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Settings;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.layout.Layout;
import org.minsheng.region.Regions;

/**
 * What every stage of a run is given.
 *
 * @param asOf what became known later is not used
 * @param runId names the run in what is written
 * @param program version and build of the program, and the fingerprint of the configuration
 * @param guard fails where this run may no longer write
 */
public record StageContext(
        SparkSession spark,
        Lake lake,
        Settings settings,
        Catalogue catalogue,
        Regions regions,
        List<Layout> layouts,
        AsOf asOf,
        String runId,
        String program,
        Runnable guard) {
    /** The observations that are not withdrawn. */
    public Dataset<Row> standing() {
        return WithdrawalTable.without(
                lake.read(ObservationTable.TABLE), lake.read(WithdrawalTable.TABLE), asOf.instant(), asOf.zone());
    }

    /** Those of them that count. */
    public Dataset<Row> observations() {
        return ObservationTable.counting(standing());
    }
}
