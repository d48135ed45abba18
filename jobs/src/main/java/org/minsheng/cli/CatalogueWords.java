package org.minsheng.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Offices;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;

/** What people read in the list of the catalogue, where programs read codes: names of columns, kinds, levels and units. */
final class CatalogueWords {
    private final Texts terminal;
    private final Texts kinds;
    private final Texts levels;
    private final Map<String, String> units;
    private final Offices offices;
    private final Language language;

    CatalogueWords(Catalogue catalogue, Language language) {
        Language spoken = language.first();
        this.offices = catalogue.policy().offices();
        this.language = language;
        this.terminal = Terminal.texts(spoken, catalogue.policy().levels());
        this.kinds = terminal.of("org.minsheng.explain.texts");
        this.levels = terminal.of("org.minsheng.report.template");
        this.units = catalogue
                .indicators()
                .map(Indicator::unit)
                .distinct()
                .collect(Collectors.toMap(unit -> unit.name(), unit -> unit.in(spoken)));
    }

    /** The name of a column. */
    String column(String code) {
        return terminal.get("catalogue.column." + code);
    }

    /** The word for a value of a column, which is the value itself in most. */
    String value(String column, String code) {
        return switch (column) {
            case "kind" -> word(kinds, "target.kind." + code, code);
            case "level" -> word(levels, "level." + code, code);
            case "lead" -> offices.label(code).in(language);
            case "unit" -> units.getOrDefault(code, code);
            default -> code;
        };
    }

    private static String word(Texts texts, String key, String code) {
        return texts.has(key) ? texts.get(key) : code;
    }

    /** How many targets were listed. */
    String count(int targets) {
        return terminal.get("catalogue.count", String.valueOf(targets));
    }
}
