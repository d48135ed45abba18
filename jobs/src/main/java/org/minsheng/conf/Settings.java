package org.minsheng.conf;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where things are and how a run works ({@code minsheng.yaml}).
 *
 * @param landing where the offices' files arrive, a path for Hadoop's file systems
 * @param lake the Delta tables
 * @param workbooks the Excel workbooks
 * @param summaries where each run leaves a summary for machines
 * @param asOf what was known at this instant is used; null for all that was received so far
 * @param timeZone where days begin and end: of folders, of the as-of, of deadlines; tables hold UTC
 * @param divisions whether sums are on today's divisions or on those then in force
 * @param language of workbooks and summaries
 */
public record Settings(
        String landing,
        String lake,
        String workbooks,
        String summaries,
        Instant asOf,
        ZoneId timeZone,
        Divisions divisions,
        Language language) {}
