package org.minsheng.explain;

import java.util.List;
import java.util.stream.Stream;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Which regions report a level's figures within a region in a year, on some divisions. */
final class Reporters {
    private final Regions regions;
    private final Divisions divisions;

    Reporters(Regions regions, Divisions divisions) {
        this.regions = regions;
        this.divisions = divisions;
    }

    /** By the regions that go on with them today, in the file's order: counties, and zones that may report beside them. */
    List<Region> within(Region area, Level level, int year) {
        return regions.all().stream()
                .filter(region -> region.level().reportsAs(level))
                .filter(region -> divisions == Divisions.THEN ? region.validIn(year) : region.replacedBy() == null)
                .filter(region -> above(region).anyMatch(area::equals))
                .map(regions::today)
                .distinct()
                .toList();
    }

    private Stream<Region> above(Region region) {
        return divisions == Divisions.THEN
                ? regions.withAncestorsThen(region).stream().skip(1).map(regions::today)
                : regions.withAncestors(region).stream().skip(1);
    }
}
