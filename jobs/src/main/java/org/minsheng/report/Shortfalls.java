package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.Shortfall.Part;

/** Finds of what adds up over counties which of them make up the gap of the workbook's region. */
final class Shortfalls {
    private final Shown shown;
    private final BookData data;

    private Shortfalls(Shown shown) {
        this.shown = shown;
        this.data = shown.data();
    }

    /** Those of all targets on which somebody has to act: the region's own first, by urgency, then those of counties only. */
    static List<Shortfall> of(Shown shown) {
        if (shown.data().focusRegion().level().compareTo(Level.COUNTY) <= 0) {
            return List.of();
        }
        Shortfalls shortfalls = new Shortfalls(shown);
        return Stream.concat(Urgent.ofFocus(shown).stream().map(Urgent::indicator), shown.data().indicators().stream())
                .distinct()
                .flatMap(indicator -> shortfalls.of(indicator).stream())
                .filter(Shortfalls::isUrgent)
                .toList();
    }

    private static boolean isUrgent(Shortfall shortfall) {
        return Status.of(shortfall.row()).isUrgent()
                || shortfall.parts().stream()
                        .anyMatch(part -> Status.of(part.row()).isUrgent());
    }

    private Optional<Shortfall> of(Indicator indicator) {
        Row row = data.focus(indicator);
        if (indicator.level() != Level.COUNTY || row == null || Status.of(row).isUnknown() || !isSum(row, indicator)) {
            return Optional.empty();
        }
        return switch (indicator.rollUp()) {
            case SUMS -> sums(indicator, row);
            case SHARE_OF_COUNTIES -> share(indicator, row, "unit.counties", county -> BigDecimal.ONE);
            case SHARE_OF_PEOPLE -> share(indicator, row, "unit.people", this::people);
        };
    }

    /** Whether its sums are at hand: what a region above the counties reports itself has none. */
    private static boolean isSum(Row row, Indicator indicator) {
        boolean isOver = indicator.formula().ratio() || !row.getAs(VALUE_IS).equals(VALUE);
        return !row.isNullAt(row.fieldIndex(NUMERATOR)) && !(isOver && row.isNullAt(row.fieldIndex(DENOMINATOR)));
    }

    /** What is asked of each county lacks those, or the people of those, that do not meet it. */
    private Optional<Shortfall> share(Indicator indicator, Row row, String unit, Function<Row, BigDecimal> county) {
        BigDecimal lacking = number(row, DENOMINATOR).subtract(number(row, NUMERATOR));
        List<Part> parts = parts(indicator, Counties.notMeeting(data, indicator).stream(), county);
        return Optional.of(new Shortfall(indicator, row, shown.texts().get(unit), 0, lacking, parts));
    }

    private BigDecimal people(Row row) {
        Long people = region(row).population();
        return people == null ? BigDecimal.ZERO : BigDecimal.valueOf(people);
    }

    /** A sum, or one over another, lacks what its numerator does; a total of which a number is asked asks nothing of counties. */
    private Optional<Shortfall> sums(Indicator indicator, Row row) {
        TargetKind kind = indicator.target(data.day()).orElseThrow().kind();
        Double needed = row.getAs(NEEDED_CHANGE);
        boolean up = needed == null ? kind.least() != null : needed > 0;
        BigDecimal bound = up ? kind.least() : kind.most();
        if (bound == null || !indicator.formula().ratio() && bound.signum() != 0) {
            return Optional.empty();
        }
        Series series = data.catalogue()
                .series()
                .get(indicator.formula().numerator().get(0).series());
        Function<Row, BigDecimal> lacking = of -> enough(lacking(of, indicator.formula(), bound, up), series);
        return Optional.of(new Shortfall(
                indicator,
                row,
                series.unit().in(shown.texts().language()),
                series.decimals(),
                needed == null ? BigDecimal.ZERO : lacking.apply(row),
                parts(
                        indicator,
                        Counties.notMeeting(data, indicator).stream().filter(county -> isSum(county, indicator)),
                        lacking)));
    }

    /** By how much the numerator is short of what meets the bound with the denominator as it is; below zero where it is beyond. */
    private static BigDecimal lacking(Row row, Formula formula, BigDecimal bound, boolean up) {
        BigDecimal of = formula.ratio() ? number(row, DENOMINATOR) : BigDecimal.ONE;
        BigDecimal asked = bound.multiply(of).divide(formula.scale(), MathContext.DECIMAL64);
        BigDecimal more = asked.subtract(number(row, NUMERATOR));
        return up ? more : more.negate();
    }

    /** Rounded so that it is enough: to whole pieces where nothing less can be, else to what people are shown. */
    private static BigDecimal enough(BigDecimal lacking, Series series) {
        if (!series.whole()) {
            return Decimals.up(lacking, series.decimals());
        }
        BigDecimal piece = series.unit().factor();
        return Decimals.up(lacking.multiply(piece), 0).divide(piece, MathContext.DECIMAL64);
    }

    private static BigDecimal number(Row row, String column) {
        return BigDecimal.valueOf(row.<Double>getAs(column));
    }

    /** Those that lack anything, the largest first, and of equal ones those that are furthest off; who is beyond the other end of a tolerance does not. */
    private List<Part> parts(Indicator indicator, Stream<Row> counties, Function<Row, BigDecimal> lacking) {
        Comparator<Part> distance =
                Comparator.comparingDouble(part -> new Urgent(indicator, part.region(), part.row()).distance());
        return counties.map(row -> new Part(region(row), row, lacking.apply(row)))
                .filter(part -> part.lacking().signum() > 0)
                .sorted(Comparator.comparing(Part::lacking)
                        .thenComparing(distance)
                        .reversed())
                .toList();
    }

    private Region region(Row row) {
        return data.regions().find(row.getAs(REF_AREA)).orElseThrow();
    }
}
