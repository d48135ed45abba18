package org.minsheng.run;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Language;
import org.minsheng.conf.Settings;
import org.minsheng.explain.Explanation;
import org.minsheng.explain.ExplanationSheets;
import org.minsheng.explain.Sheet;
import org.minsheng.report.Words;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;

/** Writes an explanation as a workbook, which looks like those of a night. */
public final class ExplanationBook {
    /** Beyond these a figure of the tables is no more exact than a double is. */
    private static final int MOST_DECIMALS = 9;

    private ExplanationBook() {}

    /** Writes it as .xlsx, in the language of the settings; the stream stays open. */
    public static void write(Explanation explanation, Catalogue catalogue, Settings settings, OutputStream out)
            throws IOException {
        ExplanationSheets sheets =
                new ExplanationSheets(explanation, catalogue, settings.language(), Words::in, settings.timeZone());
        List<Book.Sheet> tabs = sheets.sheets().stream()
                .map(sheet -> new Book.Sheet(sheet.name(), sheets.title(), sheets.subtitle(), List.of(table(sheet)), 1))
                .toList();
        BookWriter.write(
                new Book(
                        sheets.title(),
                        "explain",
                        settings.language() == Language.EN ? "en" : "zh-CN",
                        explanation.figure().asOf().atZone(settings.timeZone()).toLocalDate(),
                        tabs),
                out);
    }

    private static Book.Table table(Sheet sheet) {
        return new Book.Table(
                sheet.id(),
                sheet.columns().stream()
                        .map(column -> new Book.Column(column.header(), column.width()))
                        .toList(),
                sheet.rows().stream()
                        .map(row -> row.stream().map(ExplanationBook::value).toList())
                        .toList());
    }

    private static Book.Value value(Object value) {
        if (value instanceof Double number) {
            int decimals = BigDecimal.valueOf(number).stripTrailingZeros().scale();
            return Book.number(number, Math.min(Math.max(decimals, 0), MOST_DECIMALS));
        }
        return Book.text((String) value);
    }
}
