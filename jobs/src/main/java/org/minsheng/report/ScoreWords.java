package org.minsheng.report;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.report.book.Book;

/** Says in words where regions stand, and which of them cannot be told apart. */
final class ScoreWords {
    private final Shown shown;

    ScoreWords(Shown shown) {
        this.shown = shown;
    }

    /** How many of those beside each other can be told apart. */
    String apart(Level level) {
        Places places = shown.scores().placesShown(level);
        String name = shown.texts().get("level." + level.word());
        String regions = String.valueOf(places.regions());
        return places.haveIntervals()
                ? shown.texts()
                        .get(
                                "places.apart",
                                name,
                                regions,
                                String.valueOf(places.regions() - 1),
                                String.valueOf(places.neighboursApart()))
                : shown.texts().get("places.no-intervals", name, regions);
    }

    /** The interval of a place. */
    String interval(Scores.Standing one) {
        return one.hasInterval()
                ? run(
                        one.overall().<Integer>getAs(ScoreTable.RANK_LOW),
                        one.overall().<Integer>getAs(ScoreTable.RANK_HIGH))
                : Book.NOT_APPLICABLE;
    }

    /** The places around it from which one cannot be told apart, its own among them; a mark where there is none, or no interval. */
    String near(Scores.Standing one) {
        if (countNear(one).filter(count -> count > 0).isEmpty()) {
            return Book.NOT_APPLICABLE;
        }
        int[] near = shown.scores().places(one.region().level()).near(one.overall());
        return run(near[0], near[1]);
    }

    /** From how many others it cannot be told apart; none where it has no interval. */
    Optional<Integer> countNear(Scores.Standing one) {
        Places places = shown.scores().places(one.region().level());
        return one.hasInterval() && places.haveIntervals()
                ? Optional.of(places.countNear(one.overall()))
                : Optional.empty();
    }

    private String run(int from, int to) {
        return from == to
                ? String.valueOf(from)
                : shown.texts().get("places.run", String.valueOf(from), String.valueOf(to));
    }

    /** Where a region stands, how sure that is, and how far it is from the first. */
    String sentence(Scores.Standing one) {
        String level = shown.texts().get("level." + one.region().level().word());
        if (one.rank() == null) {
            return shown.texts()
                    .get(
                            "places.unranked",
                            String.valueOf(one.overall().<Integer>getAs(ScoreTable.INDICATORS)),
                            String.valueOf(one.overall().<Integer>getAs(ScoreTable.INDICATORS_EXPECTED)));
        }
        double score = one.overall().<Double>getAs(ScoreTable.SCORE);
        String stands = shown.texts()
                .get(
                        countNear(one).isPresent() ? "places.about" : "places.stands",
                        Decimals.text(score, 1),
                        String.valueOf(one.overall().<Integer>getAs(ScoreTable.PEERS)),
                        level,
                        countNear(one).isPresent() ? interval(one) : String.valueOf(one.rank()),
                        String.valueOf(one.overall().<Integer>getAs(ScoreTable.TIME_PERIOD)),
                        one.overall().getAs(ScoreTable.INDICATORS) + "/"
                                + one.overall().getAs(ScoreTable.INDICATORS_EXPECTED));
        return stands
                + without(one)
                + sure(one)
                + best(one, score)
                + shown.texts().get("say.stop");
    }

    private String sure(Scores.Standing one) {
        return countNear(one)
                .filter(near -> shown.scores().places(one.region().level()).regions() > 1)
                .map(near -> near == 0
                        ? shown.texts().get("places.alone")
                        : shown.texts().get("places.near", near.toString()))
                .orElse("");
    }

    /** The fields of which it has no score, which count as its mean. */
    private String without(Scores.Standing one) {
        String fields = shown.data().byField().keySet().stream()
                .filter(field -> {
                    Row row = one.fields().get(String.valueOf(field.number()));
                    return row != null && row.getAs(ScoreTable.SCORE) == null;
                })
                .map(field -> shown.word(field.title()))
                .collect(Collectors.joining(shown.texts().get("page.and")));
        return fields.isEmpty() ? "" : shown.texts().get("places.without", fields);
    }

    private String best(Scores.Standing one, double score) {
        double behind = shown.scores().places(one.region().level()).best() - score;
        return one.rank() == 1 || behind <= 0
                ? ""
                : shown.texts().get("places.behind", Decimals.text(behind, Decimals.of(behind, 1)));
    }
}
