package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.minsheng.report.Facts.Kind;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of all kinds in one table come back as those of their own. */
class FactsTest {
    private static final StructType PLACE = new StructType()
            .add("ref_area", DataTypes.StringType)
            .add("rank", DataTypes.IntegerType)
            .add("people", DataTypes.LongType)
            .add("provisional", DataTypes.BooleanType)
            .add("score", DataTypes.DoubleType);

    private static Row mixed(String... texts) {
        StructType schema = new StructType()
                .add(Facts.KIND, DataTypes.StringType)
                .add(Facts.PACKED, DataTypes.createArrayType(DataTypes.StringType));
        Object packed = CollectionConverters.asScala(Arrays.asList(texts)).toSeq();
        return new GenericRowWithSchema(new Object[] {Kind.PLACE.name(), packed}, schema);
    }

    @Test
    void whatIsPackedHasItsTypesAgainToTheLastDigit() {
        List<Row> rows = List.of(
                mixed("220122", "7", "3000000000", "true", "0.30000000000000004"),
                mixed("220182", null, null, null, "1.0E-5"));
        List<Row> own = Facts.of(rows.iterator(), Map.of(Kind.PLACE, PLACE)).of(Kind.PLACE);
        assertThat(CollectionConverters.asJava(own.get(0).toSeq()))
                .containsExactly("220122", 7, 3_000_000_000L, true, 0.1 + 0.2);
        assertThat(CollectionConverters.asJava(own.get(1).toSeq()))
                .containsExactly("220182", null, null, null, 0.00001);
    }
}
