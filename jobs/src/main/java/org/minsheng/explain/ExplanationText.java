package org.minsheng.explain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Flag;
import org.minsheng.explain.Explanation.Member;
import org.minsheng.explain.Explanation.Pace;
import org.minsheng.explain.Explanation.Part;
import org.minsheng.explain.Explanation.Reject;
import org.minsheng.explain.Explanation.RollUp;
import org.minsheng.explain.Explanation.Standing;
import org.minsheng.explain.Explanation.Target;
import org.minsheng.explain.Explanation.Term;
import org.minsheng.explain.Line.Rank;
import org.minsheng.lake.ProgressTable;

/** An explanation for people: a step a paragraph, the answer first. */
public final class ExplanationText {
    /** The bundle of its words. */
    static final String TEXTS = "org.minsheng.explain.texts";

    private static final int MOST_REJECTS = 20;

    private final Texts texts;
    private final Texts headings;
    private final Texts words;
    private final ZoneId zone;
    private final CellText sent;
    private final MemberText parts;
    private final List<Line> lines = new ArrayList<>();

    /**
     * In the language of the words.
     *
     * @param words those of workbooks, as a status is to be called the same here and there
     */
    public ExplanationText(Texts words, ZoneId zone) {
        this(words, words.language(), zone);
    }

    /**
     * In the language of the words, with headings that may be in both.
     *
     * @param words those of workbooks, as a status is to be called the same here and there
     */
    public ExplanationText(Texts words, Language headings, ZoneId zone) {
        this.texts = words.of(TEXTS);
        this.headings = texts.in(headings);
        this.words = words;
        this.zone = zone;
        this.sent = new CellText(texts, zone);
        this.parts = new MemberText(texts, sent);
    }

    /** One as it stands on a screen. */
    public List<String> lines(Explanation explanation) {
        return told(explanation).stream().map(Line::shown).toList();
    }

    /** The lines of one; in each language there are as many. */
    List<Line> told(Explanation explanation) {
        lines.clear();
        RuleText rule = new RuleText(explanation, texts, words, zone);
        head(explanation, rule);
        formula(explanation, rule);
        cells(explanation);
        if (explanation.rollUp() != null) {
            rollUp(explanation.rollUp(), explanation.figure().source(), rule);
        }
        target(explanation, rule);
        pace(explanation.pace(), rule);
        standing(explanation, rule);
        projection(explanation, rule);
        flags(explanation.flags());
        rejects(explanation.rejects());
        return List.copyOf(lines);
    }

    private void head(Explanation explanation, RuleText rule) {
        Explanation.Figure figure = explanation.figure();
        say(
                "head.figure",
                figure.indicator(),
                figure.title(),
                figure.refArea(),
                figure.area(),
                String.valueOf(figure.timePeriod()));
        say(figure.stored() ? "head.stored" : "head.computed", Plain.time(figure.asOf(), zone));
        if (figure.changed() != null) {
            say("head.changed", texts.get("changed." + figure.changed()));
        }
        String value = figure.obsValue() == null
                ? texts.get("value.none", texts.get("value.reason." + figure.reason()))
                : texts.get("value.is", rule.value(), texts.get("value.source." + figure.source()));
        RollUp rollUp = explanation.rollUp();
        boolean isPartial = rollUp != null && rollUp.regionsReporting() < rollUp.regionsExpected();
        String why = isPartial ? "value.provisional.partial" : "value.provisional.running";
        add(Rank.ANSWER, value + (figure.provisional() ? texts.get(why) : ""));
        String status = words.get("status." + explanation.standing().status());
        say("head.status", status, rule.sentence());
    }

    private void formula(Explanation explanation, RuleText rule) {
        section("formula");
        FormulaText formula = new FormulaText(explanation.formula(), texts);
        detail("formula.words", formula.words());
        boolean isThere = explanation.formula().sumOfNumerator() != null;
        if (explanation.rollUp() == null) {
            detail("formula.numbers", formula.numbers(), rule.value());
        } else if (rule.isShare() && isThere) {
            detail("formula." + explanation.figure().valueIs(), formula.share(), rule.value());
        } else if (isThere) {
            detail("formula.sums", formula.sums(), rule.value());
        }
    }

