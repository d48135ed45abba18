package org.minsheng.parse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Marks;
import org.minsheng.layout.NumberText;
import org.minsheng.parse.file.Cell;

/**
 * What a cell of data says.
 *
 * @param number in the series' unit, null where missing or rejected
 * @param status SDMX status
 * @param problem why the cell is rejected, null where it is not
 * @param detail what would be right
 */
record Value(BigDecimal number, String status, Reason problem, String detail) {
    /** Words that multiply what is counted. A unit that begins with one of them has its multiplier already. */
    private static final Map<String, BigDecimal> MULTIPLIERS = Map.of(
            "\u5343", new BigDecimal("1e3"),
            "\u4E07", new BigDecimal("1e4"),
            "\u767E\u4E07", new BigDecimal("1e6"),
            "\u5343\u4E07", new BigDecimal("1e7"),
            "\u4EBF", new BigDecimal("1e8"));

    private static final Pattern MULTIPLIED = Pattern.compile("[\u767E\u5343\u4E07\u4EBF].*");

    /**
     * Reads a cell.
     *
     * @param unit the unit that the table gives for it
     * @param units all units, as a cell may name another one
     * @param marks what the table's own marks mean, which go before the usual ones
     * @param at the level of the region that it is of
     */
    static Value of(Cell cell, Unit unit, Units units, Marks marks, Series series, Level at) {
        return switch (cell.kind()) {
            case BLANK -> missing(ObservationTable.STATUS_MISSING);
            case NUMBER -> checked(converted(cell.decimal(), unit.factor(), series), series, at);
            case PERCENT ->
                unit.dimension().equals(Unit.RATIO)
                        ? checked(converted(cell.decimal(), BigDecimal.ONE, series), series, at)
                        : rejected(Reason.OTHER_UNIT, unit.name());
            case DATE -> rejected(Reason.NUMBER_AS_DATE, cell.number() == 0 ? "" : plain(cell.number()));
            case ERROR -> rejected(Reason.ERROR_CELL, "");
            case STRUCK -> rejected(Reason.STRUCK_THROUGH, "");
            case MARK -> rejected(Reason.ONLY_A_MARK, "");
            case DISGUISED -> rejected(Reason.SHOWN_OTHERWISE, plain(cell.number()));
            case TEXT -> ofText(cell.text(), unit, units, marks, series, at);
        };
    }

    private static Value ofText(String text, Unit unit, Units units, Marks marks, Series series, Level at) {
        if (unit.words().isEmpty() && NumberText.isPlain(text)) {
            return checked(converted(new BigDecimal(text), unit.factor(), series), series, at);
        }
        Optional<BigDecimal> word = word(text, unit);
        if (word.isPresent()) {
            return checked(converted(word.get(), unit.factor(), series), series, at);
        }
        Optional<Marks.Meaning> mark = marks.of(text);
        if (mark.isPresent()) {
            Marks.Meaning meaning = mark.get();
            return new Value(meaning.number(), meaning.status(), null, "");
        }
        Optional<NumberText.Parsed> parsed = NumberText.parse(text);
        if (parsed.isEmpty()) {
            return rejected(Reason.NOT_A_NUMBER, "");
        }
        Optional<BigDecimal> factor = factor(parsed.get().suffix(), unit, units);
        return factor.isEmpty()
                ? rejected(Reason.OTHER_UNIT, unit.name())
                : checked(converted(parsed.get().number(), factor.get(), series), series, at);
    }

    /** The value that a word of the unit stands for, however its blanks are written. */
    private static Optional<BigDecimal> word(String text, Unit unit) {
        return unit.words().entrySet().stream()
                .filter(word -> HeaderText.normal(word.getKey()).equals(HeaderText.normal(text)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** How many of the dimension's base unit one stands for: what the cell itself says goes before the header. */
    private static Optional<BigDecimal> factor(String suffix, Unit unit, Units units) {
        if (suffix.isEmpty() || suffix.equals(unit.name())) {
            return Optional.of(unit.factor());
        }
        BigDecimal multiplier = MULTIPLIERS.get(suffix);
        if (multiplier != null) {
            return MULTIPLIED.matcher(unit.name()).matches()
                    ? Optional.empty()
                    : Optional.of(unit.factor().multiply(multiplier));
        }
        return units.find(suffix)
                .filter(named -> named.dimension().equals(unit.dimension()))
                .map(Unit::factor);
    }

    private static BigDecimal converted(BigDecimal number, BigDecimal factor, Series series) {
        BigDecimal to = series.unit().factor();
        return factor.compareTo(to) == 0 ? number : number.multiply(factor).divide(to, MathContext.DECIMAL64);
    }

    private static Value checked(BigDecimal number, Series series, Level at) {
        if (!series.possible(number, at)) {
            return rejected(Reason.IMPOSSIBLE_VALUE, series.range());
        }
        BigDecimal pieces = series.wholePieces(number);
        return pieces == null
                ? rejected(Reason.NOT_WHOLE, series.unit().name())
                : new Value(pieces, ObservationTable.STATUS_NORMAL, null, "");
    }

    private static Value missing(String status) {
        return new Value(null, status, null, "");
    }

    static Value rejected(Reason reason, String detail) {
        return new Value(null, null, reason, detail);
    }

    private static String plain(double number) {
        return Cell.number(number).text();
    }
}
