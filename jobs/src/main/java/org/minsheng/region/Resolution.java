package org.minsheng.region;

import java.util.List;

/** What a name or code in a table stands for. */
public sealed interface Resolution {
    /** Exactly one region. */
    record Found(Region region) implements Resolution {}

    /** Several regions; nothing is guessed. */
    record Ambiguous(List<Region> candidates) implements Resolution {}

    /** None; the nearest names may help whoever wrote it. */
    record Unknown(List<String> nearest) implements Resolution {}
}