    private void cells(Explanation explanation) {
        section(explanation.rollUp() == null ? "cells" : "cells.beside");
        Stream.concat(explanation.formula().numerator().stream(), explanation.formula().denominator().stream())
                .distinct()
                .forEach(term -> cells(term, explanation.cells()));
    }

    private void cells(Term term, List<Cell> all) {
        List<Cell> cells = all.stream()
                .filter(cell -> cell.isOf(term.series(), term.timePeriod()))
                .toList();
        String count = cells.isEmpty() ? texts.get("cells.none") : "";
        detail("cells.term", term.title(), term.series(), String.valueOf(term.timePeriod()), count);
        cells.forEach(cell -> add(Rank.ITEM, sent.line(cell, term.unit())));
    }

    private static String reported(RollUp rollUp, String source) {
        if (rollUp.reportedDiffers()) {
            return "parts.differs";
        }
        return ProgressTable.ROLLED_UP.equals(source) ? "parts.agrees" : "parts.alone";
    }

    private void rollUp(RollUp rollUp, String source, RuleText rule) {
        section("parts");
        detail("parts.count", String.valueOf(rollUp.regionsReporting()), String.valueOf(rollUp.regionsExpected()));
        if (rollUp.peopleCovered() != null) {
            detail("parts.people", Plain.number(rollUp.peopleCovered()), Plain.percent(rollUp.coverage()));
        }
        if (rollUp.reportedValue() != null) {
            detail(reported(rollUp, source), rule.withUnit(rollUp.reportedValue()), Plain.percent(rollUp.tolerance()));
        }
        for (Part part : Part.values()) {
            List<Member> members = rollUp.members().stream()
                    .filter(member -> member.part() == part)
                    .toList();
            if (!members.isEmpty()) {
                detail("parts." + part.word(), String.valueOf(members.size()));
                members.forEach(member -> add(Rank.ITEM, parts.line(member)));
            }
        }
    }

    private void target(Explanation explanation, RuleText rule) {
        section("target");
        Target target = explanation.target();
        if (target == null) {
            detail("target.none");
            return;
        }
        String deadline = String.valueOf(target.deadline());
        detail(
                "target.asked",
                texts.get("target.kind." + target.kind()),
                rule.promised(),
                texts.get(target.deadlineStated() ? "target.stated" : "target.horizon", deadline));
        if (rule.isShare()) {
            detail("target.share", rule.withUnit(target.asked()));
        }
        detail(
                target.validTo() == null ? "target.since" : "target.between",
                target.validFrom().toString(),
                String.valueOf(target.validTo()));
        detail("target.quote", target.quote());
        if (target.source() != null) {
            detail("target.source", target.source());
        }
    }

    private void pace(Pace pace, RuleText rule) {
        section("pace");
        if (pace.basePeriod() != null) {
            detail("pace.base", String.valueOf(pace.basePeriod()), rule.withUnit(pace.baseValue()));
        }
        if (pace.paceMethod() != null) {
            String unit = ProgressTable.LINEAR.equals(pace.paceMethod()) ? rule.unit() : "%";
            String method = texts.get("pace.method." + pace.paceMethod());
            detail("pace.observed", method, Plain.number(pace.observedPace()), unit);
            if (pace.requiredPace() != null) {
                detail("pace.required", Plain.number(pace.requiredPace()), unit);
            }
        }
        if (pace.paceRatio() == null) {
            detail("pace.none", texts.get("pace.reason." + pace.paceReason()));
        } else {
            detail(
                    "pace.ratio",
                    Plain.number(pace.paceRatio()),
                    Plain.number(pace.onTrack()),
                    Plain.number(pace.slow()));
        }
    }

