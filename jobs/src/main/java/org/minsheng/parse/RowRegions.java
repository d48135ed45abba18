package org.minsheng.parse;

import org.minsheng.layout.Layout;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Tells the region of each row of a block, from the top down. */
interface RowRegions {
    static RowRegions of(Block block, MergedLabels labels, Regions regions) {
        return block.layout().region() instanceof Layout.RegionPlace.InColumn in
                ? new NamedRegions(block, labels, new RegionNames(in, regions))
                : new One(
                        regions.find(((Layout.RegionPlace.Fixed) block.layout().region()).code())
                                .orElseThrow());
    }

    /** Goes on to the division above that a row names for itself and for those below it, if it does. */
    void enter(SheetRow row);

    /**
     * The region of a row in a year.
     *
     * @param joined its name, where that takes two rows; null where it is the row's own
     */
    Answer<Region> of(SheetRow row, String joined, int year);

    /**
     * Whether a row that is rejected names a region all the same, with which those below may go on.
     *
     * @param joined as for {@link #of}
     */
    boolean isNamed(SheetRow row, String joined, int year);

    /** The name that takes two rows; null where each has its own. */
    String joined(SheetRow first, SheetRow second);

    /** All rows are of one region. */
    record One(Region region) implements RowRegions {
        @Override
        public void enter(SheetRow row) {
            // It is in the same division.
        }

        @Override
        public Answer<Region> of(SheetRow row, String joined, int year) {
            return Answer.of(region);
        }

        @Override
        public boolean isNamed(SheetRow row, String joined, int year) {
            return false;
        }

        @Override
        public String joined(SheetRow first, SheetRow second) {
            return null;
        }
    }
}
