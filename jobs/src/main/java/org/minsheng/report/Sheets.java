package org.minsheng.report;

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
        List<Book.Sheet> sheets = new ArrayList<>(Stream.of(
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
                .toList());
        sheets.add(0, CoverSheet.of(shown, sheets));
        String locale = shown.texts().language() == Language.EN ? "en" : "zh-CN";
        return new Book(shown.title(), shown.texts().get("book.subject"), locale, sheets);
    }
}
