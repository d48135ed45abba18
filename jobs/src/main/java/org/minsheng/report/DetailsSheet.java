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
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** All figures of all indicators and regions, a row each: what they are made of, and why one is not there. */
final class DetailsSheet {
    private static final int MOST_NAMED = 10;

    private DetailsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("title", 28),
                shown.column("code", 8),
                shown.column("region", 18),
                shown.column("year", 7),
                shown.column("unit", 11),
                shown.column("numerator", 12),
                shown.column("denominator", 12),
                shown.column("value", 11),
                shown.column("target", 15),
                shown.column("deadline", 8),
                shown.column("status", 13),
                shown.column("gap", 10),
                shown.column("attainment", 9),
                shown.column("change", 9),
                shown.column("base-year", 7),
                shown.column("base", 10),
                shown.column("pace", 8),
                shown.column("rank", 8),
                shown.column("median", 10),
                shown.column("counties", 8),
                shown.column("people", 8),
                shown.column("reported", 10),
                shown.column("remark", 24));
        List<Region> regions = shown.data().areas(Level.PROVINCE, Level.PREFECTURE, Level.COUNTY);
        List<List<Value>> rows = new ArrayList<>();
        for (Indicator indicator : shown.data().indicators()) {
            for (Region region : regions) {
                if (region.level().compareTo(indicator.level()) >= 0) {
                    rows.add(row(shown, indicator, region));
                }
            }
            // A zone is shown where it reports: for most series nobody asks it to.
            shown.data().areas(Level.ZONE).stream()
                    .filter(zone -> shown.data().latest(indicator).containsKey(zone.code()))
                    .forEach(zone -> rows.add(row(shown, indicator, zone)));
        }
        return Optional.of(new Sheet(
                shown.texts().get("details.name"),
                shown.texts().get("details.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("details", columns, rows),
                        Book.notes(List.of(
                                shown.texts().get("note.latest"),
                                shown.texts().get("note.rollup"),
                                shown.texts().get("note.change"),
                                shown.texts().get("note.peers"),
                                shown.texts().get("note.follow"),
                                shown.texts().get("note.legend")))),
                4));
    }

    private static List<Value> row(Shown shown, Indicator indicator, Region region) {
        Row row = shown.data().latest(indicator).get(region.code());
        String reason = row == null ? NOT_REPORTED : row.getAs(REASON);
        return List.of(
                mark(indicator.id()),
                shown.text(indicator.title()),
                mark(region.code()),
                text(region.name()),
                shown.integer(row, TIME_PERIOD),
                mark(shown.unit(row, indicator)),
                shown.value(row, NUMERATOR, decimals(shown, indicator.formula().numerator())),
                shown.value(
                        row, DENOMINATOR, decimals(shown, indicator.formula().denominator())),
                shown.value(row, indicator),
                text(shown.target(indicator, row)),
                mark(shown.deadline(indicator)),
                shown.status(row),
                shown.difference(row, indicator, GAP),
                shown.value(row, ATTAINMENT, 1, 100),
                shown.difference(row, indicator, CHANGE),
                shown.integer(row, BASE_PERIOD),
                base(shown, indicator, row),
                shown.paceRatio(row, indicator),
                Shown.rank(row),
                shown.median(row, indicator),
                mark(
                        row == null
                                ? Book.NOT_AVAILABLE
                                : row.getAs(REGIONS_REPORTING) + "/" + row.getAs(REGIONS_EXPECTED)),
                shown.optional(row, PEOPLE_COVERED, 1, 100),
                shown.reported(indicator, row),
                text(
                        reason == null
                                ? remark(shown, indicator, region, row)
                                : shown.texts().get("why." + reason)));
    }

    private static Value base(Shown shown, Indicator indicator, Row row) {
        Double base = row == null ? null : row.getAs(BASE_VALUE);
        return base == null ? shown.optional(row, BASE_VALUE, 0) : shown.against(base, row, indicator);
    }

    /** Which regions are missing in a sum, or what was sent beside a figure. */
    private static String remark(Shown shown, Indicator indicator, Region region, Row row) {
        int missing = row.<Integer>getAs(REGIONS_EXPECTED) - row.<Integer>getAs(REGIONS_REPORTING);
        if (missing <= 0 || !ROLLED_UP.equals(row.getAs(SOURCE))) {
            return shown.data().evidence(indicator, region);
        }
        List<Region> named = Counties.missing(shown, indicator, region, row);
        // On the divisions of then, others were in it than today's.
        return named.size() != missing
                ? shown.texts().get("missing.regions", String.valueOf(missing))
                : shown.texts()
                        .get(
                                named.size() > MOST_NAMED ? "missing.some" : "missing.all",
                                named.stream()
                                        .limit(MOST_NAMED)
                                        .map(Region::shortName)
                                        .collect(
                                                Collectors.joining(shown.texts().get("missing.and"))),
                                String.valueOf(missing));
    }

    private static int decimals(Shown shown, List<Term> terms) {
        return terms.isEmpty()
                ? 0
                : shown.data().catalogue().series().get(terms.get(0).series()).decimals();
    }
}
