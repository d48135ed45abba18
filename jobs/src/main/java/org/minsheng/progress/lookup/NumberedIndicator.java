package org.minsheng.progress.lookup;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;

/** An indicator with its place in the catalogue, by which the lookup tables know it. */
record NumberedIndicator(int number, Indicator indicator) {
    /** Those of a catalogue that are wanted, by id. */
    static List<NumberedIndicator> of(Catalogue catalogue, Predicate<String> wanted) {
        List<Indicator> all = catalogue.indicators().toList();
        return IntStream.range(0, all.size())
                .mapToObj(number -> new NumberedIndicator(number, all.get(number)))
                .filter(numbered -> wanted.test(numbered.indicator().id()))
                .toList();
    }
}
