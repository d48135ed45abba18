package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Series;
import org.minsheng.lake.FlagTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** Figures that are in use, but that a check finds worth a look, with their places. */
final class FlagsSheet {
    private FlagsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        BookData data = shown.data();
        Book.Table table = new TableColumns<Row>(shown.texts())
                .add("check", 26, row -> text(shown.texts().get("check." + row.getAs(FlagTable.CHECK))))
                .add("region", 20, row -> text(shown.regionName(row.getAs(FlagTable.REF_AREA))))
                .add("series", 34, row -> shown.text(data.series(row).title()))
                .add("year", 8, row -> Figures.integer(row, FlagTable.TIME_PERIOD))
                .add("value", 14, row -> {
                    int decimals = data.series(row).decimals();
                    return Figures.beside(row, FlagTable.OBS_VALUE, FlagTable.OTHER_VALUE, decimals);
                })
                .add("against", 14, row -> {
                    int decimals = isCount(row) ? 0 : data.series(row).decimals();
                    return Figures.beside(row, FlagTable.OTHER_VALUE, FlagTable.OBS_VALUE, decimals);
                })
                .add("against_what", 24, row -> text(against(shown, row)))
                .add(
                        "unit",
                        10,
                        row -> text(data.series(row).unit().in(shown.texts().language())))
                .add("file", 40, row -> text(row.getAs(FlagTable.FILE)))
                .add("sheet", 12, row -> text(row.getAs(FlagTable.SHEET)))
                .add("cell", 8, row -> mark(row.getAs(FlagTable.CELL)))
                .table("flags", data.facts(Facts.Kind.FLAG));
        return Optional.of(shown.sheet("flags", 1, table, shown.notes("flags.note")));
    }

    /** Whether the other value says how many there are, and is of no unit. */
    private static boolean isCount(Row row) {
        return row.getAs(FlagTable.CHECK).equals(FlagTable.TAKES_AWAY);
    }

    private static String against(Shown shown, Row row) {
        String other = row.getAs(FlagTable.OTHER);
        Series series = shown.data().catalogue().series().get(other);
        return switch (row.<String>getAs(FlagTable.CHECK)) {
            case FlagTable.JUMP, FlagTable.STEP_BACK -> shown.texts().get("against.year", other);
            case FlagTable.OTHER_PROVIDER -> shown.texts().get("against.provider", shown.office(other));
            case FlagTable.ABOVE_WHOLE -> shown.word(series.title());
            default -> shown.texts().get("against." + other);
        };
    }
}
