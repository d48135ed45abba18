package org.minsheng.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two series of which one is never above the other: the numerator and the denominator of a share that has a largest value.
 *
 * @param part the series that is a part
 * @param whole the series that it is a part of
 * @param times how many times the whole the part may be, in the series' own units
 */
public record PartOfWhole(String part, String whole, double times) {
    /** Those of the catalogue, each once. Only shares of one series in another of the same year make one. */
    public static Collection<PartOfWhole> of(Catalogue catalogue) {
        Map<List<String>, PartOfWhole> pairs = new LinkedHashMap<>();
        catalogue.indicators().filter(PartOfWhole::isShareOfOneInOne).forEach(indicator -> {
            Formula formula = indicator.formula();
            String part = formula.numerator().get(0).series();
            String whole = formula.denominator().get(0).series();
            // The indicator is part / whole x scale.
            double times = indicator.most().doubleValue() / formula.scale().doubleValue();
            pairs.putIfAbsent(List.of(part, whole), new PartOfWhole(part, whole, times));
        });
        return pairs.values();
    }

    private static boolean isShareOfOneInOne(Indicator indicator) {
        Formula formula = indicator.formula();
        return indicator.most() != null
                && formula.numerator().size() == 1
                && formula.denominator().size() == 1
                && formula.terms().allMatch(term -> term.lag() == 0 && term.sign() > 0);
    }
}
