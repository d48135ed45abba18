package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.minsheng.progress.lookup.Indicators.REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Levels.IS_REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Memberships.AREA_NO;
import static org.minsheng.progress.lookup.Memberships.FIRST_YEAR;
import static org.minsheng.progress.lookup.Memberships.LAST_YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ProgressTable;
import org.minsheng.progress.lookup.Geography.Membership;
import org.minsheng.region.Region;

/**
 * One row per region of today, level of reporting at or below it, and span of years in which the same reporters count in it: how many
 * are told to report, which zones may do so beside them, and how many people live in all of them.
 */
public final class Areas {
    /** Place of the region's level, the smallest first. */
    public static final String LEVEL_NO = "level_no";
    /** How many reporters are expected. */
    public static final String REPORTERS = "reporters";
    /** Numbers of the zones that may report beside them; may be empty. */
    public static final String ZONES = "zones";
    /** The people of all of them, null where none are known. */
    public static final String PEOPLE_EXPECTED = "people_expected";

    private Areas() {}

    /** A region in a span of years, with those in it that report at a level. */
    private record Span(Region region, Level level, int first, int last, List<Region> reporters) {
        boolean isReporterLevel() {
            return region.level().reportsAs(level);
        }

        /** None beside a region that reports itself. */
        List<Region> zones() {
            return isReporterLevel()
                    ? List.of()
                    : reporters.stream()
                            .filter(reporter -> reporter.level() == Level.ZONE)
                            .toList();
        }
    }

    static Dataset<Row> of(SparkSession spark, Geography geography) {
        List<Membership> memberships = geography.memberships();
        return new Lookup<Span>()
                .column(AREA_NO, IntegerType, span -> geography.number(span.region()))
                .column(
                        ProgressTable.REF_AREA,
                        StringType,
                        span -> span.region().code())
                .column(REPORTER_LEVEL, StringType, span -> span.level().word())
                .column(FIRST_YEAR, IntegerType, Span::first)
                .column(LAST_YEAR, IntegerType, Span::last)
                .column(LEVEL_NO, IntegerType, span -> span.region().level().ordinal())
                .column(
                        ProgressTable.REGION_LEVEL,
                        StringType,
                        span -> span.region().level().word())
                .column(IS_REPORTER_LEVEL, BooleanType, Span::isReporterLevel)
                .column(
                        REPORTERS,
                        IntegerType,
                        span -> span.reporters().size() - span.zones().size())
                .column(
                        ZONES,
                        createArrayType(IntegerType, false),
                        span -> span.zones().stream()
                                .map(geography::numberToday)
                                .toList())
                .column(PEOPLE_EXPECTED, LongType, span -> people(span.reporters(), geography))
                .of(spark, geography.today().flatMap(region -> spans(region, memberships)));
    }

    private static Stream<Span> spans(Region region, List<Membership> memberships) {
        List<Membership> inside =
                memberships.stream().filter(one -> one.area() == region).toList();
        return Geography.levels(region).flatMap(level -> spans(region, level, inside));
    }

    /** A span begins wherever a reporter begins to count, or no longer does. */
    private static Stream<Span> spans(Region region, Level level, List<Membership> inside) {
        boolean own = region.level().reportsAs(level);
        List<Membership> reporting = inside.stream()
                .filter(one ->
                        own ? one.reporter() == region : one.reporter().level().reportsAs(level))
                .toList();
        TreeSet<Integer> starts = new TreeSet<>(List.of(Geography.FIRST));
        reporting.forEach(one -> starts.addAll(List.of(one.first(), one.last() + 1)));
        starts.remove(Geography.LAST + 1);
        List<Span> spans = new ArrayList<>();
        for (int first : starts) {
            Integer next = starts.higher(first);
            spans.add(new Span(
                    region,
                    level,
                    first,
                    next == null ? Geography.LAST : next - 1,
                    reporting.stream()
                            .filter(one -> one.in(first))
                            .map(Membership::reporter)
                            .toList()));
        }
        return spans.stream();
    }

    private static Long people(List<Region> reporters, Geography geography) {
        return reporters.stream()
                .map(geography::people)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }
}
