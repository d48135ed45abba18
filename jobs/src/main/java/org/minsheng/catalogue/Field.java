package org.minsheng.catalogue;

import java.io.Serializable;
import java.util.List;
import org.minsheng.conf.Label;

/**
 * One of the policy's fields.
 *
 * @param number its number in the policy
 * @param title its name
 * @param weight what it weighs in the scorecard beside the others; not negative
 * @param measures those of its measures that the catalogue holds, by number
 */
public record Field(int number, Label title, double weight, List<Measure> measures) implements Serializable {}
