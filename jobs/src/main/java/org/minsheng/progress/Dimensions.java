package org.minsheng.progress;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProgressTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Catalogue and regions as small tables, which Spark sends to every executor: no Spark job an indicator. */
final class Dimensions {
    static final String SERIES = "series";
    static final String IS_NUMERATOR = "is_numerator";
    static final String LAG = "lag";
    static final String SIGN = "sign";
    static final String NUMERATOR_TERMS = "numerator_terms";
    static final String DENOMINATOR_TERMS = "denominator_terms";
    static final String SCALE = "scale";
    static final String MOST = "most";
    static final String COUNTY = "county";
    static final String ANY_CODE = "any_code";

    private final SparkSession spark;

    Dimensions(SparkSession spark) {
        this.spark = spark;
    }

    /** A row a series of each formula: series, indicator, is_numerator, lag, sign. */
    Dataset<Row> terms(Catalogue catalogue) {
        List<Row> rows = new ArrayList<>();
        catalogue.indicators().forEach(indicator -> {
            Formula formula = indicator.formula();
            formula.numerator().forEach(term -> rows.add(term(indicator, term, true)));
            formula.denominator().forEach(term -> rows.add(term(indicator, term, false)));
        });
        return table(
                rows,
                schema().add(ProgressTable.INDICATOR, StringType)
                        .add(SERIES, StringType)
                        .add(IS_NUMERATOR, BooleanType)
                        .add(LAG, IntegerType)
                        .add(SIGN, IntegerType));
    }

    private static Row term(Indicator indicator, Term term, boolean numerator) {
        return RowFactory.create(indicator.id(), term.series(), numerator, term.lag(), term.sign());
    }

    /** A row an indicator: how many terms its formula has, scale and largest possible value. */
    Dataset<Row> formulas(Catalogue catalogue) {
        List<Row> rows = catalogue
                .indicators()
                .map(indicator -> RowFactory.create(
                        indicator.id(),
                        indicator.formula().numerator().size(),
                        indicator.formula().denominator().size(),
                        indicator.formula().scale().doubleValue(),
                        indicator.most() == null ? null : indicator.most().doubleValue()))
                .toList();
        return table(
                rows,
                schema().add(ProgressTable.INDICATOR, StringType)
                        .add(NUMERATOR_TERMS, IntegerType)
                        .add(DENOMINATOR_TERMS, IntegerType)
                        .add(SCALE, DoubleType)
                        .add(MOST, DoubleType));
    }

    /** A row an indicator whose target is in force on the day: kind, value, deadline. */
    Dataset<Row> targets(Catalogue catalogue, LocalDate day) {
        List<Row> rows = new ArrayList<>();
        catalogue.indicators().forEach(indicator -> {
            Optional<Target> target = indicator.target(day);
            target.ifPresent(t -> rows.add(
                    RowFactory.create(indicator.id(), t.kind().word(), t.value().doubleValue(), t.deadline())));
        });
        return table(
                rows,
                schema().add(ProgressTable.INDICATOR, StringType)
                        .add(ProgressTable.TARGET_KIND, StringType)
                        .add(ProgressTable.TARGET_VALUE, DoubleType)
                        .add(ProgressTable.DEADLINE, IntegerType));
    }

    /** A row a county code of any time: the code, and the county of today that goes on with it. */
    Dataset<Row> counties(Regions regions) {
        List<Row> rows = regions.all().stream()
                .filter(region -> region.level() == Level.COUNTY)
                .map(region ->
                        RowFactory.create(region.code(), regions.today(region).code()))
                .toList();
        return table(rows, schema().add(ANY_CODE, StringType).add(COUNTY, StringType));
    }

    /** A row a county of today and region that it counts in, itself among them. */
    Dataset<Row> rollUp(Regions regions) {
        List<Row> rows = new ArrayList<>();
        for (Region county : regions.today(Level.COUNTY)) {
            regions.withAncestors(county).forEach(region -> rows.add(RowFactory.create(county.code(), region.code())));
        }
        return table(rows, schema().add(COUNTY, StringType).add(ProgressTable.REF_AREA, StringType));
    }

    /** A row a region of today: level, and how many counties count in it. */
    Dataset<Row> regions(Regions regions) {
        List<Row> rows = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Region region : regions.today(level)) {
                int counties = (int) regions.today(Level.COUNTY).stream()
                        .filter(county -> regions.withAncestors(county).contains(region))
                        .count();
                rows.add(RowFactory.create(region.code(), level.word(), counties));
            }
        }
        return table(
                rows,
                schema().add(ProgressTable.REF_AREA, StringType)
                        .add(ProgressTable.REGION_LEVEL, StringType)
                        .add(ProgressTable.UNITS_EXPECTED, IntegerType));
    }

    private static StructType schema() {
        return new StructType();
    }

    private Dataset<Row> table(List<Row> rows, StructType schema) {
        return spark.createDataFrame(rows, schema);
    }

    /** The type in which values are added up: exact, so that a sum does not depend on the order of its parts. */
    static DataType exact() {
        return org.apache.spark.sql.types.DataTypes.createDecimalType(28, 8);
    }
}
