package org.minsheng.query;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Nearest;
import org.minsheng.lake.Lake;
import org.minsheng.lake.Table;

/** All tables that an analyst may name, which are those of the lake. */
public final class Tables {
    /** All of them. */
    public static final List<Table> ALL = Lake.TABLES;

    /** Their names. */
    public static final List<String> NAMES = ALL.stream().map(Table::name).toList();

    private final Lake lake;

    /** Those of a lake. */
    public Tables(SparkSession spark, String lake) {
        this.lake = new Lake(spark, lake);
    }

    /**
     * The table of a name.
     *
     * @throws ConfException if there is none, with what may have been meant
     */
    public static Table find(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    static ConfException unknown(String name) {
        return new ConfException("table", "there is no table '" + name + "'", Nearest.remedy(name, NAMES));
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> rows(Table table) {
        return lake.read(table);
    }
}
