package org.minsheng.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.catalogue.Units;
import org.minsheng.ingest.ParsedFile.Observed;
import org.minsheng.ingest.ParsedFile.Rejected;
import org.minsheng.region.Regions;

/** Turns one file into observations and rejects: finds the one layout that fits it, and reads each sheet by it. */
public final class FileParser implements Serializable {
    private final List<Layout> layouts;
    private final Units units;
    private final Regions regions;

    FileParser(List<Layout> layouts, Units units, Regions regions) {
        this.layouts = List.copyOf(layouts);
        this.units = units;
        this.regions = regions;
    }

    /** How many layouts it knows. */
    int layouts() {
        return layouts.size();
    }

    /** Reads a file; whatever is wrong with it is in the result. */
    ParsedFile parse(byte[] bytes) {
        try {
            return parse(GridReader.read(bytes));
        } catch (Unreadable e) {
            return ParsedFile.rejected(e.reason(), e.getMessage());
        }
    }

    private ParsedFile parse(List<Grid> grids) {
        Map<Layout, List<Binding>> bindings = new HashMap<>();
        for (Layout layout : layouts) {
            bindings.put(
                    layout,
                    grids.stream()
                            .filter(grid -> holdsData(layout, grid))
                            .map(grid -> Binding.of(layout, grid))
                            .toList());
        }
        List<Layout> fitting = layouts.stream()
                .filter(layout -> bindings.get(layout).stream().anyMatch(Binding::fits))
                .toList();
        if (fitting.isEmpty()) {
            return ParsedFile.rejected(Reason.UNKNOWN_LAYOUT, nearest(bindings));
        }
        if (fitting.size() > 1) {
            return ParsedFile.rejected(
                    Reason.SEVERAL_LAYOUTS,
                    String.join(", ", fitting.stream().map(Layout::id).toList()));
        }
        return parse(fitting.get(0), grids, bindings.get(fitting.get(0)));
    }

    private static boolean holdsData(Layout layout, Grid grid) {
        return layout.sheets() == null
                || layout.sheets().matcher(HeaderText.normal(grid.sheet())).matches();
    }

    /** Of the layouts of which something was found, the one of which most was, and what it lacks. */
    private static String nearest(Map<Layout, List<Binding>> bindings) {
        return bindings.values().stream()
                .flatMap(List::stream)
                .filter(binding -> binding.headerTop() >= 0)
                .min(Comparator.comparingInt(
                                (Binding b) -> b.missing().size() - b.columns().size())
                        .thenComparing(b -> b.layout().id()))
                .map(b -> b.layout().id() + " - " + String.join(", ", b.missing()))
                .orElse("");
    }

    private ParsedFile parse(Layout layout, List<Grid> grids, List<Binding> bindings) {
        List<Observed> observed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Map<String, String> placeOfKey = new HashMap<>();
        long cells = 0;
        for (Grid grid : grids) {
            if (!holdsData(layout, grid)) {
                rejected.add(new Rejected(
                        grid.sheet(),
                        "",
                        "",
                        0,
                        Reason.UNKNOWN_SHEET,
                        layout.sheets().pattern()));
            }
        }
        for (Binding binding : bindings) {
            if (binding.fits()) {
                cells += new SheetParser(binding, units, regions, placeOfKey, observed, rejected).parse();
            } else {
                rejected.add(new Rejected(
                        binding.grid().sheet(),
                        "",
                        "",
                        0,
                        Reason.UNKNOWN_LAYOUT,
                        layout.id() + " - " + String.join(", ", binding.missing())));
            }
        }
        return new ParsedFile(layout.id(), cells, observed, rejected);
    }
}
