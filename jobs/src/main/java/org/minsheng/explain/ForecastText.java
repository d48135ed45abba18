package org.minsheng.explain;

import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Forecast;

/** What is foreseen for a year, for people: the value, its intervals, and how likely the target is met. */
final class ForecastText {
    private final Texts texts;
    private final RuleText rule;

    ForecastText(Texts texts, RuleText rule) {
        this.texts = texts;
        this.rule = rule;
    }

    /** The sentence of a year; why there is no value where there is none. */
    String of(Forecast forecast) {
        if (forecast.obsValue() == null) {
            return texts.get("projection.reason." + forecast.reason());
        }
        String interval = forecast.lower80() == null
                ? ""
                : texts.get(
                        "projection.interval",
                        Plain.number(forecast.lower80()),
                        Plain.number(forecast.upper80()),
                        Plain.number(forecast.lower95()),
                        Plain.number(forecast.upper95()));
        String chance =
                forecast.chance() == null ? "" : texts.get("projection.chance", Plain.number(forecast.chance()));
        String reached = forecast.reachedIn() == null
                ? ""
                : texts.get("projection.reached", String.valueOf(forecast.reachedIn()));
        return rule.withUnit(forecast.obsValue()) + interval + chance + reached;
    }
}
