package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** Prefectures beside each other: how many targets each meets, how its counties do, and which of them does worst. */
final class LeagueSheet {
    /** More names would fill the cell, and tell nothing. */
    private static final int MOST_NAMED = 3;

    private LeagueSheet() {}

    /**
     * A row of the table.
     *
     * @param own where its own targets stand
     * @param counties its counties
     */
    private record Line(Ranking.Entry own, Ranking counties) {
        int countiesNotMet() {
            return counties.worstFirst().stream()
                    .mapToInt(county -> county.tally().notMet())
                    .sum();
        }
    }

    static Optional<Sheet> of(Shown shown) {
        BookData data = shown.data();
        List<Region> prefectures = data.areas(Level.PREFECTURE);
        List<Indicator> own = below(data, Level.PROVINCE);
        if (prefectures.size() < 2 || own.isEmpty()) {
            return Optional.empty();
        }
        Ranking ranking = new Ranking(prefectures.stream().map(prefecture -> Ranking.Entry.of(data, prefecture, own)));
        List<Line> lines = ranking.worstFirst().stream()
                .map(entry -> new Line(entry, counties(data, entry.region())))
                .toList();
        Book.Table table = new TableColumns<Line>(shown.texts())
                .add("code", 8, line -> mark(line.own().region().code()))
                .add("prefecture", 22, line -> text(shown.name(line.own().region())))
                .add(
                        "county-count",
                        9,
                        line -> Figures.count(line.counties().worstFirst().size()))
                .add("targets", 9, line -> Figures.count(line.own().tally().targets()))
                .add("targets-met", 11, line -> Figures.count(line.own().tally().met()))
                .add("share-met", 11, line -> line.own().shareMet())
                .add("rank", 10, line -> ranking.place(line.own(), shown.texts()))
                .add(
                        "targets-not-met",
                        11,
                        line -> Figures.count(line.own().tally().notMet()))
                .add("counties-not-met", 12, line -> Figures.count(line.countiesNotMet()))
                .add("worst-county", 36, line -> text(worst(shown, line.counties())))
                .table("league", lines);
        return Optional.of(shown.onePage("league", 2, table, shown.notes("league.note", "note.judged")));
    }

    private static Ranking counties(BookData data, Region prefecture) {
        List<Indicator> indicators = below(data, Level.PREFECTURE);
        return new Ranking(data.areas(Level.COUNTY).stream()
                .filter(county -> data.regions().withAncestors(county).contains(prefecture))
                .map(county -> Ranking.Entry.of(data, county, indicators)));
    }

    /** The indicators that regions below a level report. */
    private static List<Indicator> below(BookData data, Level level) {
        return data.indicators().stream()
                .filter(indicator -> indicator.level().compareTo(level) < 0)
                .toList();
    }

    /** The county, or the counties, with the smallest share of targets met. */
    private static String worst(Shown shown, Ranking counties) {
        if (counties.compared().isEmpty()) {
            return Book.NOT_APPLICABLE;
        }
        List<Ranking.Entry> worst = counties.worst();
        String names = worst.stream()
                .limit(MOST_NAMED)
                .map(county -> shown.name(county.region()))
                .collect(Collectors.joining(shown.texts().get("missing.and")));
        Tally tally = worst.get(0).tally();
        return shown.texts()
                .get(
                        worst.size() > MOST_NAMED ? "league.worst-of" : "league.worst",
                        names,
                        tally.met() + "/" + tally.targets(),
                        String.valueOf(worst.size()));
    }
}
