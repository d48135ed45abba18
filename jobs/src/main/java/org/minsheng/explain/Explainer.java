package org.minsheng.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.Settings;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Member;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Explains a figure: reads what it rests on, and puts the steps together. */
public final class Explainer {
    private final Lake lake;
    private final Settings settings;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;

    /** As of an instant: what became known later is told as such. */
    public Explainer(Lake lake, Settings settings, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.lake = lake;
        this.settings = settings;
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
    }

    /**
     * Explains it.
     *
     * @throws ConfException if there is no such figure, or nothing had come until then
     */
    public Explanation explain(Question question, Figures figures) {
        List<Region> reporters = question.isRollUp()
                ? new Reporters(regions, settings.divisions())
                        .within(question.region(), question.indicator().level(), question.year())
                : List.of();
        Evidence evidence = Evidence.read(lake, figures, question, reporters, regions, asOf);
        Cells cells = new Cells(evidence.withdrawn(), asOf.instant());
        if (evidence.observations().stream().noneMatch(cells::mayCount)) {
            checkReceipts();
        }
        Row row = evidence.row(question.region()).orElseThrow(() -> question.noFigure(years(question, figures)));
        Policy policy = catalogue.policy();
        Optional<Target> target = question.indicator().target(asOf.day());
        TargetKind kind = target.map(Target::kind).orElse(null);
        List<Cell> own = cells.of(evidence.sent(
                question,
                regions.succession(question.region()).stream().map(Region::code).toList()));
        List<Member> members = new Members(question, evidence, cells, kind, regions, settings.language()).of(reporters);
        return new Explanation(
                figure(question, row, figures),
                formula(question, row, own),
                own,
                question.isRollUp() ? rollUp(row, policy, members) : null,
                target.map(inForce -> Rows.target(inForce, row)).orElse(null),
                Rows.pace(row, question.indicator().pace(), policy),
                Rows.standing(row, new Rule(row, kind, policy.baseYear()).word()),
                evidence.projection().stream().map(Rows::forecast).toList(),
                evidence.flags().stream().map(Rows::flag).toList(),
                evidence.rejects().stream().map(Rows::reject).toList());
    }

    private void checkReceipts() {
        Timestamp first = lake.read(SubmissionTable.TABLE)
                .agg(min(SubmissionTable.RECEIVED_AT))
                .first()
                .getTimestamp(0);
        if (first == null) {
            throw new ConfException("lake", "nothing has been received", "Put tables into the landing folder");
        } else if (first.toInstant().isAfter(asOf.instant())) {
            throw new ConfException(
                    "--as-of",
                    "nothing had been received on " + asOf.day(),
                    "The first tables came on " + asOf.day(first.toInstant()));
        }
    }

    private static List<Integer> years(Question question, Figures figures) {
        return figures
                .progress()
                .filter(col(ProgressTable.INDICATOR)
                        .equalTo(question.indicator().id())
                        .and(col(ProgressTable.REF_AREA)
                                .equalTo(question.region().code())))
                .select(ProgressTable.TIME_PERIOD)
                .collectAsList()
                .stream()
                .map(row -> row.getInt(0))
                .toList();
    }

    private Explanation.Figure figure(Question question, Row row, Figures figures) {
        return new Explanation.Figure(
                question.indicator().id(),
                question.indicator().title().in(settings.language()),
                question.region().code(),
                question.region().label().in(settings.language()),
                question.region().level().word(),
                question.year(),
                asOf.instant(),
                figures.stored(),
                figures.changed(),
                row.getAs(ProgressTable.OBS_VALUE),
                question.indicator().unit().in(settings.language()),
                row.getAs(ProgressTable.VALUE_IS),
                row.getAs(ProgressTable.SOURCE),
                row.getAs(ProgressTable.PROVISIONAL),
                row.getAs(ProgressTable.LATEST),
                row.getAs(ProgressTable.REASON));
    }

    private Explanation.Formula formula(Question question, Row row, List<Cell> own) {
        return new Explanation.Formula(
                terms(question.indicator().formula().numerator(), question.year(), own),
                terms(question.indicator().formula().denominator(), question.year(), own),
                question.indicator().formula().scale(),
                question.indicator().rollUp().word(),
                row.getAs(ProgressTable.NUMERATOR),
                row.getAs(ProgressTable.DENOMINATOR));
    }

    private List<Explanation.Term> terms(List<Term> terms, int year, List<Cell> own) {
        Language language = settings.language();
        return terms.stream()
                .map(term -> {
                    Series series = catalogue.series().get(term.series());
                    int of = year - term.lag();
                    return new Explanation.Term(
                            term.series(),
                            series.title().in(language),
                            series.unit().in(language),
                            term.lag(),
                            term.sign(),
                            of,
                            own.stream()
                                    .filter(cell -> cell.isOf(term.series(), of) && cell.isInUse())
                                    .findFirst()
                                    .map(Cell::obsValue)
                                    .orElse(null));
                })
                .toList();
    }

    private static Explanation.RollUp rollUp(Row row, Policy policy, List<Member> members) {
        return new Explanation.RollUp(
                row.getAs(ProgressTable.REGIONS_REPORTING),
                row.getAs(ProgressTable.REGIONS_EXPECTED),
                row.getAs(ProgressTable.PEOPLE_COVERED),
                policy.coverage(),
                row.getAs(ProgressTable.REPORTED_VALUE),
                row.getAs(ProgressTable.REPORTED_DIFFERS),
                policy.tolerance(),
                members);
    }
}
