package org.minsheng.explain;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.explain.Explanation.Member;
import org.minsheng.explain.Explanation.Part;
import org.minsheng.lake.ProgressTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** What each region that is expected in a sum adds to it, and which are missing. */
final class Members {
    private final Question question;
    private final Evidence evidence;
    private final Cells cells;
    private final TargetKind kind;
    private final Regions regions;
    private final Language language;

    /**
     * Those of a figure.
     *
     * @param kind of the target in force; null where none is
     * @param language of their names
     */
    Members(Question question, Evidence evidence, Cells cells, TargetKind kind, Regions regions, Language language) {
        this.question = question;
        this.evidence = evidence;
        this.cells = cells;
        this.kind = kind;
        this.regions = regions;
        this.language = language;
    }

    /** Those of the regions that report; a zone that never did is not expected to. */
    List<Member> of(List<Region> reporters) {
        return reporters.stream()
                .filter(region -> region.level() != Level.ZONE || evidence.isAnythingSent(codes(region), cells))
                .map(this::member)
                .toList();
    }

    private Member member(Region region) {
        Optional<Row> row = evidence.row(region);
        Double value = row.<Double>map(of -> of.getAs(ProgressTable.OBS_VALUE)).orElse(null);
        String reason = row.<String>map(of -> of.getAs(ProgressTable.REASON))
                .orElse(row.isPresent() ? null : ProgressTable.NOT_REPORTED);
        return new Member(
                region.code(),
                region.label().in(language),
                part(reason),
                row.<Double>map(of -> of.getAs(ProgressTable.NUMERATOR)).orElse(null),
                row.<Double>map(of -> of.getAs(ProgressTable.DENOMINATOR)).orElse(null),
                value,
                question.indicator().rollUp() == RollUp.SUMS || value == null ? null : meets(value),
                region.population(),
                reason,
                cells.of(evidence.sent(question, codes(region))));
    }

    private static Part part(String reason) {
        if (ProgressTable.NOT_REPORTED.equals(reason)) {
            return Part.MISSING;
        }
        return ProgressTable.ABOVE_WHOLE.equals(reason) ? Part.LEFT_OUT : Part.IN_SUM;
    }

    private boolean meets(double value) {
        return kind != null
                && (kind.least() != null || kind.most() != null)
                && (kind.least() == null || value >= kind.least().doubleValue())
                && (kind.most() == null || value <= kind.most().doubleValue());
    }

    private List<String> codes(Region region) {
        return regions.succession(region).stream().map(Region::code).toList();
    }
}