    private void standing(Explanation explanation, RuleText rule) {
        Standing standing = explanation.standing();
        if (standing.gap() == null
                && standing.change() == null
                && standing.changeSinceBase() == null
                && standing.metIn() == null
                && !isRanked(standing)) {
            return;
        }
        section("standing");
        number("standing.gap", standing.gap(), rule);
        number("standing.needed", standing.neededChange(), rule);
        number("standing.change", standing.change(), rule);
        number("standing.since_base", standing.changeSinceBase(), rule);
        if (standing.attainment() != null) {
            detail("standing.attainment", Plain.number(standing.attainment()));
        }
        if (standing.metIn() != null) {
            detail(
                    isFirstKnown(explanation) ? "standing.met_in.unknown" : "standing.met_in",
                    String.valueOf(standing.metIn()));
        }
        if (isRanked(standing)) {
            detail("standing.rank", String.valueOf(standing.rank()), String.valueOf(standing.peers()));
        }
    }

    /** Whether it is first met in its own year, and of the year before nobody knows: that one may have met it, too. */
    private static boolean isFirstKnown(Explanation explanation) {
        Integer first = explanation.standing().metIn();
        return first == explanation.figure().timePeriod()
                && first > explanation.pace().basePeriod()
                && explanation.standing().change() == null;
    }

    /** Whether there are others to be placed among: the province is alone. */
    private static boolean isRanked(Standing standing) {
        return standing.rank() != null && standing.peers() > 1;
    }

    private void number(String key, Double number, RuleText rule) {
        if (number != null) {
            detail(key, rule.withUnit(number));
        }
    }

    private void projection(Explanation explanation, RuleText rule) {
        section("projection");
        ForecastText told = new ForecastText(texts, rule);
        explanation.projection().stream()
                .filter(forecast -> forecast.lastPeriod() != null)
                .findFirst()
                .ifPresent(forecast -> detail(
                        "projection.basis",
                        String.valueOf(forecast.points()),
                        String.valueOf(forecast.lastPeriod()),
                        forecast.model() == null
                                ? ""
                                : texts.get("projection.model", forecast.model(), forecast.scale()),
                        forecast.outlierPeriod() == null
                                ? ""
                                : texts.get("projection.outlier", String.valueOf(forecast.outlierPeriod()))));
        explanation
                .projection()
                .forEach(forecast ->
                        detail("projection.year", String.valueOf(forecast.timePeriod()), told.of(forecast)));
        if (explanation.projection().isEmpty()) {
            detail("projection.none");
        }
    }

    private void flags(List<Flag> flags) {
        if (flags.isEmpty()) {
            return;
        }
        section("flags");
        flags.forEach(flag -> detail(
                "flags.line",
                words.get("check." + flag.check()),
                flag.series() + " " + flag.refArea() + " " + flag.timePeriod(),
                Plain.number(flag.obsValue()),
                Plain.number(flag.otherValue()),
                flag.other(),
                Plain.place(flag.file(), flag.sheet(), flag.cell())));
    }

    private void rejects(List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        section("rejects");
        rejects.stream()
                .limit(MOST_REJECTS)
                .forEach(reject -> detail(
                        "rejects.line",
                        reject.series() == null ? reject.cell() : reject.series() + " " + reject.refArea(),
                        reject.raw() == null ? "" : reject.raw(),
                        words.get("reason." + reject.reason()),
                        reject.detail(),
                        Plain.place(reject.file(), reject.sheet(), reject.cell()),
                        Plain.time(reject.receivedAt(), zone)));
        if (rejects.size() > MOST_REJECTS) {
            detail("rejects.more", String.valueOf(rejects.size() - MOST_REJECTS));
        }
    }

    private void section(String key) {
        add(Rank.SECTION, headings.get("section." + key));
    }

    private void say(String key, Object... values) {
        add(Rank.ANSWER, texts.get(key, values));
    }

    private void detail(String key, Object... values) {
        add(Rank.STEP, texts.get(key, values));
    }

    private void add(Rank rank, String text) {
        lines.add(new Line(rank, text));
    }
}
