package org.minsheng.parse;

import java.util.stream.Collectors;
import org.minsheng.conf.Level;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;
import org.minsheng.region.Resolution;

/** The regions of rows that name theirs in a column: what a name stands for may depend on the rows above it. */
final class NamedRegions implements RowRegions {
    private final Block block;
    private final LabelColumns cols;
    private final MergedLabels labels;
    private final RegionNames names;
    /** Names the division above, which stands in the first of its rows. */
    private Cell within = Cell.BLANK;
    /** The division whose rows these are, where rows above them say so; null before the first. */
    private Region context;
    /** The unknown name just above and its place; null where the row above is one of ours. */
    private String foreign;

    NamedRegions(Block block, MergedLabels labels, RegionNames names) {
        this.block = block;
        this.cols = block.labels();
        this.labels = labels;
        this.names = names;
    }

    @Override
    public void enter(SheetRow row) {
        Cell named = labels.shown(row, cols.within());
        within = named.blank() ? within : named;
    }

    @Override
    public Answer<Region> of(SheetRow row, String joined, int year) {
        Answer<Region> answer = of(row, name(row, joined), within, year);
        Cell again = labels.shown(row, cols.again());
        if (answer.isRejected() || again.blank() || isAlso(answer.value(), again, year)) {
            return answer;
        }
        return Answer.rejected(
                cols.region(), Reason.CODE_AND_NAME_DIFFER, shown(answer.value()) + " / " + again.text());
    }

    /** Whether a cell names a region too, be it as one of several, as 铁西区 beside its code. */
    private boolean isAlso(Region region, Cell again, int year) {
        Resolution named = names.resolve(again.text(), year);
        return named instanceof Resolution.Found found && found.region().equals(region)
                || named instanceof Resolution.Ambiguous several
                        && several.candidates().contains(region);
    }

    @Override
    public boolean isNamed(SheetRow row, String joined, int year) {
        return !of(row, name(row, joined), Cell.BLANK, year).isRejected();
    }

    private String name(SheetRow row, String joined) {
        return joined == null ? labels.shown(row, cols.region()).text() : joined;
    }

    @Override
    public String joined(SheetRow first, SheetRow second) {
        Cell upper = first.get(cols.region());
        Cell lower = second.get(cols.region());
        if (upper.blank() || lower.blank()) {
            return null;
        }
        String both = upper.text() + lower.text();
        boolean areParts = names.isUnknownAnywhere(upper.text()) || names.isUnknownAnywhere(lower.text());
        return areParts && !names.isUnknownAnywhere(both) ? both : null;
    }

    private Answer<Region> of(SheetRow row, String name, Cell division, int year) {
        Region above = context;
        if (!division.blank()) {
            if (!(names.resolve(division.text(), year) instanceof Resolution.Found found)) {
                isForeign(row, division.text());
                return Answer.rejected(cols.within(), Reason.UNKNOWN_REGION, "");
            }
            above = found.region();
        }
        Resolution resolution = names.resolve(name, above, year);
        if (resolution instanceof Resolution.Found found) {
            return found(found.region(), name);
        } else if (resolution instanceof Resolution.Ambiguous several) {
            String all = several.candidates().stream().map(NamedRegions::shown).collect(Collectors.joining(", "));
            return Answer.rejected(cols.region(), Reason.AMBIGUOUS_REGION, all);
        }
        isForeign(row, name.strip());
        String nearest = String.join(", ", ((Resolution.Unknown) resolution).nearest());
        return Answer.rejected(
                cols.region(),
                Reason.UNKNOWN_REGION,
                above == null ? nearest : (above.name() + ": " + nearest).strip());
    }

    private Answer<Region> found(Region region, String name) {
        if (names.place().withinRows() && region.level().compareTo(Level.PREFECTURE) >= 0) {
            context = region;
        }
        // The rows of another province may stand on the page, and have districts of the same name; a code is of
        // ours alone.
        if (region.alsoElsewhere()
                && !name.strip().equals(region.code())
                && foreign != null
                && names.place().withinColumn() == null) {
            return Answer.rejected(cols.region(), Reason.AMBIGUOUS_REGION, shown(region) + " / " + foreign);
        }
        foreign = null;
        return Answer.of(region);
    }

    private void isForeign(SheetRow row, String name) {
        foreign = name + " " + block.place(row.index(), cols.region());
    }

    private static String shown(Region region) {
        return region.name() + " " + region.code();
    }
}
