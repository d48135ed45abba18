package org.minsheng.equity.score;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.ScoreTable.CODE;
import static org.minsheng.lake.ScoreTable.COMPONENT;
import static org.minsheng.lake.ScoreTable.RANK_HIGH;
import static org.minsheng.lake.ScoreTable.RANK_LOW;
import static org.minsheng.lake.ScoreTable.RANK_MEDIAN;
import static org.minsheng.lake.ScoreTable.REF_AREA;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Scorecard;

/**
 * Between which ranks a level's regions are when they are scored so many times with other weights, another aggregation and another
 * normalisation: step 7 of the OECD/JRC handbook, an uncertainty analysis ({@code get_sensitivity}, "UA") of COINr's.
 */
final class Replications implements FlatMapFunction<Row, Row> {
    static final StructType SCHEMA = new StructType()
            .add(REF_AREA, StringType)
            .add(COMPONENT, StringType)
            .add(CODE, StringType)
            .add(RANK_LOW, IntegerType)
            .add(RANK_MEDIAN, DoubleType)
            .add(RANK_HIGH, IntegerType);

    private static final Aggregation[] AGGREGATIONS = Aggregation.values();
    private static final Normalisation[] NORMALISATIONS = Normalisation.values();

    private final Map<String, Card> cards;
    private final Scorecard scorecard;
    private final int groups;

    /**
     * By the cards of the levels.
     *
     * @param groups in how many groups of components they are worked out, each with all of their replications
     */
    Replications(Map<String, Card> cards, Scorecard scorecard, int groups) {
        this.cards = cards;
        this.scorecard = scorecard;
        this.groups = groups;
    }

    /** From level, scores and the number of a group to the intervals of the ranks in its components. */
    @Override
    public Iterator<Row> call(Row row) {
        Card card = cards.get(row.getString(0));
        Marks marks = new Marks(card, row.getList(1), scorecard.leastPresent());
        Map<Choice, double[][]> made = new HashMap<>();
        return IntStream.iterate(
                        (int) row.getLong(2), c -> c < card.components().size(), c -> c + groups)
                .boxed()
                .flatMap(component -> intervals(card, component, ranks(card, marks, component, made)))
                .iterator();
    }

    /**
     * The 90% intervals: with N replications the ranks in place ⌈N/20⌉ and ⌈19N/20⌉ of them in order, as R's
     * {@code quantile(type = 1)}, for between ranks there are none; the median is the mean of the two in the middle.
     */
    private Stream<Row> intervals(Card card, int component, int[][] ranks) {
        int count = scorecard.replications();
        Card.Component of = card.components().get(component);
        return IntStream.range(0, ranks.length)
                .filter(region -> count > 0 && ranks[region][0] > 0)
                .mapToObj(region -> {
                    int[] sorted = ranks[region];
                    Arrays.sort(sorted);
                    return RowFactory.create(
                            card.regions().get(region),
                            of.kind(),
                            of.code(),
                            sorted[(count + 19) / 20 - 1],
                            (sorted[(count + 1) / 2 - 1] + sorted[count / 2]) / 2.0,
                            sorted[(count * 19 + 19) / 20 - 1]);
                });
    }

    /** By region and replication the ranks in one component, as those in all of them would fill the memory. */
    private int[][] ranks(Card card, Marks marks, int component, Map<Choice, double[][]> made) {
        int[][] ranks = new int[card.regions().size()][scorecard.replications()];
        double[] weights = card.weights();
        for (int number = 0; number < scorecard.replications(); number++) {
            SplittableRandom random = random(number);
            Choice choice = new Choice(
                    NORMALISATIONS[random.nextInt(NORMALISATIONS.length)],
                    AGGREGATIONS[random.nextInt(AGGREGATIONS.length)]);
            double[][] chosen = made.computeIfAbsent(choice, c -> c.of(marks.scores()));
            int[] place = Ranks.of(marks.mean(component, chosen, noisy(weights, random)));
            for (int region = 0; region < place.length; region++) {
                ranks[region][number] = place[region];
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
