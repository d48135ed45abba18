package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;
import static org.minsheng.report.Book.number;
import static org.minsheng.report.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.conf.Level;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Sheet;
import org.minsheng.report.Book.Value;

/** One row a target: where the province stands, and how many counties have met it. */
final class OverviewSheet {
    private OverviewSheet() {}

    static Sheet of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("field", 10),
                shown.column("measure", 34),
                shown.column("title", 34),
                shown.column("lead", 24),
                shown.column("unit", 12),
                shown.column("target", 12),
                shown.column("deadline", 9),
                shown.column("province", 11),
                shown.column("year", 7),
                shown.column("status", 12),
                shown.column("gap", 10),
                shown.column("attainment", 10),
                shown.column("met", 10),
                shown.column("not-met", 10),
                shown.column("absent", 10));
        String province = shown.regions().today(Level.PROVINCE).get(0).code();
        List<List<Value>> rows = new ArrayList<>();
        for (Field field : shown.catalogue().fields()) {
            for (Measure measure : field.measures()) {
                for (Indicator indicator : measure.indicators()) {
                    Map<String, Row> regionRows = shown.latest(indicator);
                    Row row = regionRows.get(province);
                    List<String> counties = regionRows.values().stream()
                            .filter(r -> r.getAs(REGION_LEVEL).equals(Level.COUNTY.word()))
                            .map(r -> r.<String>getAs(STATUS))
                            .toList();
                    long met = counties.stream().filter(MET::equals).count();
                    long absent = counties.stream().filter(NO_DATA::equals).count();
                    rows.add(List.of(
                            mark(indicator.id()),
                            text(field.title(), shown.texts()),
                            text(measure.number() + ". "
                                    + measure.title().in(shown.texts().language())),
                            text(indicator.title(), shown.texts()),
                            text(indicator.lead()),
                            mark(shown.unit(row, indicator)),
                            mark(shown.target(indicator)),
                            mark(shown.deadline(indicator)),
                            shown.value(row, indicator),
                            shown.year(row),
                            shown.status(row),
                            shown.figure(row, indicator, GAP),
                            shown.value(row, ATTAINMENT, 1),
                            counted(indicator, met),
                            counted(indicator, counties.size() - met - absent),
                            counted(indicator, absent)));
                }
            }
        }
        return new Sheet(
                shown.texts().get("overview.name"),
                shown.texts().get("overview.title"),
                shown.subtitle(),
                columns,
                4,
                rows,
                List.of(
                        shown.texts().get("note.latest"),
                        shown.texts().get("note.rollup"),
                        shown.texts().get("note.attainment"),
                        shown.statusNote(),
                        shown.texts().get("note.legend")));
    }

    /** Counties, where counties report it. */
    private static Value counted(Indicator indicator, long counties) {
        return indicator.level() == Level.COUNTY ? number((double) counties, 0) : mark(Book.NOT_APPLICABLE);
    }
}
