package org.minsheng.report;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.Language;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/** The sheets of a workbook, in their order: the one place that knows them all. */
final class Sheets {
    private Sheets() {}

    /** A workbook of all sheets that have something to say of its data. */
    static Book of(Edition edition, Shown shown) {
        return switch (edition) {
            case BRIEF -> brief(shown);
            case ANNEX -> annex(shown);
        };
    }

    private static Book brief(Shown shown) {
        List<Book.Tab> tabs = new ArrayList<>(OnePage.of(shown));
        String first = tabs.get(0).name();
        EqualityCharts charts = new EqualityCharts(shown);
        leadingBack(
                        shown,
                        first,
                        sheets(Stream.of(
                                MissedSheet.of(shown),
                                CountiesSheet.of(shown),
                                LeagueSheet.of(shown),
                                EqualitySheet.ofBrief(shown, charts),
                                MapSheet.of(shown),
                                TrendsSheet.of(shown))))
                .forEach(tabs::add);
        // The figures behind charts and map.
        sheets(Stream.of(TrendDataSheet.charted(shown), HeatSheet.of(shown), charts.dataSheet()))
                .forEach(sheet -> tabs.add(sheet.hidden()));
        return book(Edition.BRIEF, shown, tabs);
    }

    private static Book annex(Shown shown) {
        EqualityCharts charts = new EqualityCharts(shown);
        List<Book.Sheet> all = sheets(Stream.of(
                SummarySheet.of(shown),
                TargetsSheet.of(shown),
                LeagueSheet.of(shown),
                HeatSheet.of(shown),
                EqualitySheet.of(shown),
                charts.sheet(),
                ScorecardSheet.of(shown),
                GapsSheet.of(shown),
                WhatIfSheet.of(shown),
                FollowUpSheet.of(shown),
                DetailsSheet.of(shown),
                ReportingSheet.of(shown),
                RejectsSheet.of(shown),
                FlagsSheet.of(shown),
                ChangesSheet.of(shown),
                SubmissionsSheet.of(shown),
                TrendDataSheet.of(shown),
                MethodSheet.of(shown)));
        List<Book.Sheet> empty = all.stream().filter(Book.Sheet::isEmpty).toList();
        List<Book.Sheet> sheets = all.stream().filter(sheet -> !sheet.isEmpty()).toList();
        Book.Sheet cover = CoverSheet.of(shown, sheets, empty);
        List<Book.Tab> tabs = new ArrayList<>(List.of(cover));
        leadingBack(shown, cover.name(), sheets).forEach(tabs::add);
        leadingBack(shown, cover.name(), charts.dataSheet().stream().toList()).forEach(tabs::add);
        return book(Edition.ANNEX, shown, tabs);
    }

    private static List<Book.Sheet> sheets(Stream<Optional<Book.Sheet>> sheets) {
        return sheets.flatMap(Optional::stream).toList();
    }

    private static Stream<Book.Sheet> leadingBack(Shown shown, String first, List<Book.Sheet> sheets) {
        Value.Link back = new Value.Link(shown.each().get(0).texts().get("back"), first);
        return sheets.stream().map(sheet -> sheet.leadingBack(back));
    }

    private static Book book(Edition edition, Shown shown, List<Book.Tab> tabs) {
        String locale = shown.texts().language() == Language.EN ? "en" : "zh-CN";
        String title =
                shown.texts().get("edition.title", shown.title(), shown.texts().get("edition." + edition.key()));
        return new Book(title, shown.texts().get("book.subject"), locale, day(shown.data()), tabs);
    }

    /** The day of the last receipt; where nothing came, the last of the years that are over. */
    private static LocalDate day(BookData data) {
        return data.lastReceipt().orElse(LocalDate.of(data.lastYear(), Month.DECEMBER, 31));
    }
}
