package org.minsheng.report;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.minsheng.report.Facts.Kind;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of all kinds in one table come back as those of their own. */
class FactsTest {
    private static final StructType SCHEMA = new StructType()
            .add("ref_area", DataTypes.StringType)
            .add("rank", DataTypes.IntegerType)
            .add("people", DataTypes.LongType)
            .add("provisional", DataTypes.BooleanType)
            .add("score", DataTypes.DoubleType)
            .add("due_on", DataTypes.DateType)
            .add("received_at", DataTypes.TimestampType)
            .add("missing", DataTypes.createArrayType(DataTypes.StringType));

    private static List<Row> thereAndBack(Row... rows) {
        Dataset<Row> table = session().createDataFrame(List.of(rows), SCHEMA);
        Dataset<Row> mixed = table.select(
                lit(Kind.PLACE.name()).as(Facts.KIND), Packed.column(table).as(Facts.PACKED));
        return Facts.of(mixed.collectAsList().iterator(), Map.of(Kind.PLACE, SCHEMA))
                .of(Kind.PLACE);
    }

    @Test
    void whatIsPackedHasItsTypesAgainToTheLastDigit() {
        Timestamp at = Timestamp.from(Instant.parse("2026-03-20T15:59:59.000001Z"));
        Object[] values = {
            "220122", 7, 3_000_000_000L, true, 0.1 + 0.2, LocalDate.parse("2025-12-31"), at, List.of("220102", "220103")
        };
        Object[] others = {"两\n行", -1, -1L, false, 1e-300, LocalDate.parse("1918-01-01"), new Timestamp(-1), List.of()};
        List<Row> own = thereAndBack(RowFactory.create(values), RowFactory.create(others));
        for (Row row : own) {
            Object[] wanted = row.getString(0).equals("220122") ? values : others;
            assertThat(CollectionConverters.asJava(row.toSeq()).subList(0, 7))
                    .containsExactlyElementsOf(List.of(wanted).subList(0, 7));
            assertThat(row.<String>getList(7)).isEqualTo(wanted[7]);
        }
        assertThat(own).hasSize(2);
    }

    private static List<Long> hashes(String kind, Object[]... rows) {
        StructType texts = new StructType().add("a", DataTypes.StringType).add("b", DataTypes.StringType);
        Dataset<Row> table = session()
                .createDataFrame(Arrays.stream(rows).map(RowFactory::create).toList(), texts);
        return table.select(Packed.hash(lit(kind), Packed.column(table))).collectAsList().stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    /** Spark's own hashes pass over what is null, so that it would be the same wherever it stands. */
    @Test
    void eachValueCountsInTheHashWhereItStands() {
        assertThat(hashes(
                        "PLACE",
                        new Object[] {"ab", "c"},
                        new Object[] {"a", "bc"},
                        new Object[] {"abc", ""},
                        new Object[] {"abc", null},
                        new Object[] {"abc", "null"},
                        new Object[] {"", "abc"},
                        new Object[] {null, "abc"},
                        new Object[] {null, null},
                        new Object[] {"", ""}))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(hashes("PLACE", new Object[] {"a", "b"}))
                .isEqualTo(hashes("PLACE", new Object[] {"a", "b"}))
                .isNotEqualTo(hashes("SCORE", new Object[] {"a", "b"}));
    }

    @Test
    void whatIsNotThereIsNotThereStill() {
        Row nothing = RowFactory.create(new Object[SCHEMA.size()]);
        assertThat(thereAndBack(nothing)).containsExactly(nothing);
    }

    /** There is one for each series and region: a workbook of a nation would hold hundreds of thousands to name a day. */
    @Test
    void ofWhenFiguresWereReceivedTheLastIsLeft() {
        StructType schema =
                new StructType().add("series", DataTypes.StringType).add("received_at", DataTypes.TimestampType);
        List<Row> rows = List.of(
                RowFactory.create("a", Timestamp.from(Instant.parse("2026-01-20T00:00:00Z"))),
                RowFactory.create("c", Timestamp.from(Instant.parse("2026-03-31T00:00:00Z"))),
                RowFactory.create("d", Timestamp.from(Instant.parse("2026-03-31T00:00:00Z"))),
                RowFactory.create("b", Timestamp.from(Instant.parse("2026-02-01T00:00:00Z"))));
        Dataset<Row> table = session().createDataFrame(rows, schema);
        List<Row> mixed = new ArrayList<>(table.select(
                        lit(Kind.RECEIVED.name()).as(Facts.KIND),
                        Packed.column(table).as(Facts.PACKED))
                .collectAsList());
        assertThat(received(mixed, schema)).containsExactly(rows.get(2));
        Collections.reverse(mixed);
        assertThat(received(mixed, schema)).containsExactly(rows.get(2));
    }

    private static List<Row> received(List<Row> mixed, StructType schema) {
        return Facts.of(mixed.iterator(), Map.of(Kind.RECEIVED, schema)).of(Kind.RECEIVED);
    }
}
