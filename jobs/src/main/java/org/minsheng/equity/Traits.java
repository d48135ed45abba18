package org.minsheng.equity;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;

/**
 * What comparing counties needs to know of an indicator.
 *
 * @param id its id
 * @param isTotal whether its values are totals, which are larger where a county is: they are not compared
 * @param isLessBetter whether those with the largest values are the worst off
 * @param isOfCounted whether its denominator counts those it is for, such as pupils or villages: only such are weights
 * @param isBounded whether it has a largest possible value
 */
record Traits(String id, boolean isTotal, boolean isLessBetter, boolean isOfCounted, boolean isBounded)
        implements Serializable {
    /** Those of an indicator whose target is the one in force on a day. */
    static Traits of(Indicator indicator, Catalogue catalogue, LocalDate day) {
        Optional<TargetKind> kind = indicator.target(day).map(Target::kind);
        return new Traits(
                indicator.id(),
                indicator.rollUp() == RollUp.SUMS
                        && indicator.formula().denominator().isEmpty(),
                kind.filter(Traits::wantsLess).isPresent(),
                indicator.formula().denominator().stream()
                        .allMatch(term -> term.lag() == 0
                                && catalogue.series().get(term.series()).whole()),
                indicator.most() != null);
    }

    private static boolean wantsLess(TargetKind kind) {
        return kind.operator() == TargetKind.Operator.DOWN || kind.least() == null && kind.most() != null;
    }
}
