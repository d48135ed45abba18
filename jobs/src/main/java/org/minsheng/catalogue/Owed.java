package org.minsheng.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series that a responsible office has to report on each year: one that an indicator that it leads is made of.
 *
 * @param office the first provider that the catalogue names for the series, else the office that leads the first indicator over it
 */
public record Owed(String office, Series series) {
    /** All that is owed, in the order of the catalogue. */
    public static List<Owed> of(Catalogue catalogue) {
        Map<String, String> unitOfSeries = new LinkedHashMap<>();
        catalogue
                .indicators()
                .forEach(indicator -> indicator
                        .formula()
                        .terms()
                        .forEach(term -> unitOfSeries.putIfAbsent(
                                term.series(),
                                catalogue.series().get(term.series()).providers().stream()
                                        .findFirst()
                                        .orElse(indicator.lead()))));
        List<Owed> owed = new ArrayList<>();
        unitOfSeries.forEach(
                (series, office) -> owed.add(new Owed(office, catalogue.series().get(series))));
        return owed;
    }
}
