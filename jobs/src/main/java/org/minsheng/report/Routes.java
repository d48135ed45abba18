package org.minsheng.report;

import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Which workbooks show a row: those that have both its area and its topic. One pair of small joins serves rows of all
 * kinds.
 */
final class Routes {
    /** The number of a workbook. */
    static final String BOOK = "book";

    static final String AREA = "area";
    static final String TOPIC = "topic";

    /** The area or topic of what is in all workbooks. */
    static final String EVERY = "*";

    /** The area and topic of what is not known, and stands in the province's workbook only. */
    static final String UNKNOWN = "?";

    /** The topic of what is about regions as a whole: in all workbooks but those of offices, which answer for a part. */
    static final String WHOLE = "whole";

    /** Before the code of a region: the workbooks that are about it. */
    static final String FOCUS = "focus:";

    static final String INDICATOR = "indicator:";
    static final String SERIES = "series:";
    static final String OFFICE = "office:";

    private static final String BOOKS_OF_AREA = "books_of_area";
    private static final String BOOKS_OF_TOPIC = "books_of_topic";

    /** The province's workbook, which is the first. */
    private static final int ALL = 0;

    private final SparkSession spark;
    private final Map<String, Set<Integer>> areas = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> topics = new LinkedHashMap<>();

    Routes(SparkSession spark, Catalogue catalogue, Regions regions, List<Scope> scopes) {
        this.spark = spark;
        for (int book = 0; book < scopes.size(); book++) {
            Scope scope = scopes.get(book);
            boolean all = scope.kind() == Scope.Kind.PROVINCE;
            for (Region region : regions.all()) {
                if (all || scope.areas().contains(regions.today(region).code())) {
                    add(areas, book, region.code());
                }
            }
            add(areas, book, EVERY, FOCUS + scope.focus());
            add(topics, book, EVERY, OFFICE + scope.id());
            if (scope.kind() != Scope.Kind.OFFICE) {
                add(topics, book, WHOLE);
            }
            for (String indicator : scope.indicators()) {
                add(topics, book, INDICATOR + indicator);
            }
            List<String> series = all
                    ? List.copyOf(catalogue.series().keySet())
                    : scope.series(catalogue).toList();
            for (String one : series) {
                add(topics, book, SERIES + one);
            }
            if (all) {
                add(areas, book, UNKNOWN);
                add(topics, book, UNKNOWN);
                scopes.forEach(other -> add(topics, ALL, OFFICE + other.id()));
            }
        }
    }

    private static void add(Map<String, Set<Integer>> routes, int book, String... keys) {
        Arrays.stream(keys)
                .forEach(key ->
                        routes.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(book));
    }

    /** Each row once for each workbook that shows it, with the workbook's number. */
    Dataset<Row> route(Dataset<Row> rows) {
        return rows.join(broadcast(table(areas, AREA, BOOKS_OF_AREA)), AREA)
                .join(broadcast(table(topics, TOPIC, BOOKS_OF_TOPIC)), TOPIC)
                .withColumn(BOOK, explode(array_intersect(col(BOOKS_OF_AREA), col(BOOKS_OF_TOPIC))))
                .drop(AREA, TOPIC, BOOKS_OF_AREA, BOOKS_OF_TOPIC);
    }

    private Dataset<Row> table(Map<String, Set<Integer>> routes, String key, String books) {
        List<Row> rows = new ArrayList<>();
        routes.forEach((name, numbers) -> rows.add(RowFactory.create(name, List.copyOf(numbers))));
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add(key, DataTypes.StringType)
                        .add(books, DataTypes.createArrayType(DataTypes.IntegerType)));
    }
}
