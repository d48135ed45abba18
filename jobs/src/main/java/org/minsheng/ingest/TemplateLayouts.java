package org.minsheng.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.catalogue.Units;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;
import org.minsheng.ingest.ParsedFile.Rejected;
import org.minsheng.ingest.file.TableFile;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Reads filled reporting templates: their sheets say themselves what each column is, so that they need no layout. */
final class TemplateLayouts implements Serializable {
    /** What stands in the place of a layout's name. */
    static final String ID = "template";

    private final Map<String, Series> series;

    TemplateLayouts(Catalogue catalogue) {
        this.series = new LinkedHashMap<>(catalogue.series());
    }

    boolean isTemplate(List<Head> heads) {
        return heads.stream().anyMatch(TemplateLayouts::isMarked);
    }

    private static boolean isMarked(Head head) {
        return head.text(0, TemplateForm.MARK_COL).equals(TemplateForm.MARK);
    }

    Parsing parsing(TableFile file, List<Head> heads, Units units, Regions regions) {
        List<Parsing.Plan> plans = new ArrayList<>();
        for (Head head : heads) {
            if (!isMarked(head)) {
                plans.add(new Parsing.Plan(head.sheet(), null, null)); // the instructions
                continue;
            }
            OptionalInt year = Years.parse(head.text(0, TemplateForm.YEAR_COL));
            if (year.isEmpty()) {
                plans.add(rejected(head, Place.of(0, TemplateForm.YEAR_COL), Reason.UNKNOWN_PERIOD));
                continue;
            }
            Binding binding = Binding.of(layout(head, year.getAsInt(), regions), head);
            plans.add(
                    binding.fits()
                            ? new Parsing.Plan(head.sheet(), binding, null)
                            : rejected(head, Place.of(TemplateForm.IDS_ROW, 0), Reason.UNKNOWN_LAYOUT));
        }
        return new Parsing(file, ID, plans, null, units, regions);
    }

    private static Parsing.Plan rejected(Head head, String cell, Reason reason) {
        return new Parsing.Plan(
                head.sheet(), null, new Rejected(head.sheet().name(), cell, "", 0, reason, TemplateForm.MARK));
    }

    /** The layout that a sheet describes itself. */
    private Layout layout(Head head, int year, Regions regions) {
        boolean milestones = !head.find(TemplateForm.SERIES).isEmpty();
        List<Layout.DataColumn> columns = new ArrayList<>();
        if (!milestones) {
            for (int col = 0; col < head.width(); col++) {
                Series named = series.get(head.text(TemplateForm.IDS_ROW, col));
                if (named != null) {
                    columns.add(new Layout.DataColumn(List.of(named.id()), null, measured(named)));
                }
            }
        }
        Map<String, Layout.Measured> all = new LinkedHashMap<>();
        series.values().forEach(s -> all.put(s.id(), measured(s)));
        return new Layout(
                ID,
                new Label(ID, ID),
                new Layout.Sheets(null, 0),
                true,
                false,
                null,
                new Layout.Header(1, false),
                milestones
                        ? new Layout.RegionPlace.Fixed(regions.today(Level.PROVINCE).stream()
                                .findFirst()
                                .map(Region::code)
                                .orElseThrow())
                        : new Layout.RegionPlace.InColumn(List.of(TemplateForm.REF_AREA), null, null, false, Map.of()),
                new Layout.Period.Fixed(year),
                columns,
                milestones
                        ? new Layout.SeriesPlace.InColumn(
                                List.of(TemplateForm.SERIES), List.of(TemplateForm.VALUE), all)
                        : null,
                List.of(TemplateForm.COMMENT, TemplateForm.EVIDENCE, TemplateForm.DATE),
                new Layout.Ignored(List.of(TemplateForm.NAME, TemplateForm.PREVIOUS), List.of()));
    }

    private static Layout.Measured measured(Series series) {
        return new Layout.Measured(series, series.unit(), Layout.UnitPlace.LAYOUT);
    }
}
