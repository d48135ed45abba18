package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.ATTAINMENT;
import static org.minsheng.lake.ProgressTable.BASE_PERIOD;
import static org.minsheng.lake.ProgressTable.BASE_VALUE;
import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.NOT_REPORTED;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.PEOPLE_COVERED;
import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.ROLLED_UP;
import static org.minsheng.lake.ProgressTable.SOURCE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** All figures of all indicators and regions, a row each: what they are made of, and why one is not there. */
final class DetailsSheet {
    private static final int MOST_NAMED = 10;

    private DetailsSheet() {}

    /**
     * A row of the table.
     *
     * @param row the region's latest row; null where it has none
     */
    private record Line(Indicator indicator, Region region, Row row) {}

    static Optional<Sheet> of(Shown shown) {
        List<Region> regions = shown.data().areas(Level.PROVINCE, Level.PREFECTURE, Level.COUNTY);
        List<Line> lines = new ArrayList<>();
        for (Indicator indicator : shown.data().indicators()) {
            Map<String, Row> latest = shown.data().latest(indicator);
            Stream.concat(
                            regions.stream().filter(region -> region.level().compareTo(indicator.level()) >= 0),
                            // A zone is shown where it reports: for most series nobody asks it to.
                            shown.data().areas(Level.ZONE).stream().filter(zone -> latest.containsKey(zone.code())))
                    .forEach(region -> lines.add(new Line(indicator, region, latest.get(region.code()))));
        }
        return Optional.of(shown.sheet(
                "details",
                4,
                columns(shown).table("details", lines),
                shown.notes(
                        "note.latest",
                        "note.rollup",
                        "note.change",
                        "note.peers",
                        "note.follow",
                        "note.explain",
                        "note.provisional",
                        "note.legend")));
    }

    private static TableColumns<Line> columns(Shown shown) {
        Figures figures = shown.figures();
        return new TableColumns<Line>(shown.texts())
                .add("indicator", 7, line -> mark(line.indicator().id()))
                .add("title", 28, line -> shown.text(line.indicator().title()))
                .add("code", 8, line -> mark(line.region().code()))
                .add("region", 18, line -> text(shown.name(line.region())))
                .add("year", 7, line -> Figures.integer(line.row(), TIME_PERIOD))
                .add("unit", 11, line -> text(figures.unit(line.row(), line.indicator())))
                .add("numerator", 12, line -> figures.part(line.row(), line.indicator(), NUMERATOR))
                .add("denominator", 12, line -> figures.part(line.row(), line.indicator(), DENOMINATOR))
                .add("value", 11, line -> figures.value(line.row(), line.indicator()))
                .add("target", 18, line -> text(shown.targets().of(line.indicator(), line.row())))
                .add("deadline", 8, line -> mark(shown.targets().deadline(line.indicator())))
                .add("status", 13, line -> shown.status(line.row()))
                .add("gap", 10, line -> figures.difference(line.row(), line.indicator(), GAP))
                .add("attainment", 9, line -> figures.value(line.row(), ATTAINMENT, 1, 100))
                .add("change", 9, line -> figures.difference(line.row(), line.indicator(), CHANGE))
                .add("base-year", 7, line -> Figures.integer(line.row(), BASE_PERIOD))
                .add("base", 10, line -> base(shown, line))
                .add("pace", 8, line -> figures.paceRatio(line.row(), line.indicator()))
                .add("rank", 8, line -> Figures.rank(line.row()))
                .add("median", 10, line -> figures.median(line.row(), line.indicator()))
                .add("counties", 8, line -> mark(counties(line.row())))
                .add("people", 8, line -> figures.optional(line.row(), PEOPLE_COVERED, 1, 100))
                .add("reported", 10, line -> figures.reported(line.row(), line.indicator()))
                .add("remark", 24, line -> text(remark(shown, line)))
                .add("explain", 36, Look.ON_SCREEN, line -> text(command(line)));
    }

    private static Value base(Shown shown, Line line) {
        Double base = line.row() == null ? null : line.row().getAs(BASE_VALUE);
        return base == null ? mark(Book.NOT_APPLICABLE) : shown.figures().against(base, line.row(), line.indicator());
    }

    /** By the code of the region, as several may have one name. */
    private static String command(Line line) {
        return line.row() == null
                ? null
                : "./minsheng explain " + line.indicator().id() + " "
                        + line.region().code() + " " + line.row().getAs(TIME_PERIOD);
    }

    private static String counties(Row row) {
        return row == null ? Book.NOT_AVAILABLE : row.getAs(REGIONS_REPORTING) + "/" + row.getAs(REGIONS_EXPECTED);
    }

    /** Why there is no value, or else which units are missing in a sum, or what was sent beside a figure. */
    private static String remark(Shown shown, Line line) {
        Row row = line.row();
        String reason = row == null ? NOT_REPORTED : row.getAs(REASON);
        if (reason != null) {
            return shown.texts().get("why." + reason);
        }
        int missing = row.<Integer>getAs(REGIONS_EXPECTED) - row.<Integer>getAs(REGIONS_REPORTING);
        return missing > 0 && ROLLED_UP.equals(row.getAs(SOURCE))
                ? missing(shown, line, missing)
                : shown.data().evidence(line.indicator(), line.region());
    }

    private static String missing(Shown shown, Line line, int missing) {
        List<Region> regions = Counties.missing(shown.data(), line.indicator(), line.region(), line.row());
        if (regions.size() != missing) {
            // On the divisions of then, others were in it than today's.
            return shown.texts().get("missing.regions", String.valueOf(missing));
        }
        String named = regions.stream()
                .limit(MOST_NAMED)
                .map(shown::shortName)
                .collect(Collectors.joining(shown.texts().get("missing.and")));
        return shown.texts()
                .get(regions.size() > MOST_NAMED ? "missing.some" : "missing.all", named, String.valueOf(missing));
    }
}
