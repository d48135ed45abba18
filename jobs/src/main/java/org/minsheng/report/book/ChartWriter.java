package org.minsheng.report.book;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes charts that spreadsheet programs draw themselves: where each stands, its frame and its title. */
final class ChartWriter {
    private static final int ROWS = 15;
    private static final float ROW_HEIGHT = 15;
    private static final int CHARTS_A_PAGE = 4;
    /** With more categories a chart of ranges takes both halves. */
    private static final int MOST_IN_HALF = 20;
    /** Leaves room on the page for the title above two rows of charts, or for the notes below them. */
    private static final short SCALE = 88;

    private static final double TITLE_POINTS = 10;
    private static final int[] WHITE = {0xFF, 0xFF, 0xFF};
    private static final int[] FRAME = {0xBF, 0xBF, 0xBF};

    private ChartWriter() {}

    /**
     * Writes charts, two beside each other, or one over the width of both, and two rows of them a page.
     *
     * @param widths of the sheet's columns
     * @return the row below the last one
     */
    static int write(Sheet sheet, XSSFSheet frame, Book.Charts charts, int top, int[] widths) {
        XSSFDrawing drawing = frame.createDrawingPatriarch();
        int half = half(widths);
        int place = 0;
        for (Plot chart : charts.charts()) {
            boolean isWide = isWide(chart);
            if (isWide) {
                place += place % 2;
            }
            int left = place % 2 == 0 ? 0 : half;
            int right = isWide || left > 0 ? widths.length : half;
            int row = top + place / 2 * ROWS;
            if (place > 0 && place % CHARTS_A_PAGE == 0) {
                sheet.setRowBreak(row - 1);
            }
            int bottom = row + ROWS;
            place += isWide ? 2 : 1;
            write(drawing, new XSSFClientAnchor(0, 0, 0, 0, left, row + 1, right, bottom), chart);
        }
        int end = top + (place + 1) / 2 * ROWS;
        // Rows as high as a program likes would move the breaks between pages into charts.
        for (int at = top; at < end; at++) {
            sheet.createRow(at).setHeightInPoints(ROW_HEIGHT);
        }
        return end;
    }

    private static boolean isWide(Plot chart) {
        return chart instanceof Plot.Ranges ranges
                && ranges.categories().texts().size() > MOST_IN_HALF;
    }

    /** The column with which the right half begins. */
    private static int half(int[] widths) {
        int all = 0;
        for (int width : widths) {
            all += width + 1;
        }
        int col = 0;
        for (int left = 0; left < all / 2; col++) {
            left += widths[col] + 1;
        }
        return col;
    }

    /** Prints at a scale of its own: programs that fit a sheet to its pages do not look at breaks. */
    static void setUpPrint(Sheet sheet) {
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setScale(SCALE);
    }

    private static void write(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot from) {
        XSSFChart chart = drawing.createChart(anchor);
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(from.description());
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        XDDFShapeProperties area = chart.getOrAddShapeProperties();
        area.setFillProperties(Strokes.solid(WHITE));
        XDDFLineProperties border = new XDDFLineProperties(Strokes.solid(FRAME));
        border.setWidth(0.75);
        area.setLineProperties(border);
        writeTitle(chart, from);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        if (from instanceof Plot.Ranges ranges) {
            RangesWriter.write(chart, ranges);
            return;
        }
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        if (from instanceof Book.Chart lines) {
            LinesWriter.write(chart, lines);
        } else if (from instanceof Plot.Curves curves) {
            CurvesWriter.write(chart, curves);
        } else if (from instanceof Plot.Stacks stacks) {
            StacksWriter.write(chart, stacks);
        }
    }

    /** The finding, and below it the statistic. */
    private static void writeTitle(XSSFChart chart, Plot from) {
        chart.setTitleText(from.title());
        chart.setTitleOverlay(false);
        XDDFTextBody body = chart.getTitle().getBody();
        XDDFTextRun title = body.getParagraph(0).getTextRuns().get(0);
        title.setFontSize(TITLE_POINTS);
        title.setBold(true);
        XDDFTextRun subtitle = body.addNewParagraph().appendRegularRun(from.subtitle());
        subtitle.setFontSize(ChartSeries.TEXT_POINTS);
        subtitle.setBold(false);
    }
}
