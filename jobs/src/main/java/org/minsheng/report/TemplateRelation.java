package org.minsheng.report;

import java.util.List;
import java.util.function.IntFunction;
import org.minsheng.report.book.Form;

/**
 * How the figures of a row have to fit together.
 *
 * @param words what has to hold
 * @param firm whether figures for which it does not hold are wrong; else they are to be looked at again
 * @param broken a formula that is true in a row, from 0, in which it does not hold
 * @param comparable a formula for how much there is of what it speaks of; 0 for nothing
 * @param alerts the cells that it colours
 */
record TemplateRelation(
        String words, boolean firm, IntFunction<String> broken, String comparable, List<Form.Alert> alerts) {}
