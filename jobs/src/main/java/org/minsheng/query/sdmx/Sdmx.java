package org.minsheng.query.sdmx;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.Table;
import org.minsheng.query.Forms;
import org.minsheng.query.Tables;
import org.minsheng.query.sdmx.CodeList.Code;
import org.minsheng.query.sdmx.Component.Role;
import org.minsheng.storage.NewFile;

/** Writes a table as SDMX: its figures into one file as SDMX-CSV 2.0, what they mean into another beside it. */
public final class Sdmx {
    private static final String AGENCY = "[A-Za-z][A-Za-z0-9_-]*";
    private static final String ORIGINAL = "original";

    private final Tables tables;
    private final AsOf asOf;
    private final Function<Language, Texts> words;

    /**
     * Of some tables.
     *
     * @param asOf what became known later is not in use
     * @param words those of workbooks in a language
     */
    public Sdmx(Tables tables, AsOf asOf, Function<Language, Texts> words) {
        this.tables = tables;
        this.asOf = asOf;
        this.words = words;
    }

    /**
     * Looks whether a table can be written under the name of an agency.
     *
     * @throws ConfException if it cannot
     */
    public static void check(Table table, String agency) {
        if (!Flows.TABLES.contains(table)) {
            throw new ConfException(
                    "--format",
                    "there is no SDMX of the table " + table.name(),
                    "The tables observation and progress can be written so; others as csv or parquet");
        }
        if (!agency.matches(AGENCY)) {
            throw new ConfException(
                    "--agency",
                    "'" + agency + "' is no name of an agency in SDMX",
                    "Write Latin letters, digits, _ and -, and a letter first, such as STATS_OFFICE");
        }
    }

    /** Writes the two files of a table. */
    public void write(Table table, String agency, NewFile figures, NewFile structure) throws IOException {
        Flow flow = new Flows(tables, agency, asOf, words).of(table);
        structure.write(out -> StructureMessage.write(flow, asOf.instant(), out));
        figures.write(
                out -> Forms.csv(rows(flow), new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }

    /** Those of the file: each says which flow it is of, and codes are as SDMX allows them. */
    static Dataset<Row> rows(Flow flow) {
        Dataset<Row> rows = flow.rows();
        for (Component component : flow.components()) {
            if (component.codes() != null) {
                rows = named(rows, component);
            }
        }
        Stream<Column> head = Stream.of(
                lit("dataflow").as("STRUCTURE"), lit(flow.reference()).as("STRUCTURE_ID"), lit("I").as("ACTION"));
        Stream<Column> order =
                Stream.concat(flow.of(Role.DIMENSION), flow.of(Role.TIME)).map(dimension -> col(dimension.id()));
        return rows.orderBy(order.toArray(Column[]::new))
                .select(Stream.concat(head, flow.components().stream().map(component -> col(component.id())))
                        .toArray(Column[]::new));
    }

    private static Dataset<Row> named(Dataset<Row> rows, Component component) {
        String id = component.id();
        String name = id + "_name";
        Dataset<Row> names = new Lookup<Code>()
                .column(ORIGINAL, StringType, Code::original)
                .column(name, StringType, Code::id)
                .of(rows.sparkSession(), component.codes().codes().stream());
        return rows.join(broadcast(names), rows.col(id).equalTo(names.col(ORIGINAL)), "left")
                .drop(ORIGINAL, id)
                .withColumnRenamed(name, id);
    }
}
