package org.minsheng.explain;

import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Forecast;

/** What the trend says of a year, in a line: its value, how far it may be off, and the chance to meet the target. */
final class ForecastText {
    private ForecastText() {}

    static String of(Forecast forecast, RuleText rule, Texts texts) {
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
