package org.minsheng.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.minsheng.catalogue.Policy;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;

/** The notes below tables and charts, some of which name what the policy's settings say. */
final class Notes {
    /** How a status comes about. */
    static final String STATUS = "note.status";
    /** How far projections look. */
    static final String PROJECTION = "note.projection";
    /** The policy, and where it stands. */
    static final String SOURCES = "note.sources";

    private final Policy policy;
    private final Texts texts;

    Notes(Policy policy, Texts texts) {
        this.policy = policy;
        this.texts = texts;
    }

    /** Those of some keys, a line each. */
    Book.Lines of(String... keys) {
        return Book.notes(Stream.of(keys).map(this::note).toList());
    }

    private String note(String key) {
        return texts.get(key, values(key).toArray());
    }

    private List<String> values(String key) {
        return switch (key) {
            case STATUS ->
                List.of(
                        String.format(Locale.ROOT, "%.2f", policy.onTrack()),
                        String.format(Locale.ROOT, "%.2f", policy.slow()),
                        Decimals.plain(BigDecimal.valueOf(100 * policy.coverage())));
            case PROJECTION -> List.of(String.valueOf(policy.projectFarthest()));
            case SOURCES ->
                List.of(
                        policy.title().in(texts.language()),
                        policy.offices().label(policy.issuer()).in(texts.language()),
                        policy.issued().toString(),
                        policy.source());
            default -> List.of();
        };
    }
}
