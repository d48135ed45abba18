package org.minsheng.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;
import org.minsheng.conf.Texts;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * What a workbook is about: a region with those below it, or the indicators of a lead office.
 *
 * @param kind whom it is for
 * @param id code of the region, or name of the office
 * @param name name of either, in both languages
 * @param files paths below the folder of workbooks
 * @param focus code of the region whose standing it tells
 * @param areas codes of the regions of today that it shows, the focus among them
 * @param indicators ids of the indicators that it shows
 */
record Scope(
        Kind kind,
        String id,
        Label name,
        Map<Edition, String> files,
        String focus,
        List<String> areas,
        List<String> indicators)
        implements Serializable {

    /** Whom a workbook is for. */
    enum Kind {
        PROVINCE,
        PREFECTURE,
        COUNTY,
        OFFICE;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The workbooks of a night, the province's first. */
    static List<Scope> all(Catalogue catalogue, Regions regions, Texts texts) {
        List<Scope> scopes = new ArrayList<>();
        Region province = regions.today(Level.PROVINCE).get(0);
        List<String> everywhere = codes(regions, region -> true);
        String title = texts.get("book.name");
        scopes.add(new Scope(
                Kind.PROVINCE,
                province.code(),
                province.label(),
                files(texts, Kind.PROVINCE, told(province, texts) + "-" + title),
                province.code(),
                everywhere,
                ids(catalogue, indicator -> true)));
        for (Region prefecture : regions.today(Level.PREFECTURE)) {
            scopes.add(new Scope(
                    Kind.PREFECTURE,
                    prefecture.code(),
                    prefecture.label(),
                    files(texts, Kind.PREFECTURE, prefecture.code() + "-" + told(prefecture, texts)),
                    prefecture.code(),
                    codes(regions, region -> regions.withAncestors(region).contains(prefecture)),
                    ids(catalogue, indicator -> indicator.level() != Level.PROVINCE)));
        }
        regions.today(Level.COUNTY).forEach(county -> scopes.add(of(county, catalogue, regions, texts)));
        catalogue.indicators().map(Indicator::lead).distinct().sorted().forEach(office -> {
            Label name = catalogue.policy().offices().label(office);
            scopes.add(new Scope(
                    Kind.OFFICE,
                    office,
                    name,
                    files(texts, Kind.OFFICE, name.in(texts.language())),
                    province.code(),
                    everywhere,
                    ids(catalogue, indicator -> indicator.lead().equals(office))));
        });
        return scopes;
    }

    private static Scope of(Region county, Catalogue catalogue, Regions regions, Texts texts) {
        String above = regions.find(county.parent())
                .filter(parent -> parent.level() == Level.PREFECTURE)
                .map(parent -> told(parent, texts) + "-")
                .orElse("");
        return new Scope(
                Kind.COUNTY,
                county.code(),
                county.label(),
                files(texts, Kind.COUNTY, county.code() + "-" + above + told(county, texts)),
                county.code(),
                List.of(county.code()),
                ids(catalogue, indicator -> indicator.level() == Level.COUNTY));
    }

    private static String told(Region region, Texts texts) {
        return region.label().in(texts.language());
    }

    private static Map<Edition, String> files(Texts texts, Kind kind, String name) {
        Map<Edition, String> files = new EnumMap<>(Edition.class);
        for (Edition edition : Edition.values()) {
            // What no file system, and no path of Hadoop, takes.
            String plain = (name + "-" + texts.get("edition." + edition.key())).replaceAll("[\\\\/:*?\"<>|]", "_");
            files.put(edition, texts.get("folder." + kind.key()) + "/" + plain + ".xlsx");
        }
        return files;
    }

    private static List<String> codes(Regions regions, Predicate<Region> wanted) {
        return regions.all().stream()
                .filter(region ->
                        region.replacedBy() == null && region.level() != Level.DISTRICTS && wanted.test(region))
                .map(Region::code)
                .toList();
    }

    private static List<String> ids(Catalogue catalogue, Predicate<Indicator> wanted) {
        return catalogue.indicators().filter(wanted).map(Indicator::id).toList();
    }

    /** The ids of the series that its indicators are made of, and of those that an office owes for others' indicators. */
    Stream<String> series(Catalogue catalogue) {
        Stream<String> own = catalogue
                .indicators()
                .filter(indicator -> indicators.contains(indicator.id()))
                .flatMap(indicator -> indicator.formula().terms())
                .map(Term::series);
        Stream<String> owed = org.minsheng.catalogue.Owed.of(catalogue).stream()
                .filter(one -> kind == Kind.OFFICE && one.office().equals(id))
                .map(one -> one.series().id());
        return Stream.concat(own, owed).distinct();
    }
}
