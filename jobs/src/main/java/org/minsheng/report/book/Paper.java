package org.minsheng.report.book;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How a sheet comes onto paper: A4, as wide as the page. */
final class Paper {
    private static final double SIDE = 0.4;
    private static final double TOP = 0.5;
    private static final double BOTTOM = 0.75;
    private static final double FOOTER = 0.3;

    private Paper() {}

    /**
     * Sets a sheet up.
     *
     * @param isTall whether the paper stands upright
     * @param onePage whether all of it is on one page, or on as many as it takes
     */
    static void setUp(Sheet sheet, boolean isTall, boolean onePage) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(!isTall);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) (onePage ? 1 : 0));
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, SIDE);
        sheet.setMargin(PageMargin.RIGHT, SIDE);
        sheet.setMargin(PageMargin.TOP, TOP);
        sheet.setMargin(PageMargin.BOTTOM, BOTTOM);
        sheet.setMargin(PageMargin.FOOTER, FOOTER);
        sheet.getFooter().setLeft("&8&A");
        sheet.getFooter().setRight("&8&P / &N");
    }
}
