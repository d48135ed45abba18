package org.minsheng.preview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.OneLine;
import org.minsheng.conf.Texts;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Rejected;

/** What is told of a preview on one page: how many cells become what, of which series, and why others do not. */
final class PreviewWords {
    private static final int FIRST_REJECTS = 3;

    private final Texts texts;
    private final Texts reasons;

    /**
     * Words.
     *
     * @param reasons those for reasons of rejects
     */
    PreviewWords(Texts texts, Texts reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /**
     * The lines.
     *
     * @param catalogue names the series; null: they are not told
     */
    List<String> of(Preview preview, Catalogue catalogue) {
        if (preview.other() != null) {
            return List.of(OneLine.of(texts.get(preview.other(), preview.name())));
        }
        List<String> lines = new ArrayList<>();
        Account account = preview.account();
        lines.add(texts.get(
                account.layout() == null ? "no-layout" : "layout", preview.name(), String.valueOf(account.layout())));
        lines.add("  "
                + texts.get(
                        "cells",
                        shown(account.cells()),
                        shown(account.observed()),
                        shown(account.rejectedCells()),
                        shown(account.labels()),
                        shown(account.ignored())));
        preview.reasons().forEach((reason, cells) -> {
            lines.add("  " + shown(cells) + "  " + reasons.get("reason." + reason.code()));
            preview.rejects().stream()
                    .filter(rejected -> rejected.reason() == reason)
                    .limit(FIRST_REJECTS)
                    .map(PreviewWords::place)
                    .filter(place -> !place.isBlank())
                    .forEach(place -> lines.add("      " + place));
        });
        if (catalogue != null) {
            preview.series()
                    .forEach((id, of) ->
                            lines.add("  " + series(catalogue.series().get(id), of)));
        }
        if (!preview.isWhole()) {
            lines.add("  " + texts.get("not-whole"));
        }
        return lines.stream().map(OneLine::of).toList();
    }

    private String series(Series series, Preview.OfSeries of) {
        String years = of.years().first().equals(of.years().last())
                ? String.valueOf(of.years().first())
                : of.years().first() + "-" + of.years().last();
        String range = of.least() == null ? "-" : plain(of.least()) + " .. " + plain(of.most());
        return texts.get(
                "series",
                series.id(),
                series.title().in(texts.language()),
                shown(of.values()),
                String.valueOf(of.regions()),
                years,
                range,
                series.unit().in(texts.language()));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String place(Rejected rejected) {
        String sheet =
                rejected.sheet().isEmpty() || rejected.cell().isEmpty() ? rejected.sheet() : rejected.sheet() + "!";
        String raw = rejected.raw() == null || rejected.raw().isBlank()
                ? ""
                : " '" + rejected.raw().strip() + "'";
        String detail = rejected.detail().isEmpty() ? "" : " -> " + rejected.detail();
        return (sheet + rejected.cell() + raw + detail).strip();
    }

    private static String shown(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
