package org.minsheng.query.sdmx;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Label;
import org.minsheng.lake.IndicatorTable;
import org.minsheng.lake.RegionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.UnitTable;
import org.minsheng.query.Tables;
import org.minsheng.query.sdmx.CodeList.Code;

/** The codes of the tables of names; one that figures have and these tables do not, as the configuration has dropped it, is its own name. */
final class Codes {
    private final Tables tables;
    private final Dataset<Row> figures;

    /** Those for some figures. */
    Codes(Tables tables, Dataset<Row> figures) {
        this.tables = tables;
        this.figures = figures;
    }

    /** Those of a table with a name in each language. */
    List<Code> named(Table table, String column) {
        String key = table.key().get(0);
        return codes(
                table,
                column,
                row -> new Code(
                        row.getAs(key),
                        new Label(row.getAs(IndicatorTable.NAME_ZH), row.getAs(IndicatorTable.NAME_EN)),
                        null));
    }

    /** Regions, each below the one that it lies in. */
    List<Code> regions() {
        return codes(
                RegionTable.TABLE,
                "REF_AREA",
                row -> new Code(
                        row.getAs(RegionTable.REF_AREA),
                        new Label(row.getAs(RegionTable.NAME), row.getAs(RegionTable.NAME_EN)),
                        row.getAs(RegionTable.PARENT)));
    }

    List<Code> units() {
        return codes(UnitTable.TABLE, Component.UNIT_MEASURE, row -> {
            String unit = row.getAs(UnitTable.UNIT);
            return new Code(unit, new Label(unit, row.getAs(UnitTable.NAME_EN)), null);
        });
    }

    private List<Code> codes(Table table, String column, Function<Row, Code> code) {
        List<Code> codes =
                new ArrayList<>(tables.rows(table).orderBy(table.key().get(0)).collectAsList().stream()
                        .map(code)
                        .toList());
        Set<String> known = codes.stream().map(Code::original).collect(Collectors.toSet());
        figures.select(column).distinct().filter(col(column).isNotNull()).collectAsList().stream()
                .map(row -> row.getString(0))
                .filter(used -> !known.contains(used))
                .sorted()
                .forEach(used -> codes.add(new Code(used, new Label(used, used), null)));
        return codes;
    }
}
