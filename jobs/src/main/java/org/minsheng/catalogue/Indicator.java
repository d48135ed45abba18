package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;

/**
 * A figure that shows progress toward a target.
 *
 * @param id its number in the policy's list, such as 32.1
 * @param title its name
 * @param unit the unit of its values
 * @param decimals how many decimals people are shown
 * @param lead the office that answers for it
 * @param formula how it follows from series
 * @param rollUp how it adds up over regions
 * @param level the level of regions that report its series
 * @param most the largest possible value, null where there is none: 100 for a share of a whole
 * @param pace how its pace is measured and judged
 * @param projection how its values to come are told
 * @param weight what it weighs in the scorecard beside the others of its measure; not negative
 * @param targets the versions of its target, in order of validity
 */
public record Indicator(
        String id,
        Label title,
        Unit unit,
        int decimals,
        String lead,
        Formula formula,
        RollUp rollUp,
        Level level,
        BigDecimal most,
        Pace pace,
        ProjectionMethod projection,
        double weight,
        List<Target> targets)
        implements Serializable {
    /** The target in force on a day. */
    public Optional<Target> target(LocalDate day) {
        return targets.stream().filter(target -> target.inForce(day)).findFirst();
    }
}
