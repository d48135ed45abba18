package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;

/** Targets in words: what is asked, with its tolerance, and by when. */
final class TargetWords {
    private final BookData data;
    private final Outlook outlook;
    private final Texts texts;
    private final Map<String, String> ofRows = new HashMap<>();

    TargetWords(BookData data, Outlook outlook, Texts texts) {
        this.data = data;
        this.outlook = outlook;
        this.texts = texts;
    }

    /** The target in force, of a row: where its value is a share of counties, what is asked is asked of each of them. */
    String of(Indicator indicator, Row row) {
        // Made out once: a long table has it in thousands of rows.
        return ofRows.computeIfAbsent(
                indicator.id() + (isOfEach(row) ? " each" : ""),
                id -> of(indicator, row, target -> of(target, indicator)));
    }

    /** The same without its tolerance, where there is little room. */
    String plain(Indicator indicator, Row row) {
        return of(indicator, row, target -> plain(target, indicator));
    }

    private String of(Indicator indicator, Row row, Function<Target, String> words) {
        String inForce = indicator.target(data.day()).map(words).orElse(Book.NOT_AVAILABLE);
        if (!isOfEach(row)) {
            return inForce;
        }
        return outlook.isYesOrNo(indicator) ? texts.get("target.each-there") : texts.get("target.each", inForce);
    }

    private static boolean isOfEach(Row row) {
        return row != null && !row.getAs(VALUE_IS).equals(VALUE);
    }

    /** Any target of an indicator. */
    String of(Target target, Indicator indicator) {
        TargetKind kind = target.kind();
        String plain = plain(target, indicator);
        if (kind.tolerance() == null) {
            return plain;
        }
        String unit = indicator.unit().in(texts.language());
        return kind.most() == null
                ? texts.get("target.not-below", plain, Decimals.plain(kind.least()), unit)
                : texts.get("target.tolerance", plain, Decimals.plain(kind.tolerance()));
    }

    private String plain(Target target, Indicator indicator) {
        TargetKind kind = target.kind();
        if (kind instanceof TargetKind.Milestone) {
            return texts.get("target.milestone");
        }
        String key = "target." + kind.operator().name().toLowerCase(Locale.ROOT);
        return kind.value() == null
                ? texts.get(key)
                : texts.get(key, large(kind.value()), indicator.unit().in(texts.language()));
    }

    /** A number of the policy, as it is written there: 4,000,000 as 400 of ten thousand. */
    private String large(BigDecimal number) {
        return Large.in(texts)
                .filter(large -> large.isReachedBy(number.doubleValue()))
                .filter(large -> number.remainder(large.unit()).signum() == 0)
                .map(large -> large.text(Decimals.plain(number.divide(large.unit())), ""))
                .orElseGet(() -> Decimals.plain(number));
    }

    /** The year at whose end the target in force has to be reached. */
    String deadline(Indicator indicator) {
        return indicator
                .target(data.day())
                .map(target -> String.valueOf(target.deadline()))
                .orElse(Book.NOT_AVAILABLE);
    }
}
