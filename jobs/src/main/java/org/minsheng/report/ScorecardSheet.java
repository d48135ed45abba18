package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Field;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** How far regions have come over all targets and by field, in the order of their places, and how sure these are. */
final class ScorecardSheet {
    private static final List<Level> LEVELS = List.of(Level.PREFECTURE, Level.COUNTY);

    private final Shown shown;
    private final ScoreWords words;

    private ScorecardSheet(Shown shown) {
        this.shown = shown;
        this.words = new ScoreWords(shown);
    }

    /** None for an office, which answers for a part of a region's targets, and none where there is one region only. */
    static Optional<Sheet> of(Shown shown) {
        boolean compares =
                LEVELS.stream().anyMatch(level -> shown.data().areas(level).size() > 1);
        return compares && shown.data().scope().kind() != Scope.Kind.OFFICE
                ? Optional.of(new ScorecardSheet(shown).sheet())
                : Optional.empty();
    }

    private Sheet sheet() {
        TableColumns<Scores.Standing> columns = new TableColumns<Scores.Standing>(shown.texts())
                .add("code", 8, one -> mark(one.region().code()))
                .add("region", 22, one -> text(shown.name(one.region())))
                .add(
                        "level",
                        12,
                        one -> mark(shown.texts()
                                .get("level.one." + one.region().level().word())))
                .add("prefecture", 16, one -> text(prefecture(one.region())))
                .add("score", 9, one -> score(one.overall(), ScoreTable.SCORE))
                .add("rank", 8, one -> Figures.rank(one.overall()))
                .add("rank-interval", 10, one -> mark(words.interval(one)))
                .add("rank-near", 10, one -> mark(words.near(one)))
                .add(
                        "count-near",
                        9,
                        one -> words.countNear(one).map(Figures::count).orElse(mark(Book.NOT_APPLICABLE)))
                .add("score-geometric", 10, one -> score(one.overall(), ScoreTable.SCORE_GEOMETRIC));
        for (Field field : shown.data().byField().keySet()) {
            columns.add(
                    new Column(shown.word(field.title()), 10),
                    one -> score(one.fields().get(String.valueOf(field.number())), ScoreTable.SCORE));
        }
        columns.add("indicators", 10, one -> mark(indicators(one.overall())));
        List<Scores.Standing> lines = LEVELS.stream()
                .flatMap(level -> shown.scores().of(level).stream())
                .toList();
        return shown.sheet(
                        "scorecard",
                        2,
                        columns.table("scorecard", lines),
                        shown.notes(
                                "note.scorecard",
                                "note.scorecard-rank",
                                "note.scorecard-near",
                                "note.scorecard-missing",
                                "note.scorecard-league",
                                "note.legend"))
                .saying(apart());
    }

    /** Of each level that has places, how many can be told apart. */
    private String apart() {
        return LEVELS.stream()
                .filter(level -> shown.scores().placesShown(level).regions() > 1)
                .map(words::apart)
                .collect(Collectors.joining(shown.texts().get("page.semicolon")));
    }

    private String prefecture(Region region) {
        return region.level() != Level.COUNTY
                ? null
                : shown.data().regions().withAncestors(region).stream()
                        .filter(above -> above.level() == Level.PREFECTURE)
                        .map(shown::name)
                        .findFirst()
                        .orElse(null);
    }

    private static Value score(Row row, String column) {
        Double score = row == null ? null : row.getAs(column);
        return score == null ? mark(Book.NOT_AVAILABLE) : Book.number(score, Decimals.of(score, 1, 100));
    }

    private static String indicators(Row row) {
        return row.getAs(ScoreTable.INDICATORS) + "/" + row.getAs(ScoreTable.INDICATORS_EXPECTED);
    }
}
