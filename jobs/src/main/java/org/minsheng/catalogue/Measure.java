package org.minsheng.catalogue;

import java.io.Serializable;
import java.util.List;
import org.minsheng.conf.Label;

/**
 * One of the policy's numbered measures.
 *
 * @param number its number in the policy
 * @param title its heading
 * @param lead the office that leads, the first one that the policy lists
 * @param cooperating the other offices, in the policy's order
 * @param weight what it weighs in the scorecard beside the others of its field; not negative
 * @param indicators what shows its progress
 */
public record Measure(
        int number, Label title, String lead, List<String> cooperating, double weight, List<Indicator> indicators)
        implements Serializable {}
