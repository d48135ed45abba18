package org.minsheng.catalogue;

import java.io.Serializable;

/**
 * How the pace toward a target is measured and judged.
 *
 * @param method the rates that are compared
 * @param onTrack least ratio of observed to required pace that is on track
 * @param slow least ratio that is slow; from 0 to there it is behind, below 0 reversing
 */
public record Pace(Method method, double onTrack, double slow) implements Serializable {
    /** Which rates. */
    public enum Method {
        /** Compound rates, and linear ones where those are undefined. */
        COMPOUND,
        /** Linear rates. */
        LINEAR
    }
}
