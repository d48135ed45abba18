package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Series;
import org.minsheng.lake.FlagTable;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Figures that are in use, but that a check finds worth a look, with their places. */
final class FlagsSheet {
    private FlagsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("check", 26),
                shown.column("region", 20),
                shown.column("series", 34),
                shown.column("year", 8),
                shown.column("value", 14),
                shown.column("against", 14),
                shown.column("against_what", 24),
                shown.column("unit", 10),
                shown.column("file", 40),
                shown.column("sheet", 12),
                shown.column("cell", 8));
        List<List<Value>> rows = new ArrayList<>();
        for (Row row : shown.data().facts(Facts.Kind.FLAG)) {
            Series series = shown.data().catalogue().series().get(row.<String>getAs(FlagTable.SERIES));
            Optional<Region> region = shown.data().regions().find(row.getAs(FlagTable.REF_AREA));
            rows.add(List.of(
                    text(shown.texts().get("check." + row.getAs(FlagTable.CHECK))),
                    text(region.map(Region::name).orElse(row.getAs(FlagTable.REF_AREA))),
                    text(series.title().in(shown.texts().language())),
                    mark(String.valueOf(row.<Integer>getAs(FlagTable.TIME_PERIOD))),
                    Shown.beside(row, FlagTable.OBS_VALUE, FlagTable.OTHER_VALUE, series.decimals()),
                    Shown.beside(row, FlagTable.OTHER_VALUE, FlagTable.OBS_VALUE, isCount(row) ? 0 : series.decimals()),
                    text(against(shown, row)),
                    text(series.unit().in(shown.texts().language())),
                    text(row.getAs(FlagTable.FILE)),
                    text(row.getAs(FlagTable.SHEET)),
                    mark(row.getAs(FlagTable.CELL))));
        }
        return Optional.of(new Sheet(
                shown.texts().get("flags.name"),
                shown.texts().get("flags.title"),
                shown.subtitle(),
                List.of(
                        new Book.Table("flags", columns, rows),
                        Book.notes(List.of(shown.texts().get("flags.note")))),
                1));
    }

    /** Whether the other value says how many there are, and is of no unit. */
    private static boolean isCount(Row row) {
        return row.getAs(FlagTable.CHECK).equals(FlagTable.TAKES_AWAY);
    }

    private static String against(Shown shown, Row row) {
        String other = row.getAs(FlagTable.OTHER);
        Series series = shown.data().catalogue().series().get(other);
        return switch (row.<String>getAs(FlagTable.CHECK)) {
            case FlagTable.JUMP -> shown.texts().get("against.year", other);
            case FlagTable.OTHER_PROVIDER -> shown.texts().get("against.provider", other);
            case FlagTable.ABOVE_WHOLE -> series.title().in(shown.texts().language());
            default -> shown.texts().get("against." + other);
        };
    }
}
