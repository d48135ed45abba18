package org.minsheng.equity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.minsheng.conf.Level;
import org.minsheng.lake.EquityTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** The counties of today by number, with their people, and the scopes in which they are compared. */
final class Counties implements Serializable {
    private final List<Region> counties;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] people;
    private final double[] same;
    private final List<Scope> scopes = new ArrayList<>();

    Counties(Regions regions) {
        counties = regions.today(Level.COUNTY);
        people = counties.stream()
                .mapToDouble(county -> county.population() == null ? Double.NaN : county.population())
                .toArray();
        same = new double[counties.size()];
        Arrays.fill(same, 1);
        Map<Region, List<List<Region>>> lines = new LinkedHashMap<>();
        for (Region county : counties) {
            numbers.put(county.code(), numbers.size());
            List<Region> line = regions.withAncestors(county);
            for (Region above : line.subList(1, line.size())) {
                lines.computeIfAbsent(above, region -> new ArrayList<>()).add(line);
            }
        }
        for (Level level : List.of(Level.PROVINCE, Level.PREFECTURE)) {
            lines.forEach((area, inside) -> {
                if (area.level() == level) {
                    addScopes(area, inside);
                }
            });
        }
    }

    /** That of all counties and, of the province, those of each group that is held apart. */
    private void addScopes(Region area, List<List<Region>> inside) {
        boolean isProvince = area.level() == Level.PROVINCE;
        int[] groupOf = isProvince ? groups(area, inside) : null;
        scopes.add(new Scope(area.code(), EquityTable.ALL, members(inside, county -> true), groupOf, isProvince));
        if (isProvince) {
            inside.stream()
                    .map(line -> line.get(0).peerGroup())
                    .filter(group -> group != null)
                    .distinct()
                    .sorted()
                    .forEach(group -> scopes.add(new Scope(
                            area.code(),
                            group,
                            members(inside, county -> group.equals(county.peerGroup())),
                            groupOf,
                            false)));
        }
    }

    private int[] members(List<List<Region>> inside, Predicate<Region> wanted) {
        return inside.stream()
                .map(line -> line.get(0))
                .filter(wanted)
                .mapToInt(county -> numbers.get(county.code()))
                .toArray();
    }

    /** What stands below the region on the way to each county: a county right below it is a part of its own. */
    private int[] groups(Region area, List<List<Region>> inside) {
        int[] groupOf = new int[counties.size()];
        Map<Region, Integer> groups = new HashMap<>();
        for (List<Region> line : inside) {
            Region part = line.get(line.indexOf(area) - 1);
            groupOf[numbers.get(line.get(0).code())] = groups.computeIfAbsent(part, region -> groups.size());
        }
        return groupOf;
    }

    int count() {
        return counties.size();
    }

    /** The number of a code of today; null where it is no county. */
    Integer number(String code) {
        return numbers.get(code);
    }

    String code(int number) {
        return counties.get(number).code();
    }

    /** Their people at the census; NaN where they are not known. */
    double[] people() {
        return people;
    }

    /** Whether the people of any are known. */
    boolean havePeople() {
        return Arrays.stream(people).anyMatch(number -> !Double.isNaN(number));
    }

    /** One for each. */
    double[] same() {
        return same;
    }

    /** The scopes, the province's first. */
    List<Scope> scopes() {
        return scopes;
    }
}
