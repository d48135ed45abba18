package org.minsheng.parse;

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
import org.minsheng.layout.Layout;
import org.minsheng.layout.Marks;
import org.minsheng.layout.Providers;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.TableFile;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Reads filled reporting templates: their sheets say themselves what each column is, so that they need no layout. */
public final class TemplateLayouts implements Serializable {
    /** What stands in the place of a layout's name. */
    static final String ID = "template";

    private final Map<String, Series> series;

    public TemplateLayouts(Catalogue catalogue) {
        this.series = new LinkedHashMap<>(catalogue.series());
    }

    /** Whether a file is a template, be it a damaged one. */
    boolean isTemplate(List<Head> heads) {
        return heads.stream().anyMatch(head -> isMarked(head) || idsRow(head) >= 0);
    }

    private static boolean isMarked(Head head) {
        return head.text(0, TemplateForm.MARK_COL).equals(TemplateForm.MARK);
    }

    /** The row that says what each column is; -1 where there is none. */
    private static int idsRow(Head head) {
        for (int row = 0; row <= TemplateForm.IDS_ROW; row++) {
            String first = head.text(row, 0);
            boolean begins = first.equals(TemplateForm.REF_AREA) || first.equals(TemplateForm.SERIES);
            if (begins && head.text(row, 1).equals(TemplateForm.NAME)) {
                return row;
            }
        }
        return -1;
    }

    Parsing parsing(TableFile file, List<Head> heads, int lastYear, Units units, Regions regions, Providers providers) {
        List<Parsing.Plan> plans = new ArrayList<>();
        for (Head head : heads) {
            int ids = idsRow(head);
            if (!isMarked(head) && ids < 0) {
                plans.add(Parsing.Plan.ignored(head.sheet())); // the instructions
            } else if (!isMarked(head)) {
                plans.add(rejected(head, 0, TemplateForm.MARK_COL, Reason.DAMAGED_TEMPLATE, TemplateForm.MARK));
            } else if (ids < 0) {
                String wanted = TemplateForm.REF_AREA + ", " + TemplateForm.NAME;
                plans.add(rejected(head, TemplateForm.IDS_ROW, 0, Reason.DAMAGED_TEMPLATE, wanted));
            } else {
                String office = head.name(0, TemplateForm.OFFICE_COL);
                plans.add(
                        plan(head, regions, new Source(lastYear, providers.beside(office.isEmpty() ? null : office))));
            }
        }
        return new Parsing(file, ID, plans, null, units, regions);
    }

    private Parsing.Plan plan(Head head, Regions regions, Source source) {
        String year = head.text(0, TemplateForm.YEAR_COL);
        OptionalInt parsed = Years.parse(year);
        if (parsed.isEmpty()) {
            return rejected(head, 0, TemplateForm.YEAR_COL, Reason.UNKNOWN_PERIOD, TemplateForm.MARK);
        } else if (isChanged(head)) {
            String both = year + " / " + head.text(1, 0);
            return rejected(head, 0, TemplateForm.YEAR_COL, Reason.CHANGED_TEMPLATE, both);
        }
        Binding binding = Binding.of(layout(head, parsed.getAsInt(), regions), head);
        return binding.fits()
                ? Parsing.Plan.read(head.sheet(), binding, source)
                : rejected(head, idsRow(head), 0, Reason.UNKNOWN_LAYOUT, TemplateForm.MARK);
    }

    /** Whether the year or office is not the one with which it was made, or not the one that its title shows. */
    private static boolean isChanged(Head head) {
        String year = head.text(0, TemplateForm.YEAR_COL);
        String office = head.name(0, TemplateForm.OFFICE_COL);
        String seal = head.text(0, TemplateForm.SEAL_COL);
        boolean isOlder = office.isEmpty() && seal.isEmpty(); // made before there were seals
        return !isOlder && !seal.equals(TemplateForm.seal(year, office))
                || !head.text(1, 0).contains(year);
    }

    private static Parsing.Plan rejected(Head head, int row, int col, Reason reason, String detail) {
        return Parsing.Plan.rejected(
                head.sheet(),
                new Rejected(head.sheet().name(), Place.of(row, col), head.text(row, col), 0, reason, detail));
    }

    /** The layout that a sheet describes itself. */
    private Layout layout(Head head, int year, Regions regions) {
        boolean milestones = !head.find(TemplateForm.SERIES).isEmpty();
        List<Layout.DataColumn> columns = new ArrayList<>();
        if (!milestones) {
            int ids = idsRow(head);
            for (int col = 0; col < head.width(); col++) {
                Series named = series.get(head.text(ids, col));
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
                null,
                null,
                new Layout.Sheets(null, 0),
                true,
                false,
                null,
                null,
                new Layout.Header(1, false),
                regionPlace(milestones, regions),
                new Layout.Period.Fixed(year),
                columns,
                milestones
                        ? new Layout.SeriesPlace.InColumn(
                                List.of(TemplateForm.SERIES),
                                List.of(TemplateForm.NAME),
                                List.of(TemplateForm.VALUE),
                                all)
                        : null,
                null,
                Marks.USUAL,
                List.of(TemplateForm.COMMENT, TemplateForm.EVIDENCE, TemplateForm.DATE),
                new Layout.Ignored(List.of(TemplateForm.PREVIOUS, TemplateForm.CHECK), List.of(), TemplateForm.END));
    }

    /** Milestones are the province's; all else is of the region that its row names. */
    private static Layout.RegionPlace regionPlace(boolean milestones, Regions regions) {
        return milestones
                ? new Layout.RegionPlace.Fixed(regions.today(Level.PROVINCE).stream()
                        .findFirst()
                        .map(Region::code)
                        .orElseThrow())
                : new Layout.RegionPlace.InColumn(
                        List.of(TemplateForm.REF_AREA), null, List.of(TemplateForm.NAME), null, false, Map.of());
    }

    private static Layout.Measured measured(Series series) {
        return new Layout.Measured(series, series.unit(), Layout.UnitPlace.LAYOUT);
    }
}
