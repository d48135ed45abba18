package org.minsheng.explain;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Pace;
import org.minsheng.explain.Explanation.Target;
import org.minsheng.lake.ProgressTable;

/** What was asked, and the rule that decided the status, as sentences with the figures in them. */
final class RuleText {
    private final Explanation explanation;
    private final Texts texts;
    private final Texts words;
    private final ZoneId zone;

    RuleText(Explanation explanation, Texts texts, Texts words, ZoneId zone) {
        this.explanation = explanation;
        this.texts = texts;
        this.words = words;
        this.zone = zone;
    }

    /** The value with its unit. */
    String value() {
        return withUnit(explanation.figure().obsValue());
    }

    /** A figure of the same kind as the value, with its unit. */
    String withUnit(Double figure) {
        return Plain.number(figure) + (figure == null ? "" : " " + unit());
    }

    /** That of the value: of a share of counties, what it is a share of. */
    String unit() {
        return isShare()
                ? texts.get("unit." + explanation.figure().valueIs())
                : explanation.figure().unit();
    }

    boolean isShare() {
        return !ProgressTable.VALUE.equals(explanation.figure().valueIs());
    }

    /** What is asked of those who report, by the target in force. */
    String promised() {
        Target target = explanation.target();
        if (target.kind().equals(TargetKind.Name.MILESTONE.word())) {
            return words.get("target.milestone");
        } else if (target.value() == null) {
            return words.get("target." + target.operator());
        }
        String plain = target.operator() + " " + Plain.number(target.value()) + " "
                + explanation.figure().unit();
        if (isAt(target.least(), target.value()) && isAt(target.most(), target.value())) {
            return plain;
        } else if (target.most() == null) {
            return texts.get("target.least", plain, Plain.number(target.least()));
        }
        return texts.get("target.band", plain, Plain.number(target.least()), Plain.number(target.most()));
    }

    /** The rule's sentence. */
    String sentence() {
        Pace pace = explanation.pace();
        Explanation.RollUp rollUp = explanation.rollUp();
        return texts.get(
                "rule." + explanation.standing().rule(),
                value(),
                asked(),
                explanation.target() == null
                        ? ""
                        : String.valueOf(explanation.target().deadline()),
                String.valueOf(explanation.figure().timePeriod()),
                String.valueOf(explanation.standing().metIn()),
                Plain.number(pace.paceRatio()),
                Plain.number(pace.onTrack()),
                Plain.number(pace.slow()),
                Plain.number(pace.observedPace()),
                Plain.percent(pace.growthOnTrack()),
                Plain.percent(pace.growthSlow()),
                withUnit(pace.baseValue()),
                String.valueOf(pace.basePeriod()),
                rollUp == null ? "" : Plain.number(rollUp.peopleCovered()),
                rollUp == null ? "" : Plain.percent(rollUp.coverage()),
                Plain.time(explanation.figure().asOf(), zone),
                pace.paceReason() == null ? "" : texts.get("pace.reason." + pace.paceReason()),
                rollUp == null ? "" : String.valueOf(rollUp.regionsReporting()),
                rollUp == null ? "" : String.valueOf(rollUp.regionsExpected()));
    }

    /** What is asked of the value. */
    private String asked() {
        if (explanation.target() == null) {
            return "";
        }
        return isShare() ? withUnit(explanation.target().asked()) : promised();
    }

    private static boolean isAt(BigDecimal bound, BigDecimal value) {
        return bound == null || bound.compareTo(value) == 0;
    }
}
