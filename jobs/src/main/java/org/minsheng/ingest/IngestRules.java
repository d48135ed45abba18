package org.minsheng.ingest;

import java.time.ZoneId;
import java.util.List;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Owed;
import org.minsheng.layout.Layout;
import org.minsheng.layout.Providers;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.TemplateLayouts;
import org.minsheng.region.Regions;
import org.minsheng.storage.Sha256;

/**
 * All that decides what is read from a file: layouts, series and their providers, units, regions and the time zone.
 *
 * @param parser reads a file by them
 * @param catalogue the series
 * @param regions the divisions
 * @param zone in which a receipt has its year
 * @param fingerprint changes with them, so that files read by other rules are read again
 */
public record IngestRules(FileParser parser, Catalogue catalogue, Regions regions, ZoneId zone, String fingerprint) {
    /** Those of a configuration. */
    public static IngestRules of(Catalogue catalogue, Regions regions, List<Layout> layouts, ZoneId zone) {
        String all = layouts.toString()
                + catalogue.series().values()
                + catalogue.units().all()
                + regions.all()
                + Owed.of(catalogue)
                + zone;
        return new IngestRules(
                new FileParser(
                        layouts,
                        catalogue.units(),
                        regions,
                        new TemplateLayouts(catalogue),
                        new Providers(catalogue, layouts)),
                catalogue,
                regions,
                zone,
                Sha256.of(all));
    }
}
