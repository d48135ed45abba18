package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;
import static org.minsheng.report.Book.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.conf.Level;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Sheet;
import org.minsheng.report.Book.Value;

/** The indicators and milestones that the province reports as a whole, with the evidence sent. */
final class ProvinceSheet {
    private ProvinceSheet() {}

    static Sheet of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("title", 40),
                shown.column("lead", 24),
                shown.column("unit", 8),
                shown.column("target", 14),
                shown.column("deadline", 9),
                shown.column("year", 7),
                shown.column("value", 12),
                shown.column("gap", 12),
                shown.column("attainment", 10),
                shown.column("status", 12),
                shown.column("evidence", 50));
        String province = shown.regions().today(Level.PROVINCE).get(0).code();
        List<List<Value>> rows = new ArrayList<>();
        shown.catalogue()
                .indicators()
                .filter(indicator -> indicator.level() == Level.PROVINCE)
                .forEach(indicator -> {
                    Row row = shown.latest(indicator).get(province);
                    String series = indicator.formula().numerator().get(0).series();
                    rows.add(List.of(
                            mark(indicator.id()),
                            text(indicator.title(), shown.texts()),
                            text(indicator.lead()),
                            mark(shown.unit(indicator)),
                            mark(shown.target(indicator)),
                            mark(shown.deadline(indicator)),
                            shown.year(row),
                            shown.value(row, indicator),
                            shown.value(row, GAP, indicator.decimals()),
                            shown.value(row, ATTAINMENT, 1),
                            shown.status(row),
                            text(shown.evidence().getOrDefault(series, Book.NOT_AVAILABLE))));
                });
        return new Sheet(
                shown.texts().get("province.name"),
                shown.texts().get("province.title"),
                shown.subtitle(),
                columns,
                2,
                rows,
                List.of(shown.texts().get("note.latest"), shown.texts().get("note.legend")));
    }
}
