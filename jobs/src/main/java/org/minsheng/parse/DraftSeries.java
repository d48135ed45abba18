package org.minsheng.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Level;
import org.minsheng.parse.NearestSeries.Candidate;

/** Which series the columns or rows of a table seem to hold that no layout describes: each of them once. */
final class DraftSeries {
    private final NearestSeries nearest;
    private final DraftUnits units;
    private final String title;
    private final Level level;
    private final Unit yesOrNo;

    DraftSeries(Catalogue catalogue, DraftUnits units, String title, Level level) {
        this.nearest = new NearestSeries(catalogue);
        this.units = units;
        this.title = title;
        this.level = level;
        this.yesOrNo = catalogue.units().all().stream()
                .filter(Unit::isYesOrNo)
                .findFirst()
                .orElse(null);
    }

    /**
     * What a header may hold.
     *
     * @param unit the one that it names
     * @param candidates the best first
     * @param series the one that is proposed; empty where none is like it, or those that are were like another still more
     */
    record Proposal(Optional<Unit> unit, List<Candidate> candidates, Optional<Series> series) {}

    /** The candidates for a header, in which the years are left out. */
    Proposal of(List<String> header, boolean words) {
        List<String> undated = header.stream()
                .map(DraftPeriod::without)
                .filter(text -> !text.isEmpty())
                .toList();
        DraftUnits.Split split = units.split(undated);
        Unit unit = words ? yesOrNo : split.unit().orElse(null);
        List<Candidate> candidates =
                nearest.of(new NearestSeries.Wanted(split.header(), unit, units.ofTable(), title, level));
        return new Proposal(
                split.unit(),
                candidates,
                candidates.stream()
                        .filter(Candidate::isLikely)
                        .map(Candidate::series)
                        .findFirst());
    }

    /** Gives each series to the one header that is most like it, in the order of the headers. */
    <T> Map<T, Proposal> assigned(Map<T, Proposal> proposals) {
        record Pair<T>(T key, Candidate candidate) {}
        List<Pair<T>> pairs = new ArrayList<>();
        proposals.forEach((key, proposal) -> proposal.candidates().stream()
                .filter(Candidate::isLikely)
                .forEach(candidate -> pairs.add(new Pair<>(key, candidate))));
        pairs.sort(Comparator.comparingDouble((Pair<T> pair) -> pair.candidate().score())
                .reversed());
        Map<T, Series> taken = new LinkedHashMap<>();
        Set<Series> given = new HashSet<>();
        for (Pair<T> pair : pairs) {
            if (!taken.containsKey(pair.key()) && given.add(pair.candidate().series())) {
                taken.put(pair.key(), pair.candidate().series());
            }
        }
        Map<T, Proposal> assigned = new LinkedHashMap<>();
        proposals.forEach((key, proposal) -> assigned.put(
                key, new Proposal(proposal.unit(), proposal.candidates(), Optional.ofNullable(taken.get(key)))));
        return assigned;
    }

    /** Series and unit, as a layout says them. */
    String measured(Proposal proposal) {
        return proposal.series()
                .map(series -> "series: " + series.id() + ", unit: " + units.of(series, proposal.unit()))
                .orElse("series: '?', unit: " + units.of(proposal.unit()));
    }

    /** What somebody should know who looks at the proposal. */
    String comment(Proposal proposal) {
        if (proposal.candidates().isEmpty()) {
            return nearest.isEmpty()
                    ? "? the catalogue has no series yet"
                    : "? no series of the catalogue is in this unit";
        }
        String all = proposal.candidates().stream().map(Candidate::shown).collect(Collectors.joining("; "));
        boolean unsure = proposal.series().isEmpty()
                || NearestSeries.areUncertain(proposal.candidates())
                || !proposal.candidates()
                        .get(0)
                        .series()
                        .equals(proposal.series().get());
        boolean unitUnsure = proposal.series().isPresent()
                && units.isGuessed(proposal.series().get(), proposal.unit());
        return (unsure ? "? " : "")
                + (unitUnsure ? "? no unit was found, that of the catalogue stands here; " : "")
                + all;
    }
}
