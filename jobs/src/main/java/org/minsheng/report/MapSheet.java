package org.minsheng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Book.Sheet;

/** A map of the counties for a target that the reader chooses: a tile a county, as far as they have places on the grid. */
final class MapSheet {
    private MapSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Region> counties = shown.data().areas(Level.COUNTY);
        List<Indicator> indicators = HeatSheet.indicators(shown);
        List<Region> placed =
                counties.stream().filter(county -> county.tileRow() != null).toList();
        if (placed.size() < 2 || indicators.isEmpty()) {
            return Optional.empty();
        }
        Indicator chosen = Urgent.of(shown).stream()
                .map(Urgent::indicator)
                .filter(indicators::contains)
                .findFirst()
                .orElse(indicators.get(0));
        int top = placed.stream().mapToInt(Region::tileRow).min().orElseThrow() - 1;
        int left = placed.stream().mapToInt(Region::tileCol).min().orElseThrow() - 1;
        int lastCol = HeatSheet.FIRST_TARGET + indicators.size() - 1;
        List<Book.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < counties.size(); i++) {
            Region county = counties.get(i);
            if (county.tileRow() == null) {
                continue;
            }
            int row = Book.HEADER_ROW + 1 + i;
            tiles.add(new Book.Tile(
                    county.tileRow() - top,
                    county.tileCol() - left,
                    county.shortName(),
                    shown.symbol(shown.data().latest(chosen).get(county.code())).word(),
                    Book.cells(HeatSheet.name(shown), row, row, HeatSheet.FIRST_TARGET, lastCol)));
        }
        Map<Light, List<String>> symbols = new TreeMap<>(Comparator.naturalOrder());
        for (Status status : Status.values()) {
            symbols.computeIfAbsent(Shown.light(status), light -> new ArrayList<>())
                    .add(shown.texts().get("symbol." + status.code()));
        }
        return Optional.of(new Sheet(
                shown.texts().get("map.name"),
                shown.texts().get("map.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Tiles(
                                shown.texts().get("map.choose"),
                                shown.name(chosen),
                                Book.cells(
                                        HeatSheet.name(shown),
                                        Book.HEADER_ROW,
                                        Book.HEADER_ROW,
                                        HeatSheet.FIRST_TARGET,
                                        lastCol),
                                tiles,
                                symbols),
                        new Book.Lines(HeatSheet.legend(shown)),
                        Book.notes(List.of(shown.texts().get("map.note")))),
                0,
                true));
    }
}
