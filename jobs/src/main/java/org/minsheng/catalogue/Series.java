package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;

/**
 * One quantity that is reported: a value for each region and year.
 *
 * @param id short name in the tables, such as {@code rural_population}
 * @param title its name
 * @param unit the unit of its observations
 * @param level the level of regions that report it; what is reported above that level is kept beside the roll-up
 * @param least the smallest possible value of a region of that level, null where there is none
 * @param most the largest possible value of a region of that level, null where there is none
 * @param usualLeast below it a value of a region of that level is taken, but told; null where there is no such bound
 * @param usualMost above it likewise
 * @param providers the offices whose values count; none where the catalogue leaves it to the office that owes the series
 * @param fractions whether it may have fractions of what is counted in whole pieces, as an average has
 * @param decimals how many decimals people are shown
 */
public record Series(
        String id,
        Label title,
        Unit unit,
        Level level,
        BigDecimal least,
        BigDecimal most,
        BigDecimal usualLeast,
        BigDecimal usualMost,
        List<String> providers,
        boolean fractions,
        int decimals)
        implements Serializable {
    /**
     * Whether a value, in the series' unit, can be at all. A sum over many regions may be above what one of them can
     * have; a share may not.
     *
     * @param at the level of the region that the value is for
     */
    public boolean possible(BigDecimal value, Level at) {
        boolean capped =
                most != null && (at.reportsAs(level) || unit.dimension().equals(Unit.RATIO));
        return (least == null || value.compareTo(least) >= 0) && (!capped || value.compareTo(most) <= 0);
    }

    /** How near a number is to a whole one that it stands for, relative to its size: sums of doubles have tails. */
    public static final double NEARLY_WHOLE = 1e-9;

    /** Whether its values are whole in the base unit of its dimension. */
    public boolean whole() {
        return unit.whole() && !fractions;
    }

    /**
     * A value, in the series' unit, without the tail that the arithmetic of a spreadsheet leaves.
     *
     * @return null where it would have to be whole in the base unit and is not
     */
    public BigDecimal wholePieces(BigDecimal value) {
        if (!whole() || value.scale() <= 0 && unit.factor().scale() <= 0) {
            return value;
        }
        BigDecimal pieces = value.multiply(unit.factor());
        BigDecimal nearest = pieces.setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal off = pieces.subtract(nearest).abs();
        if (off.signum() == 0) {
            return value;
        }
        boolean near = off.doubleValue()
                <= NEARLY_WHOLE * nearest.abs().max(BigDecimal.ONE).doubleValue();
        return near ? nearest.divide(unit.factor(), MathContext.DECIMAL64) : null;
    }

    /** The possible values in words, such as "0 .. 100 %". */
    public String range() {
        return Optional.ofNullable(least).map(BigDecimal::toPlainString).orElse("")
                + " .. "
                + Optional.ofNullable(most).map(BigDecimal::toPlainString).orElse("")
                + " " + unit.name();
    }
}
