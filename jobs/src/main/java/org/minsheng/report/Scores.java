package org.minsheng.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.region.Region;

/** How far the regions of a workbook have come over all targets, and where each stands among those of its level. */
final class Scores {
    private final BookData data;
    private final Map<Level, Places> places = new EnumMap<>(Level.class);
    private final Map<String, Row> overall = new HashMap<>();
    private final Map<String, Map<String, Row>> fields = new HashMap<>();

    Scores(BookData data) {
        this.data = data;
        for (Row row : data.facts(Facts.Kind.SCORE)) {
            String region = row.getAs(ScoreTable.REF_AREA);
            if (row.getAs(ScoreTable.COMPONENT).equals(ScoreTable.OVERALL)) {
                overall.put(region, row);
            } else {
                fields.computeIfAbsent(region, code -> new HashMap<>()).put(row.getAs(ScoreTable.CODE), row);
            }
        }
    }

    /**
     * A region's scores.
     *
     * @param overall of all targets
     * @param fields by the number of the field
     */
    record Standing(Region region, Row overall, Map<String, Row> fields) {
        Integer rank() {
            return overall.getAs(ScoreTable.RANK);
        }

        boolean hasInterval() {
            return rank() != null
                    && overall.getAs(ScoreTable.RANK_LOW) != null
                    && overall.getAs(ScoreTable.RANK_HIGH) != null;
        }
    }

    /** That of a region; none where nothing is known. */
    Optional<Standing> of(Region region) {
        return Optional.ofNullable(overall.get(region.code()))
                .map(row -> new Standing(region, row, fields.getOrDefault(region.code(), Map.of())));
    }

    /** Those of a level, the first place first, and last those that have none. */
    List<Standing> of(Level level) {
        return data.areas(level).stream()
                .flatMap(region -> of(region).stream())
                .sorted(Comparator.comparing(Standing::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The places of those regions of a level that the workbook shows. */
    Places placesShown(Level level) {
        return new Places(of(level).stream().filter(one -> one.rank() != null).map(Standing::overall));
    }

    /** The places of all regions of a level, also of those that the workbook does not show. */
    Places places(Level level) {
        return places.computeIfAbsent(
                level,
                of -> new Places(data.facts(Facts.Kind.PLACE).stream()
                        .filter(row -> row.getAs(ScoreTable.REGION_LEVEL).equals(of.word()))));
    }
}
