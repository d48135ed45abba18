package org.minsheng.parse;

import static org.minsheng.parse.LabelColumns.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minsheng.conf.Level;
import org.minsheng.layout.HeaderText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** Which columns of a table that no layout describes name its regions, the divisions above them, and their codes. */
final class RegionColumns {
    /** One for which former names stand for the regions of today. */
    private static final int TODAY = Integer.MAX_VALUE;

    private final Head head;
    private final Regions regions;
    private int name = NONE;
    private int code = NONE;
    private int within = NONE;

    RegionColumns(Head head, Regions regions) {
        this.head = head;
        this.regions = regions;
        List<Integer> named = new ArrayList<>();
        for (int col = 0; col < head.width(); col++) {
            if (found(col, true).isEmpty()) {
                boolean isBetter = !found(col, false).isEmpty()
                        && (name == NONE
                                || found(col, false).size() > found(name, false).size());
                name = isBetter ? col : name;
                if (!found(col, false).isEmpty()) {
                    named.add(col);
                }
            } else if (code == NONE) {
                code = col;
            }
        }
        Level lowest = lowest(name);
        within = named.stream()
                .filter(col -> col != name && lowest(col).compareTo(lowest) > 0)
                .findFirst()
                .orElse(NONE);
        if (name == NONE) {
            name = code;
            code = NONE;
        }
    }

    private Level lowest(int col) {
        return Stream.concat(found(col, true).stream(), found(col, false).stream())
                .map(Region::level)
                .min(Comparator.naturalOrder())
                .orElse(Level.PROVINCE);
    }

    /** The regions that a column names, by their codes or their names. */
    private Set<Region> found(int col, boolean byCode) {
        Set<Region> found = new LinkedHashSet<>();
        for (SheetRow row : head.rows()) {
            Cell cell = row.get(col);
            if (!cell.blank() && isCode(cell.text()) == byCode) {
                found.addAll(candidates(cell.text()));
            }
        }
        return found;
    }

    private boolean isCode(String text) {
        return regions.find(HeaderText.normal(text)).isPresent();
    }

    private List<Region> candidates(String text) {
        Resolution resolution = regions.resolve(text, TODAY);
        return resolution instanceof Resolution.Found found
                ? List.of(found.region())
                : resolution instanceof Resolution.Ambiguous several ? several.candidates() : List.of();
    }

    /** The column that names the regions; {@link LabelColumns#NONE} where there is none. */
    int name() {
        return name;
    }

    /** A column beside it with their codes. */
    int code() {
        return code;
    }

    /** A column beside it that names the divisions above them. */
    int within() {
        return within;
    }

    boolean contains(int col) {
        return col == name || col == code || col == within;
    }

    /** Whether a text is the name or code of a region, of today or of another time. */
    boolean isKnown(String text) {
        return !candidates(text).isEmpty();
    }

    /** Whether a row is about a region, or a total of some. */
    boolean isNamed(SheetRow row) {
        return name != NONE && (isKnown(row.get(name).text()) || isTotal(row));
    }

    private boolean isTotal(SheetRow row) {
        String text = HeaderText.normal(row.get(name).text());
        return Stream.of(DraftWords.TOTAL, DraftWords.SUBTOTAL, DraftWords.DISTRICTS)
                .anyMatch(words -> words.matcher(text).matches());
    }

    /** How many rows are about a region. */
    int rows() {
        int rows = 0;
        for (SheetRow row : head.rows()) {
            rows += isNamed(row) ? 1 : 0;
        }
        return rows;
    }

    /** Whether a name stands for several regions, so that its code tells more. */
    boolean areAmbiguous() {
        for (SheetRow row : head.rows()) {
            if (name != NONE && candidates(row.get(name).text()).size() > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows of prefectures stand above those of their counties. */
    boolean areGrouped() {
        Set<Level> levels = new TreeSet<>();
        found(name, false).forEach(region -> levels.add(region.level()));
        return within == NONE
                && levels.contains(Level.PREFECTURE)
                && (levels.contains(Level.COUNTY) || levels.contains(Level.ZONE));
    }

    /** The level of most of the regions: the lowest that there is. */
    Level level() {
        return lowest(name);
    }

    /** The smallest division that holds all regions of the table. */
    Optional<Region> whole() {
        Set<Region> common = null;
        for (Region region : found(name, false).isEmpty() ? found(name, true) : found(name, false)) {
            if (candidates(region.code()).size() == 1 && !areSeveral(region)) {
                Set<Region> above = new LinkedHashSet<>(regions.withAncestors(region));
                if (common == null) {
                    common = above;
                } else {
                    common.retainAll(above);
                }
            }
        }
        return common == null
                ? Optional.empty()
                : common.stream()
                        .filter(region -> region.level().compareTo(Level.PREFECTURE) >= 0)
                        .min(Comparator.comparing(Region::level));
    }

    /** Whether a region is one of several that its name in the table may stand for. */
    private boolean areSeveral(Region region) {
        for (SheetRow row : head.rows()) {
            List<Region> all = candidates(row.get(name).text());
            if (all.size() > 1 && all.contains(region)) {
                return true;
            }
        }
        return false;
    }

    /** The region with the longest name that a text has in it; of those of the same name, that of today. */
    static Optional<Region> namedIn(String text, Regions regions) {
        return regions.all().stream()
                .filter(region -> text.contains(HeaderText.normal(region.name())))
                .max(Comparator.comparingInt(region -> region.name().length()))
                .map(regions::today);
    }
}
