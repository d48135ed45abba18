package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.REF_AREA;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Level;
import org.minsheng.conf.Texts;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.region.Regions;
import org.minsheng.report.Book.Sheet;

/** The province's workbook: overview, prefectures, a sheet a target, rejects, submissions, sources and method. */
final class ProvincialBook {
    private ProvincialBook() {}

    /**
     * Makes it.
     *
     * @param day the targets in force on this day are shown
     * @param latest rows of progress, the latest of each indicator and region
     * @param rejects rows of reject, in the order to be shown
     * @param flags rows of flag, in the order to be shown
     * @param reporting rows of reporting, in the order to be shown
     * @param submissions rows of submission, in the order to be shown
     * @param evidence what the province sent beside a series' values, by series
     */
    static Book make(
            Catalogue catalogue,
            Regions regions,
            Texts texts,
            LocalDate day,
            List<Row> latest,
            List<Row> rejects,
            List<Row> flags,
            List<Row> reporting,
            List<Row> submissions,
            Map<String, String> evidence) {
        Map<String, Map<String, Row>> byIndicator = new LinkedHashMap<>();
        for (Row row : latest) {
            byIndicator
                    .computeIfAbsent(row.getAs(INDICATOR), i -> new LinkedHashMap<>())
                    .put(row.getAs(REF_AREA), row);
        }
        Shown shown = new Shown(catalogue, regions, texts, day, subtitle(texts, submissions), byIndicator, evidence);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(OverviewSheet.of(shown));
        sheets.add(PrefecturesSheet.of(shown));
        sheets.add(ProvinceSheet.of(shown));
        catalogue
                .indicators()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .forEach(indicator -> sheets.add(TargetSheet.of(shown, indicator)));
        sheets.add(ReportingSheet.of(shown, reporting));
        sheets.add(RejectsSheet.of(shown, rejects));
        sheets.add(FlagsSheet.of(shown, flags));
        sheets.add(SubmissionsSheet.of(shown, submissions));
        sheets.add(MethodSheet.of(shown));
        return new Book(texts.get("book.title"), sheets);
    }

    /** As-of is told by the latest file, not by the clock, so that the same data give the same workbook. */
    private static String subtitle(Texts texts, List<Row> submissions) {
        Set<String> notices = new TreeSet<>();
        String last = Book.NOT_AVAILABLE;
        for (Row row : submissions) {
            String notice = row.getAs(SubmissionTable.NOTICE);
            if (notice != null) {
                notices.add(notice.lines().collect(Collectors.joining(" ")));
            }
            last = Shown.day(row).toString();
        }
        return texts.get("subtitle", last)
                + notices.stream().map(notice -> "  " + notice).collect(Collectors.joining());
    }
}
