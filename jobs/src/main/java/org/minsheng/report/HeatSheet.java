package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;

/** Counties by targets, each cell a status by colour and by symbol. */
final class HeatSheet {
    /** Columns before those of the targets: code and name. */
    static final int FIRST_TARGET = 2;

    private HeatSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Region> counties = shown.data().areas(Level.COUNTY);
        List<Indicator> indicators = indicators(shown);
        if (counties.size() < 2 || indicators.isEmpty()) {
            return Optional.empty();
        }
        TableColumns<Region> columns = new TableColumns<Region>(shown.texts())
                .add("code", 8, county -> mark(county.code()))
                .add("county", 20, county -> text(county.name()));
        for (Indicator indicator : indicators) {
            columns.add(
                    new Column(shown.name(indicator), 4, Look.UPRIGHT),
                    county -> shown.symbol(
                            Status.of(shown.data().latest(indicator).get(county.code()))));
        }
        return Optional.of(shown.onePage(
                "heat",
                FIRST_TARGET,
                columns.table("heat", counties),
                new Legend(shown).lines(),
                shown.notes("note.latest", "heat.note", Notes.STATUS)));
    }

    static String name(Shown shown) {
        return shown.texts().get("heat.name");
    }

    /** The targets that counties have. */
    static List<Indicator> indicators(Shown shown) {
        return shown.data().indicators().stream()
                .filter(i -> i.level() == Level.COUNTY)
                .toList();
    }
}
