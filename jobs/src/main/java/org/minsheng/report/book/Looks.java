package org.minsheng.report.book;

import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/** Bars and arrows in columns of numbers: a help for the eye, never the only signal. */
final class Looks {
    private static final int[] BAR = {0x9D, 0xC3, 0xE6};

    private Looks() {}

    static void apply(Sheet sheet, Book.Look look, CellRangeAddress cells) {
        if (look == Book.Look.BAR) {
            SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
            ConditionalFormattingRule rule = formats.createConditionalFormattingRule(Styles.colour(BAR));
            DataBarFormatting bar = rule.getDataBarFormatting();
            bar.getMinThreshold().setRangeType(RangeType.NUMBER);
            bar.getMinThreshold().setValue(0d);
            bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
            bar.getMaxThreshold().setValue(100d);
            formats.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
        } else if (look == Book.Look.ARROW) {
            SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
            // Grey, as up is not good for every indicator.
            ConditionalFormattingRule rule = formats.createConditionalFormattingRule(IconSet.GREY_3_ARROWS);
            IconMultiStateFormatting icons = rule.getMultiStateFormatting();
            // From the second threshold on level, from the third on up: just above zero.
            double[] from = {-1e99, 0, 1e-9};
            for (int i = 0; i < from.length; i++) {
                icons.getThresholds()[i].setRangeType(RangeType.NUMBER);
                icons.getThresholds()[i].setValue(from[i]);
            }
            formats.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
        }
    }
}
