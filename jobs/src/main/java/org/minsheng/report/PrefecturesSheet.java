package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;
import static org.minsheng.report.Book.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Sheet;
import org.minsheng.report.Book.Value;

/** One row a target and prefecture, and the province: sums of their units, beside what they reported themselves. */
final class PrefecturesSheet {
    private PrefecturesSheet() {}

    static Sheet of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("title", 34),
                shown.column("code", 8),
                shown.column("prefecture", 18),
                shown.column("unit", 12),
                shown.column("target", 12),
                shown.column("year", 7),
                shown.column("value", 11),
                shown.column("gap", 10),
                shown.column("attainment", 10),
                shown.column("status", 12),
                shown.column("counties", 10),
                shown.column("people", 10),
                shown.column("reported", 10),
                shown.column("differs", 12));
        List<Region> regions = new ArrayList<>(shown.regions().today(Level.PROVINCE));
        regions.addAll(shown.regions().today(Level.PREFECTURE));
        List<List<Value>> rows = new ArrayList<>();
        shown.catalogue().indicators().filter(i -> i.level() == Level.COUNTY).forEach(indicator -> {
            for (Region region : regions) {
                Row row = shown.latest(indicator).get(region.code());
                rows.add(List.of(
                        mark(indicator.id()),
                        text(indicator.title(), shown.texts()),
                        mark(region.code()),
                        text(region.name()),
                        mark(shown.unit(row, indicator)),
                        mark(shown.target(indicator)),
                        shown.year(row),
                        shown.figure(row, indicator, OBS_VALUE),
                        shown.figure(row, indicator, GAP),
                        shown.value(row, ATTAINMENT, 1),
                        shown.status(row),
                        shown.reporting(row),
                        shown.value(row, PEOPLE_COVERED, 1),
                        shown.reported(row, indicator),
                        shown.differs(row)));
            }
        });
        return new Sheet(
                shown.texts().get("prefectures.name"),
                shown.texts().get("prefectures.title"),
                shown.subtitle(),
                columns,
                4,
                rows,
                List.of(shown.texts().get("note.rollup"), shown.texts().get("note.legend")));
    }
}
