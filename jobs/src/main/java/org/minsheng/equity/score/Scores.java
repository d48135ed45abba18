package org.minsheng.equity.score;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ScoreTable.CODE;
import static org.minsheng.lake.ScoreTable.COMPONENT;
import static org.minsheng.lake.ScoreTable.RANK_HIGH;
import static org.minsheng.lake.ScoreTable.RANK_LOW;
import static org.minsheng.lake.ScoreTable.RANK_MEDIAN;
import static org.minsheng.lake.ScoreTable.REF_AREA;
import static org.minsheng.lake.ScoreTable.REGION_LEVEL;
import static org.minsheng.lake.ScoreTable.SCORE;
import static org.minsheng.lake.ScoreTable.TABLE;
import static org.minsheng.lake.ScoreTable.TIME_PERIOD;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Scorecard;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.Status;
import org.minsheng.region.Regions;

/**
 * The scorecard of the last year that is over: how far counties, prefectures and the province have come over all targets, by
 * measure, field and as a whole, and which rank that is.
 *
 * <p>An indicator scores 100 where its target is met, and else 100 x max(0, 1 - |what is needed| / |what would meet it|): of
 * a target of at least so much that is the attainment, and of a share of counties or people, of which 100% would meet it, the
 * share itself. What is either so or not, as a milestone, or a target of zero, scores 100 or 0.
 */
public final class Scores {
    /** The scores of the regions of a level, each with its region and indicator. */
    private static final String MARKS = "marks";

    private static final String GROUP = "group";

    private final SparkSession spark;
    private final Scorecard scorecard;
    private final int year;
    private final Map<String, Card> cards;

    /** By the targets in force at {@code asOf}, of the regions of today. */
    public Scores(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.spark = spark;
        this.scorecard = catalogue.policy().scorecard();
        this.year = asOf.lastYear();
        this.cards = Stream.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)
                .map(level -> new Card(level, catalogue, regions.today(level), asOf.day()))
                .collect(Collectors.toMap(Card::level, Function.identity()));
    }

    /** From rows of the table progress to rows of the table score. */
    public Dataset<Row> run(Dataset<Row> progress) {
        Dataset<Row> levels = levels(progress);
        return levels.flatMap(new Scoring(cards, scorecard.leastPresent(), year), Encoders.row(TABLE.schema()))
                .drop(RANK_LOW, RANK_MEDIAN, RANK_HIGH)
                .join(intervals(levels), new String[] {REF_AREA, COMPONENT, CODE}, "left_outer")
                .select(Arrays.stream(TABLE.schema().fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }

    /** One row per level, also where nothing of it came: a few thousand regions by a hundred indicators are a few megabytes. */
    private Dataset<Row> levels(Dataset<Row> progress) {
        Dataset<Row> marks = progress.filter(col(TIME_PERIOD)
                        .equalTo(year)
                        .and(col(OBS_VALUE).isNotNull())
                        .and(col(TARGET_VALUE).isNotNull())
                        // A sum of too few people stands for no region.
                        .and(col(STATUS).notEqual(Status.LOW_COVERAGE.code())))
                .groupBy(REGION_LEVEL)
                .agg(collect_list(struct(col(REF_AREA), col(INDICATOR), score().as(SCORE)))
                        .as(MARKS));
        return new Lookup<String>()
                .column(REGION_LEVEL, DataTypes.StringType, level -> level)
                .of(spark, cards.keySet().stream())
                .join(marks, new String[] {REGION_LEVEL}, "left_outer");
    }

    private static Column score() {
        Column isDone = col(OBS_VALUE).geq(col(TARGET_VALUE));
        Column needed = abs(col(NEEDED_CHANGE));
        Column meeting = abs(col(OBS_VALUE).plus(col(NEEDED_CHANGE)));
        return when(
                        col(TARGET_KIND).equalTo(TargetKind.Name.MILESTONE.word()),
                        when(isDone, 100.0).otherwise(0.0))
                .when(col(NEEDED_CHANGE).isNull(), 100.0)
                // Of zero no share is missing: the quotient is null, which is never the greatest.
                .otherwise(greatest(lit(0.0), lit(1.0).minus(try_divide(needed, meeting)))
                        .multiply(100));
    }

    /** The 90% intervals of ranks. */
    private Dataset<Row> intervals(Dataset<Row> levels) {
        int groups = spark.sparkContext().defaultParallelism();
        return spark.range(0, groups, 1, groups)
                .toDF(GROUP)
                .crossJoin(broadcast(levels.filter(col(REGION_LEVEL).notEqual(Level.PROVINCE.word()))))
                .select(REGION_LEVEL, MARKS, GROUP)
                .flatMap(new Replications(cards, scorecard, groups), Encoders.row(Replications.SCHEMA));
    }
}
