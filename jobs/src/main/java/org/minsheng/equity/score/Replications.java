package org.minsheng.equity.score;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.ScoreTable.CODE;
import static org.minsheng.lake.ScoreTable.COMPONENT;
import static org.minsheng.lake.ScoreTable.REF_AREA;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Scorecard;

/**
 * The ranks of a level's regions when they are scored so many times with other weights, another aggregation and another
 * normalisation: step 7 of the OECD/JRC handbook, an uncertainty analysis ({@code get_sensitivity}, "UA") of COINr's.
 */
final class Replications implements FlatMapFunction<Row, Row> {
    /** The ranks of a region in a component, one of each replication. */
    static final String RANKS = "ranks";

    static final StructType SCHEMA = new StructType()
            .add(REF_AREA, StringType)
            .add(COMPONENT, StringType)
            .add(CODE, StringType)
            .add(RANKS, DataTypes.createArrayType(IntegerType, false));

    /** So many are worked out together: some megabytes of ranks of thousands of regions, and not a row for each rank. */
    private static final int TOGETHER = 50;

    private static final Aggregation[] AGGREGATIONS = Aggregation.values();
    private static final Normalisation[] NORMALISATIONS = Normalisation.values();

    private final Map<String, Card> cards;
    private final Scorecard scorecard;

    /** By the cards of the levels. */
    Replications(Map<String, Card> cards, Scorecard scorecard) {
        this.cards = cards;
        this.scorecard = scorecard;
    }

    /** In how many batches they are worked out. */
    static int batches(Scorecard scorecard) {
        return (scorecard.replications() + TOGETHER - 1) / TOGETHER;
    }

    /** From level, scores and the number of a batch to the ranks of its replications. */
    @Override
    public Iterator<Row> call(Row row) {
        Card card = cards.get(row.getString(0));
        Marks marks = new Marks(card, row.getList(1), scorecard.leastPresent());
        int first = (int) row.getLong(2) * TOGETHER;
        int[][][] ranks = ranks(card, marks, first, Math.min(first + TOGETHER, scorecard.replications()));
        return IntStream.range(0, ranks.length)
                .boxed()
                .flatMap(component -> IntStream.range(0, ranks[component].length)
                        .filter(region -> ranks[component][region][0] > 0)
                        .mapToObj(region -> row(card, component, region, ranks[component][region])))
                .iterator();
    }

    private static Row row(Card card, int component, int region, int[] ranks) {
        Card.Component of = card.components().get(component);
        return RowFactory.create(card.regions().get(region), of.kind(), of.code(), ranks);
    }

    /** By component, region and replication. */
    private int[][][] ranks(Card card, Marks marks, int first, int end) {
        int[][][] ranks = new int[card.components().size()][card.regions().size()][end - first];
        Map<Choice, double[][]> made = new HashMap<>();
        for (int number = first; number < end; number++) {
            SplittableRandom random = random(number);
            Choice choice = new Choice(
                    NORMALISATIONS[random.nextInt(NORMALISATIONS.length)],
                    AGGREGATIONS[random.nextInt(AGGREGATIONS.length)]);
            double[][] chosen = made.computeIfAbsent(choice, c -> c.of(marks.scores()));
            double[][] means = marks.means(chosen, noisy(card.weights(), random));
            for (int component = 0; component < means.length; component++) {
                int[] place = Ranks.of(means[component]);
                for (int region = 0; region < place.length; region++) {
                    ranks[component][region][number - first] = place[region];
                }
            }
        }
        return ranks;
    }

    /** The same of each number wherever it is worked out; seeds that are neighbours have no replication in common. */
    private SplittableRandom random(int number) {
        return new SplittableRandom(new SplittableRandom(scorecard.seed()).nextLong() + number);
    }

    /** Each weight times a number of the uniform distribution about 1 ({@code get_noisy_weights} of COINr's). */
    private double[] noisy(double[] weights, SplittableRandom random) {
        double[] noisy = new double[weights.length];
        for (int slot = 0; slot < weights.length; slot++) {
            noisy[slot] = weights[slot] * (1 + scorecard.weightNoise() * (2 * random.nextDouble() - 1));
        }
        return noisy;
    }
}
