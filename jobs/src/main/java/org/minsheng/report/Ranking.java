package org.minsheng.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Texts;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/** Regions beside each other by their targets, the worst first. */
final class Ranking {
    /** The smaller the share of targets that are met, the worse: of all, as who sends no figure must not gain by that. */
    private static final Comparator<Entry> WORSE = Comparator.comparingDouble(Entry::share);

    private final List<Entry> entries;

    /** A region, and where its targets stand. */
    record Entry(Region region, Tally tally) {
        static Entry of(BookData data, Region region, List<Indicator> indicators) {
            return new Entry(region, Tally.of(data, indicators, region));
        }

        /** Whether at least half of its targets can be judged: by fewer it would be compared unfairly. */
        boolean isComparable() {
            return tally.judged() > 0 && tally.judged() * 2 >= tally.targets();
        }

        private double share() {
            return tally.targets() == 0 ? 0 : 100.0 * tally.met() / tally.targets();
        }

        /** The share of targets that are met, in per cent. */
        Value shareMet() {
            return Book.number(tally.judged() == 0 ? null : (Double) share(), Decimals.of(share(), 1, 100));
        }
    }

    /** Of regions in their order, which those keep that are equally bad; what cannot be compared is last. */
    Ranking(Stream<Entry> regions) {
        this.entries = regions.sorted(Comparator.comparing((Entry entry) -> !entry.isComparable())
                        .thenComparing(WORSE))
                .toList();
    }

    List<Entry> worstFirst() {
        return entries;
    }

    /** Those that can be compared, the worst first. */
    List<Entry> compared() {
        return entries.stream().filter(Entry::isComparable).toList();
    }

    /** The worst, all of them that are equally bad. */
    List<Entry> worst() {
        List<Entry> compared = compared();
        return compared.stream()
                .filter(one -> WORSE.compare(one, compared.get(0)) == 0)
                .toList();
    }

    /** The best, all of them that are equally good. */
    List<Entry> best() {
        List<Entry> compared = compared();
        return compared.stream()
                .filter(one -> WORSE.compare(one, compared.get(compared.size() - 1)) == 0)
                .toList();
    }

    /** The place of a region from the best, which is 1; one that others share says so. */
    Value place(Entry entry, Texts texts) {
        if (!entry.isComparable()) {
            return Book.mark(Book.NOT_AVAILABLE);
        }
        String place = String.valueOf(1
                + compared().stream()
                        .filter(one -> WORSE.compare(one, entry) > 0)
                        .count());
        long equal = compared().stream()
                .filter(one -> WORSE.compare(one, entry) == 0)
                .count();
        return Book.mark(equal > 1 ? texts.get("rank.tied", place) : place);
    }
}
