package org.minsheng.stage;

import java.util.function.Supplier;
import org.minsheng.lake.Touched;

/**
 * Why a stage is done.
 *
 * @param reason what makes its results no longer hold
 * @param touched the series whose observations are others since its results held, as the stages before it in this run say;
 *     all, where its results or those of another did not hold before the run. Looked for when it is asked for
 * @param interrupted whether a run was killed since the last one that was entered, or somebody else has written to its tables
 */
public record Occasion(Change reason, Supplier<Touched> touched, boolean interrupted) {}
