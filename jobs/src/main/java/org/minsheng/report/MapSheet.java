package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** A map of the counties for a target that the reader chooses: a tile a county, as far as they have places on the grid. */
final class MapSheet {
    private MapSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Region> counties = shown.data().areas(Level.COUNTY);
        List<Indicator> indicators = HeatSheet.indicators(shown);
        long placed = counties.stream().filter(MapSheet::isPlaced).count();
        if (placed < 2 || indicators.isEmpty()) {
            return Optional.empty();
        }
        Indicator chosen = Urgent.ofFocus(shown).stream()
                .map(Urgent::indicator)
                .filter(indicators::contains)
                .findFirst()
                .orElse(indicators.get(0));
        Legend legend = new Legend(shown);
        Book.Tiles map = new Book.Tiles(
                shown.texts().get("map.choose"),
                shown.name(chosen),
                heatRow(shown, Book.HEADER_ROW),
                tiles(shown, counties, chosen),
                legend.signs());
        return Optional.of(shown.onePage("map", 0, map, legend.lines(), shown.notes("map.note")));
    }

    private static boolean isPlaced(Region county) {
        return county.tileRow() != null;
    }

    /** The tiles, moved to the upper left corner. */
    private static List<Book.Tile> tiles(Shown shown, List<Region> counties, Indicator chosen) {
        List<Region> placed = counties.stream().filter(MapSheet::isPlaced).toList();
        int top = placed.stream().mapToInt(Region::tileRow).min().orElseThrow() - 1;
        int left = placed.stream().mapToInt(Region::tileCol).min().orElseThrow() - 1;
        List<Book.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < counties.size(); i++) {
            Region county = counties.get(i);
            if (isPlaced(county)) {
                Status status = Status.of(shown.data().latest(chosen).get(county.code()));
                tiles.add(new Book.Tile(
                        county.tileRow() - top,
                        county.tileCol() - left,
                        county.shortName(),
                        shown.symbol(status).word(),
                        heatRow(shown, Book.HEADER_ROW + 1 + i)));
            }
        }
        return tiles;
    }

    /** The cells of the targets in a row of the sheet of counties by targets. */
    private static String heatRow(Shown shown, int row) {
        int last = HeatSheet.FIRST_TARGET + HeatSheet.indicators(shown).size() - 1;
        return Book.cells(HeatSheet.name(shown), row, row, HeatSheet.FIRST_TARGET, last);
    }
}
