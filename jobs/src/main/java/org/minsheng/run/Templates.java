package org.minsheng.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.Template;

/** Makes reporting templates with what is in use for the year before. */
public final class Templates {
    private Templates() {}

    /**
     * A template as .xlsx.
     *
     * @throws ConfException if the year is before the policy's base year or still to come, or nobody owes under the office's name
     */
    public static byte[] write(SparkSession spark, Configuration conf, AsOf asOf, String office, int year)
            throws IOException {
        int first = conf.catalogue().policy().baseYear();
        int last = asOf.day().getYear();
        if (year < first || year > last) {
            throw new ConfException(
                    "--year",
                    "there is no reporting on " + year,
                    "Name a year from " + first + ", the base year of the policy, to " + last + ", which is running");
        }
        Lake lake = new Lake(spark, conf.settings().lake());
        Map<Template.Key, Double> previous = new HashMap<>();
        Template template =
                new Template(conf.catalogue(), conf.regions(), conf.settings().language(), office, year, previous);
        spark.sparkContext().setJobDescription("figures of " + (year - 1));
        ObservationTable.current(
                        ObservationTable.counting(WithdrawalTable.without(
                                lake.read(ObservationTable.TABLE),
                                lake.read(WithdrawalTable.TABLE),
                                asOf.instant(),
                                asOf.zone())),
                        asOf.instant())
                .filter(col(ObservationTable.TIME_PERIOD)
                        .equalTo(year - 1)
                        .and(col(ObservationTable.OBS_VALUE).isNotNull()))
                .select(ObservationTable.SERIES, ObservationTable.REF_AREA, ObservationTable.OBS_VALUE)
                .collectAsList()
                .forEach(row -> conf.regions()
                        .find(row.getString(1))
                        .ifPresent(region -> conf.regions()
                                .succession(region)
                                .forEach(same -> previous.put(
                                        new Template.Key(row.getString(0), same.code()), row.getDouble(2)))));
        return template.write();
    }
}
