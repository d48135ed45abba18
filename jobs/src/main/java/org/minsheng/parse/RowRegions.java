package org.minsheng.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.minsheng.conf.Level;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.parse.file.Cell;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** Finds the regions of a block's rows, from the top down: what a name stands for may depend on the rows above it. */
final class RowRegions {
    /** More names than a table has; a table of nonsense shall not fill the memory. */
    private static final int MOST_KEPT = 20_000;

    private final Layout.RegionPlace place;
    private final Regions regions;
    private final Map<Asked, Resolution> resolved = new HashMap<>();
    private final Map<String, Boolean> unknown = new HashMap<>();
    /** The division whose rows these are, where rows above them say so; null before the first. */
    private Region context;
    /** The unknown name just above and its place; null where the row above is one of ours. */
    private String foreign;

    private record Asked(String name, int year, String within) {}

    /**
     * The region of a row.
     *
     * @param region null where it is rejected
     * @param ofWithin whether the name of the division above is what is wrong
     */
    record Answer(Region region, Reason reason, String detail, boolean ofWithin) {
        private static Answer found(Region region) {
            return new Answer(region, null, "", false);
        }
    }

    RowRegions(Layout.RegionPlace place, Regions regions) {
        this.place = place;
        this.regions = regions;
    }

    /** Whether no region of any time or place has this name, so that it may be a part of one. */
    boolean unknownAnywhere(String text) {
        if (unknown.size() > MOST_KEPT) {
            unknown.clear();
        }
        return place instanceof Layout.RegionPlace.InColumn in
                && unknown.computeIfAbsent(
                        text,
                        t -> !in.totals().containsKey(HeaderText.normal(t))
                                && regions.resolve(name(in, t), 2000) instanceof Resolution.Unknown);
    }

    /**
     * The region of a row in a year.
     *
     * @param text the cell that names it
     * @param again the cell that names it again, blank where there is none
     * @param within the cell that names the division above, blank where there is none
     * @param at the place of the first
     */
    Answer of(String text, Cell again, Cell within, int year, String at) {
        Answer answer = of(text, within, year, at);
        if (answer.region() != null
                && !again.blank()
                && !(resolve(again.text(), year, null) instanceof Resolution.Found found
                        && found.region().equals(answer.region()))
                && !isOneOf(again, year, answer.region())) {
            String both = answer.region().name() + " " + answer.region().code() + " / " + again.text();
            return new Answer(null, Reason.CODE_AND_NAME_DIFFER, both, false);
        }
        return answer;
    }

    /** Whether a name that several regions bear may stand for this one, as 铁西区 beside its code. */
    private boolean isOneOf(Cell again, int year, Region region) {
        return resolve(again.text(), year, null) instanceof Resolution.Ambiguous several
                && several.candidates().contains(region);
    }

    private Answer of(String text, Cell within, int year, String at) {
        if (place instanceof Layout.RegionPlace.Fixed fixed) {
            return Answer.found(regions.find(fixed.code()).orElseThrow());
        }
        Layout.RegionPlace.InColumn in = (Layout.RegionPlace.InColumn) place;
        Region above = context;
        if (!within.blank()) {
            if (resolve(within.text(), year, null) instanceof Resolution.Found found) {
                above = found.region();
            } else {
                foreign = within.text() + " " + at;
                return new Answer(null, Reason.UNKNOWN_REGION, "", true);
            }
        }
        String total = in.totals().get(HeaderText.normal(text));
        Resolution resolution = total == null ? ofName(in, text, above, year) : ofTotal(total, above, year);
        return answer(resolution, above, text, at, in);
    }

    private Answer answer(Resolution resolution, Region above, String text, String at, Layout.RegionPlace.InColumn in) {
        if (resolution instanceof Resolution.Found found) {
            Region region = found.region();
            boolean division = region.level().compareTo(Level.PREFECTURE) >= 0;
            if (in.withinRows() && division) {
                context = region;
            }
            // The rows of another province may stand on the page, and have districts of the same name; a code is of
            // ours alone.
            if (region.alsoElsewhere()
                    && !text.strip().equals(region.code())
                    && foreign != null
                    && in.withinColumn() == null) {
                return new Answer(
                        null, Reason.AMBIGUOUS_REGION, region.name() + " " + region.code() + " / " + foreign, false);
            }
            foreign = null;
            return Answer.found(region);
        } else if (resolution instanceof Resolution.Ambiguous several) {
            String names = several.candidates().stream()
                    .map(region -> region.name() + " " + region.code())
                    .collect(Collectors.joining(", "));
            return new Answer(null, Reason.AMBIGUOUS_REGION, names, false);
        }
        foreign = text.strip() + " " + at;
        String nearest = String.join(", ", ((Resolution.Unknown) resolution).nearest());
        return new Answer(
                null, Reason.UNKNOWN_REGION, above == null ? nearest : (above.name() + ": " + nearest).strip(), false);
    }

    private Resolution ofName(Layout.RegionPlace.InColumn in, String text, Region above, int year) {
        String name = name(in, text);
        Resolution inside = resolve(name, year, above);
        if (inside instanceof Resolution.Found || above == null || !in.withinRows()) {
            return inside;
        }
        // The next group begins; a county of another group does not.
        Resolution anywhere = resolve(name, year, null);
        return anywhere instanceof Resolution.Found found
                        && found.region().level().compareTo(Level.PREFECTURE) >= 0
                ? anywhere
                : inside;
    }

    private static String name(Layout.RegionPlace.InColumn in, String text) {
        if (in.name() == null) {
            return text;
        }
        Matcher matcher = in.name().matcher(HeaderText.normal(text));
        return matcher.matches() && matcher.group("name") != null ? matcher.group("name") : text;
    }

    private Resolution ofTotal(String total, Region above, int year) {
        if (total.equals(Layout.RegionPlace.WITHIN)) {
            return above == null ? new Resolution.Unknown(java.util.List.of()) : new Resolution.Found(above);
        } else if (total.equals(Layout.RegionPlace.DISTRICTS)) {
            return regions.all().stream()
                    .filter(region -> region.level() == Level.DISTRICTS && above != null)
                    .filter(region -> region.parent().equals(above.code()))
                    .findFirst()
                    .<Resolution>map(Resolution.Found::new)
                    .orElseGet(() -> new Resolution.Unknown(java.util.List.of()));
        }
        return resolve(total, year, null);
    }

    private Resolution resolve(String name, int year, Region within) {
        if (resolved.size() > MOST_KEPT) {
            resolved.clear();
        }
        return resolved.computeIfAbsent(
                new Asked(name, year, within == null ? null : within.code()),
                asked -> regions.resolve(name, year, within));
    }
}
