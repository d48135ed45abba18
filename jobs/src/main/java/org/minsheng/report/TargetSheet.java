package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;
import static org.minsheng.report.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Sheet;
import org.minsheng.report.Book.Value;

/** One target: a row a county. */
final class TargetSheet {
    /** Excel's limit. */
    private static final int SHEET_NAME = 31;

    private TargetSheet() {}

    static Sheet of(Shown shown, Indicator indicator) {
        Map<String, Row> latest = shown.latest(indicator);
        List<Column> columns = new ArrayList<>(List.of(
                shown.column("code", 8),
                shown.column("county", 24),
                shown.column("prefecture", 18),
                shown.column("year", 7),
                side(shown, "column.numerator", indicator.formula().numerator())));
        if (indicator.formula().ratio()) {
            columns.add(side(shown, "column.denominator", indicator.formula().denominator()));
        }
        columns.addAll(List.of(
                new Column(shown.texts().get("column.value") + "(" + shown.unit(indicator) + ")", 11),
                shown.column("target", 12),
                shown.column("gap", 10),
                shown.column("attainment", 10),
                shown.column("base-year", 7),
                shown.column("base", 10),
                shown.column("pace", 9),
                shown.column("status", 14)));
        List<List<Value>> rows = new ArrayList<>();
        List<Region> units = new ArrayList<>(shown.regions().today(Level.COUNTY));
        // A zone is shown where it reports: for most series nobody asks it to.
        shown.regions().today(Level.ZONE).stream()
                .filter(zone -> latest.containsKey(zone.code()))
                .forEach(units::add);
        for (Region county : units) {
            Row row = latest.get(county.code());
            List<Value> values = new ArrayList<>(List.of(
                    mark(county.code()),
                    text(county.name()),
                    text(shown.regions().find(county.parent()).map(Region::name).orElse("")),
                    shown.year(row),
                    shown.value(
                            row, NUMERATOR, decimals(shown, indicator.formula().numerator()))));
            if (indicator.formula().ratio()) {
                values.add(shown.value(
                        row, DENOMINATOR, decimals(shown, indicator.formula().denominator())));
            }
            values.addAll(List.of(
                    shown.value(row, indicator),
                    mark(shown.target(indicator)),
                    shown.value(row, GAP, indicator.decimals()),
                    shown.value(row, ATTAINMENT, 1),
                    shown.integer(row, BASE_PERIOD),
                    shown.value(row, BASE_VALUE, indicator.decimals()),
                    shown.value(row, PACE_RATIO, 2),
                    shown.status(row)));
            rows.add(values);
        }
        return new Sheet(
                sheetName(indicator.id() + " "
                        + indicator.title().in(shown.texts().language())),
                indicator.id() + " " + indicator.title().in(shown.texts().language()) + " " + shown.target(indicator),
                shown.subtitle(),
                columns,
                2,
                rows,
                List.of(
                        indicator.targets().stream()
                                .map(target -> "“" + target.quote() + "”")
                                .collect(Collectors.joining(" ")),
                        shown.texts().get("note.latest"),
                        shown.statusNote(),
                        shown.texts().get("note.legend")));
    }

    private static Column side(Shown shown, String key, List<Term> terms) {
        String unit = first(shown, terms).unit().in(shown.texts().language());
        return new Column(shown.texts().get(key, shown.terms(terms), unit), 16);
    }

    private static int decimals(Shown shown, List<Term> terms) {
        return first(shown, terms).decimals();
    }

    private static Series first(Shown shown, List<Term> terms) {
        return shown.catalogue().series().get(terms.get(0).series());
    }

    private static String sheetName(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return plain.length() <= SHEET_NAME
                ? plain
                : plain.substring(0, SHEET_NAME).strip();
    }
}
