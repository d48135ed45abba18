package org.minsheng.catalogue;

import java.io.Serializable;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * How regions are scored over all targets, and how far the choices that are made in it are varied.
 *
 * @param leastPresent the least share, by weight, of the parts of a score that must be there; from 0 to 1
 * @param replications how often it is worked out anew with other choices; 0 for no intervals
 * @param seed of the random choices
 * @param weightNoise how far each weight is varied, as a share of it; from 0 to below 1
 */
public record Scorecard(double leastPresent, int replications, long seed, double weightNoise) implements Serializable {
    private static final int MOST_REPLICATIONS = 100_000;

    /** Reads one that may be left out, in whole or in part. */
    static Scorecard read(YamlMap map) {
        Scorecard scorecard = new Scorecard(
                map.get("least-present", YamlValue::decimal, 0.5),
                map.get("replications", value -> value.integer(0, MOST_REPLICATIONS), 1000),
                map.get("seed", value -> value.integer(0, Integer.MAX_VALUE), 1),
                map.get("weight-noise", YamlValue::decimal, 0.25));
        map.done();
        if (scorecard.leastPresent() < 0 || scorecard.leastPresent() > 1) {
            map.problem("least-present", "'least-present' is a share from 0 to 1", "");
        }
        if (scorecard.weightNoise() < 0 || scorecard.weightNoise() >= 1) {
            map.problem("weight-noise", "'weight-noise' is a share from 0 to below 1", "");
        }
        return scorecard;
    }

    /** What a field, a measure or an indicator weighs beside others of its kind: 1 where nothing is said. */
    static double weight(YamlMap map) {
        double weight = map.get("weight", YamlValue::decimal, 1.0);
        if (weight < 0) {
            map.problem("weight", "a weight is not negative", "Write 0 to leave it out of the scorecard");
        }
        return weight;
    }
}
