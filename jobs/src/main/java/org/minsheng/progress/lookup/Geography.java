package org.minsheng.progress.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** The regions with the numbers by which the lookup tables know them, and which of them count in which, on some divisions. */
final class Geography {
    /** A year before all others. */
    static final int FIRST = 0;
    /** A year after all others. */
    static final int LAST = 9999;

    private final Regions regions;
    private final Divisions divisions;
    private final Map<String, Integer> numbers = new HashMap<>();

    Geography(Regions regions, Divisions divisions) {
        this.regions = regions;
        this.divisions = divisions;
        regions.all().forEach(region -> numbers.put(region.code(), numbers.size()));
    }

    /** That a reporter counts in an area of today, from a year to a year. */
    record Membership(Region reporter, Region area, int first, int last) {
        boolean in(int year) {
            return year >= first && year <= last;
        }
    }

    int number(Region region) {
        return numbers.get(region.code());
    }

    /** The number of the region that goes on with this one today. */
    int numberToday(Region region) {
        return number(regions.today(region));
    }

    /** How many people live, by the census, in the region that goes on with this one today; null where that is not known. */
    Long people(Region region) {
        return regions.today(region).population();
    }

    /** All of any time but the districts of a prefecture taken together: their sum is kept as reported, and counts for nothing. */
    Stream<Region> ever() {
        return regions.all().stream().filter(region -> region.level() != Level.DISTRICTS);
    }

    /** Those that are there today. */
    Stream<Region> today() {
        return ever().filter(Geography::isToday);
    }

    private static boolean isToday(Region region) {
        return region.replacedBy() == null;
    }

    /** The levels of reporting that are told of a region: its own, if it reports, and those below. */
    static Stream<Level> levels(Region region) {
        return Stream.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)
                .filter(level ->
                        region.level().reportsAs(level) || region.level().compareTo(level) > 0);
    }

    /** Each region of today in itself, and each of any time in those above it, as the divisions have it. */
    List<Membership> memberships() {
        List<Membership> memberships = new ArrayList<>();
        ever().forEach(region -> {
            if (isToday(region)) {
                memberships.add(new Membership(region, region, FIRST, LAST));
            }
            if (divisions == Divisions.THEN) {
                int first = region.validFrom() == null ? FIRST : region.validFrom();
                int last = region.validTo() == null ? LAST : region.validTo();
                regions.withAncestorsThen(region).stream()
                        .skip(1)
                        .forEach(above -> memberships.add(new Membership(region, regions.today(above), first, last)));
            } else if (isToday(region)) {
                regions.withAncestors(region).stream()
                        .skip(1)
                        .forEach(above -> memberships.add(new Membership(region, above, FIRST, LAST)));
            }
        });
        return memberships;
    }
}
