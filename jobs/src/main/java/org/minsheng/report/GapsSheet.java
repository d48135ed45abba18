package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Which counties make up the gap of the region: of each target the region's row, and one for each county that is short. */
final class GapsSheet {
    private GapsSheet() {}

    /**
     * A row of the table.
     *
     * @param share of what all counties lack, in %; null of the region itself
     * @param upTo the same of this county and those above it
     * @param half how few counties lack half of what the region does; null of a county, and where there are none
     */
    private record Line(
            Shortfall of, Region region, Row row, BigDecimal lacking, Double share, Double upTo, Integer half) {}

    static Optional<Sheet> of(Shown shown) {
        List<Line> lines = new ArrayList<>();
        Shortfalls.of(shown)
                .forEach(shortfall -> add(lines, shortfall, shown.data().focusRegion()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                        "gaps",
                        5,
                        columns(shown).table("gaps", lines),
                        shown.notes("note.gaps", "note.gaps-sum", "note.gaps-left-out", "note.legend")));
    }

    private static void add(List<Line> lines, Shortfall shortfall, Region region) {
        lines.add(new Line(
                shortfall,
                region,
                shortfall.row(),
                shortfall.lacking(),
                null,
                null,
                shortfall.half().orElse(null)));
        BigDecimal sum = shortfall.sum();
        BigDecimal upTo = BigDecimal.ZERO;
        for (Shortfall.Part part : shortfall.parts()) {
            upTo = upTo.add(part.lacking());
            lines.add(new Line(
                    shortfall,
                    part.region(),
                    part.row(),
                    part.lacking(),
                    Shortfall.share(part.lacking(), sum),
                    Shortfall.share(upTo, sum),
                    null));
        }
    }

    private static TableColumns<Line> columns(Shown shown) {
        Figures figures = shown.figures();
        return new TableColumns<Line>(shown.texts())
                .add("status", 13, line -> shown.status(line.row()))
                .add("indicator", 7, line -> mark(line.of().indicator().id()))
                .add("title", 32, line -> shown.text(line.of().indicator().title()))
                .add("code", 8, line -> mark(line.region().code()))
                .add("region", 18, line -> text(shown.name(line.region())))
                .add("year", 6, line -> Figures.integer(line.row(), TIME_PERIOD))
                .add("unit", 15, line -> text(figures.unit(line.row(), line.of().indicator())))
                .add("value", 10, line -> figures.value(line.row(), line.of().indicator()))
                .add("target", 18, line -> text(shown.targets().of(line.of().indicator(), line.row())))
                .add("numerator", 12, line -> figures.part(line.row(), line.of().indicator(), NUMERATOR))
                .add(
                        "denominator",
                        12,
                        line -> figures.part(line.row(), line.of().indicator(), DENOMINATOR))
                .add("lacking", 12, line -> lacking(line))
                .add("lacking-unit", 10, line -> mark(line.of().unit()))
                .add("share-of-gap", 9, line -> percent(line.share()))
                .add("up-to", 9, line -> percent(line.upTo()))
                .add("half", 9, line -> line.half() == null ? mark(Book.NOT_APPLICABLE) : Figures.count(line.half()));
    }

    /** With as many decimals as it was rounded up to. */
    private static Value lacking(Line line) {
        int decimals = line.lacking().stripTrailingZeros().scale();
        return Book.number(
                line.lacking().doubleValue(), Math.max(decimals, line.of().decimals()));
    }

    private static Value percent(Double share) {
        return share == null ? mark(Book.NOT_APPLICABLE) : Book.number(share, Decimals.of(share, 1, 100));
    }
}
