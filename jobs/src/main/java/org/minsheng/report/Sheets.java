package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.Language;
import org.minsheng.report.book.Book;

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
        tabs.addAll(sheets(Stream.of(MissedSheet.of(shown), TrendsSheet.of(shown), MapSheet.of(shown))));
        // The figures behind charts and map.
        sheets(Stream.of(TrendDataSheet.of(shown), HeatSheet.of(shown))).forEach(sheet -> tabs.add(sheet.hidden()));
        return book(Edition.BRIEF, shown, tabs);
    }

    private static Book annex(Shown shown) {
        List<Book.Sheet> sheets = sheets(Stream.of(
                SummarySheet.of(shown),
                TargetsSheet.of(shown),
                HeatSheet.of(shown),
                WarningsSheet.of(shown),
                DetailsSheet.of(shown),
                ReportingSheet.of(shown),
                RejectsSheet.of(shown),
                FlagsSheet.of(shown),
                ChangesSheet.of(shown),
                SubmissionsSheet.of(shown),
                TrendDataSheet.of(shown),
                MethodSheet.of(shown)));
        List<Book.Tab> tabs = new ArrayList<>(List.of(CoverSheet.of(shown, sheets)));
        tabs.addAll(sheets);
        return book(Edition.ANNEX, shown, tabs);
    }

    private static List<Book.Sheet> sheets(Stream<Optional<Book.Sheet>> sheets) {
        return sheets.flatMap(Optional::stream).toList();
    }

    private static Book book(Edition edition, Shown shown, List<Book.Tab> tabs) {
        String locale = shown.texts().language() == Language.EN ? "en" : "zh-CN";
        String title =
                shown.texts().get("edition.title", shown.title(), shown.texts().get("edition." + edition.key()));
        return new Book(title, shown.texts().get("book.subject"), locale, tabs);
    }
}
