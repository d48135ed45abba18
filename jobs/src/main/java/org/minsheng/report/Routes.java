package org.minsheng.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
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

    private static final String BOOKS = "books";
    private static final String PROFILE = "profile";
    private static final String PROFILES = "profiles";

    private static final DataType BOOK_TYPE =
            new StructType().add(BOOK, DataTypes.IntegerType).add(PROFILE, DataTypes.IntegerType);

    private final SparkSession spark;
    private final Map<String, Set<Row>> areas = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> topics = new LinkedHashMap<>();

    /** Those of workbooks, the province's first. */
    Routes(SparkSession spark, Catalogue catalogue, Regions regions, List<Scope> scopes) {
        this.spark = spark;
        Map<Profile, Integer> profiles = new HashMap<>();
        Map<String, List<String>> codes = regions.all().stream()
                .collect(groupingBy(region -> regions.today(region).code(), mapping(Region::code, toList())));
        for (int book = 0; book < scopes.size(); book++) {
            Scope scope = scopes.get(book);
            int known = profiles.size();
            int profile = profiles.computeIfAbsent(Profile.of(scope), first -> known);
            if (profile == known) {
                addTopics(profile, scope, catalogue, scopes);
            }
            addAreas(RowFactory.create(book, profile), scope, codes);
        }
    }

    /** Which topics a workbook has. Thousands of counties have the same, so what a row is about need not be looked up in each. */
    private record Profile(Scope.Kind kind, String office, List<String> indicators) {
        static Profile of(Scope scope) {
            return new Profile(scope.kind(), scope.kind() == Scope.Kind.OFFICE ? scope.id() : null, scope.indicators());
        }
    }

    private void addTopics(int profile, Scope scope, Catalogue catalogue, List<Scope> scopes) {
        boolean all = scope.kind() == Scope.Kind.PROVINCE;
        Stream<String> fixed = all
                ? Stream.of(EVERY, WHOLE, UNKNOWN)
                : scope.kind() == Scope.Kind.OFFICE ? Stream.of(EVERY) : Stream.of(EVERY, WHOLE);
        Stream<String> offices = scopes.stream()
                .filter(other -> other.kind() == Scope.Kind.OFFICE && (all || other == scope))
                .map(other -> OFFICE + other.id());
        Stream<String> indicators = scope.indicators().stream().map(indicator -> INDICATOR + indicator);
        Stream<String> series =
                (all ? catalogue.series().keySet().stream() : scope.series(catalogue)).map(one -> SERIES + one);
        Stream.of(fixed, offices, indicators, series)
                .flatMap(Function.identity())
                .forEach(topic -> add(topics, topic, profile));
    }

    /** With all codes that its regions ever had; in the province's workbook are all regions that ever were. */
    private void addAreas(Row book, Scope scope, Map<String, List<String>> codes) {
        boolean all = scope.kind() == Scope.Kind.PROVINCE;
        Stream<String> regions = all
                ? codes.values().stream().flatMap(List::stream)
                : scope.areas().stream().flatMap(area -> codes.get(area).stream());
        Stream<String> fixed = Stream.of(EVERY, FOCUS + scope.focus());
        Stream.of(regions, fixed, all ? Stream.of(UNKNOWN) : Stream.<String>empty())
                .flatMap(Function.identity())
                .forEach(area -> add(areas, area, book));
    }

    private static <T> void add(Map<String, Set<T>> routes, String key, T to) {
        routes.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(to);
    }

    /** Each row once for each workbook that shows it, with the workbook's number. */
    Dataset<Row> route(Dataset<Row> rows) {
        return rows.join(broadcast(table(areas, AREA, BOOKS, BOOK_TYPE)), AREA)
                .join(broadcast(table(topics, TOPIC, PROFILES, DataTypes.IntegerType)), TOPIC)
                .withColumn(BOOK, explode(col(BOOKS)))
                .filter(array_contains(col(PROFILES), col(BOOK).getField(PROFILE)))
                .withColumn(BOOK, col(BOOK).getField(BOOK))
                .drop(AREA, TOPIC, BOOKS, PROFILES);
    }

    private <T> Dataset<Row> table(Map<String, Set<T>> routes, String key, String to, DataType type) {
        List<Row> rows = new ArrayList<>();
        routes.forEach((name, all) -> rows.add(RowFactory.create(name, List.copyOf(all))));
        return spark.createDataFrame(
                rows, new StructType().add(key, DataTypes.StringType).add(to, DataTypes.createArrayType(type)));
    }
}
