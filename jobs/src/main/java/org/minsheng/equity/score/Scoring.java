package org.minsheng.equity.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.lake.ScoreTable;

/** From the scores in the indicators of a level's regions to their rows of the table score, but for the intervals of ranks. */
final class Scoring implements FlatMapFunction<Row, Row> {
    private final Map<String, Card> cards;
    private final double leastPresent;
    private final int year;

    /** Of a year, by the cards of the levels. */
    Scoring(Map<String, Card> cards, double leastPresent, int year) {
        this.cards = cards;
        this.leastPresent = leastPresent;
        this.year = year;
    }

    @Override
    public Iterator<Row> call(Row row) {
        Card card = cards.get(row.getString(0));
        Marks marks = new Marks(card, row.getList(1), leastPresent);
        double[][] arithmetic = scores(card, marks, Aggregation.ARITHMETIC);
        double[][] geometric = scores(card, marks, Aggregation.GEOMETRIC);
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < arithmetic.length; c++) {
            Card.Component component = card.components().get(c);
            int[] ranks = Ranks.of(arithmetic[c]);
            int peers = (int) Arrays.stream(ranks).filter(rank -> rank > 0).count();
            for (int region = 0; region < ranks.length; region++) {
                boolean isScored = ranks[region] > 0;
                rows.add(RowFactory.create(
                        card.regions().get(region),
                        year,
                        card.level(),
                        component.kind(),
                        component.code(),
                        isScored ? (Object) arithmetic[c][region] : null,
                        isScored ? (Object) geometric[c][region] : null,
                        marks.indicators(c, region),
                        component.indicators(),
                        isScored && card.isRanked() ? (Object) ranks[region] : null,
                        peers,
                        null,
                        null,
                        null,
                        isScored ? null : ScoreTable.TOO_FEW));
            }
        }
        return rows.iterator();
    }

    private static double[][] scores(Card card, Marks marks, Aggregation aggregation) {
        double[][] means =
                marks.means(new Choice(Normalisation.TARGET, aggregation).of(marks.scores()), card.weights());
        return Arrays.stream(means)
                .map(mean -> Arrays.stream(mean)
                        .map(aggregation::after)
                        .map(Ranks::rounded)
                        .toArray())
                .toArray(double[][]::new);
    }
}
