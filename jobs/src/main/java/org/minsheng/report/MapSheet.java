package org.minsheng.report;

import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Indicator;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** A map of the counties for a target that the reader chooses: a tile a county, as far as they have places on the grid. */
final class MapSheet {
    private MapSheet() {}

    static Optional<Sheet> of(Shown shown) {
        return CountyGrid.of(shown)
                .filter(grid -> placed(grid).size() > 1)
                .map(grid ->
                        shown.onePage("map", 0, map(shown, grid), new Legend(shown).lines(), shown.notes("map.note")));
    }

    private static List<Region> placed(CountyGrid grid) {
        return grid.counties().stream()
                .filter(county -> county.tileRow() != null)
                .toList();
    }

    private static Book.Tiles map(Shown shown, CountyGrid grid) {
        Indicator chosen = Urgent.ofFocus(shown).stream()
                .map(Urgent::indicator)
                .filter(grid.indicators()::contains)
                .findFirst()
                .orElse(grid.indicators().get(0));
        return new Book.Tiles(
                shown.texts().get("map.choose"),
                grid.header(chosen),
                new Book.Lookup(grid.headerCells(), grid.codeCells(), grid.statusCells()),
                tiles(shown, grid, chosen),
                new Legend(shown).signs());
    }

    /** The tiles, moved to the upper left corner. */
    private static List<Book.Tile> tiles(Shown shown, CountyGrid grid, Indicator chosen) {
        List<Region> placed = placed(grid);
        int top = placed.stream().mapToInt(Region::tileRow).min().orElseThrow() - 1;
        int left = placed.stream().mapToInt(Region::tileCol).min().orElseThrow() - 1;
        return placed.stream()
                .map(county -> new Book.Tile(
                        county.tileRow() - top,
                        county.tileCol() - left,
                        county.code(),
                        shown.shortName(county),
                        grid.cell(county, chosen).word()))
                .toList();
    }
}
