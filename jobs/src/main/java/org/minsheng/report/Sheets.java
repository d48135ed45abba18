package org.minsheng.report;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minsheng.conf.Language;
import org.minsheng.report.book.Book;

/** The sheets of a workbook, in their order: the one place that knows them all. */
final class Sheets {
    private Sheets() {}

    /** A workbook of all sheets that have something to say of its data. */
    static Book of(Shown shown) {
        List<Book.Sheet> all = Stream.of(
                        SummarySheet.of(shown),
                        TargetsSheet.of(shown),
                        HeatSheet.of(shown),
                        MapSheet.of(shown),
                        TrendsSheet.of(shown),
                        WarningsSheet.of(shown),
                        DetailsSheet.of(shown),
                        ReportingSheet.of(shown),
                        RejectsSheet.of(shown),
                        FlagsSheet.of(shown),
                        ChangesSheet.of(shown),
                        SubmissionsSheet.of(shown),
                        TrendDataSheet.of(shown),
                        MethodSheet.of(shown))
                .flatMap(java.util.Optional::stream)
                .toList();
        List<Book.Sheet> empty = all.stream().filter(Book.Sheet::isEmpty).toList();
        List<Book.Sheet> sheets =
                new ArrayList<>(all.stream().filter(sheet -> !sheet.isEmpty()).toList());
        sheets.add(0, CoverSheet.of(shown, sheets, empty));
        String locale = shown.texts().language() == Language.EN ? "en" : "zh-CN";
        return new Book(shown.title(), shown.texts().get("book.subject"), locale, day(shown.data()), sheets);
    }

    /** The day of the last receipt; where nothing came, the last of the years that are over. */
    private static LocalDate day(BookData data) {
        return data.lastReceipt().orElse(LocalDate.of(data.lastYear(), Month.DECEMBER, 31));
    }
}
