package org.minsheng.report.book;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFAreaChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes charts of lines and a band that spreadsheet programs draw themselves. */
final class ChartWriter {
    private static final int ROWS = 15;
    private static final float ROW_HEIGHT = 15;
    private static final int CHARTS_A_PAGE = 4;
    /** Leaves room on the page for the title above two rows of charts, or for the notes below them. */
    private static final short SCALE = 88;

    private static final double TITLE_POINTS = 10;
    private static final double TEXT_POINTS = 9;
    private static final int[] WHITE = {0xFF, 0xFF, 0xFF};
    private static final int[] FRAME = {0xBF, 0xBF, 0xBF};

    private ChartWriter() {}

    /** Writes charts, two beside each other and four a page; returns the row below the last one. */
    static int write(Sheet sheet, XSSFSheet frame, Book.Charts charts, int top, int columns) {
        XSSFDrawing drawing = frame.createDrawingPatriarch();
        int half = columns / 2;
        int row = top;
        for (int i = 0; i < charts.charts().size(); i++) {
            int left = i % 2 == 0 ? 0 : half;
            row = top + i / 2 * ROWS;
            if (i > 0 && i % CHARTS_A_PAGE == 0) {
                sheet.setRowBreak(row - 1);
            }
            write(
                    drawing,
                    new XSSFClientAnchor(0, 0, 0, 0, left, row + 1, left + half, row + ROWS),
                    charts.charts().get(i));
        }
        // Rows as high as a program likes would move the breaks between pages into charts.
        for (int at = top; at < row + ROWS; at++) {
            sheet.createRow(at).setHeightInPoints(ROW_HEIGHT);
        }
        return row + ROWS;
    }

    /** Prints at a scale of its own: programs that fit a sheet to its pages do not look at breaks. */
    static void setUpPrint(Sheet sheet) {
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setScale(SCALE);
    }

    private static void write(XSSFDrawing drawing, XSSFClientAnchor anchor, Book.Chart from) {
        XSSFChart chart = drawing.createChart(anchor);
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(from.description());
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        XDDFShapeProperties area = chart.getOrAddShapeProperties();
        area.setFillProperties(solid(WHITE));
        area.setLineProperties(line(FRAME, 0.75));
        writeTitle(chart, from);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        XDDFCategoryAxis years = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.MIN);
        Stream.of(years, values).forEach(axis -> axis.getOrAddTextProperties().setFontSize(TEXT_POINTS));
        AxisRange.of(from).ifPresent(range -> {
            values.setMinimum(range.least());
            values.setMaximum(range.most());
            values.setMajorUnit(range.unit());
        });
        XDDFCategoryDataSource categories =
                XDDFDataSourcesFactory.fromArray(from.categories().toArray(String[]::new), from.categoryCells());
        XDDFChartLegend legend = chart.getOrAddLegend();
        legend.setPosition(LegendPosition.BOTTOM);
        if (from.band() != null) {
            writeBand(chart.createData(ChartTypes.AREA, years, values), categories, from.band());
            // What holds the band up is not to be seen.
            XDDFLegendEntry entry = legend.addEntry();
            entry.setIndex(0);
            entry.setDelete(true);
        }
        writeLines(chart.createData(ChartTypes.LINE, years, values), categories, from);
    }

    /** The finding, and below it the statistic. */
    private static void writeTitle(XSSFChart chart, Book.Chart from) {
        chart.setTitleText(from.title());
        chart.setTitleOverlay(false);
        XDDFTextBody body = chart.getTitle().getBody();
        XDDFTextRun title = body.getParagraph(0).getTextRuns().get(0);
        title.setFontSize(TITLE_POINTS);
        title.setBold(true);
        XDDFTextRun subtitle = body.addNewParagraph().appendRegularRun(from.subtitle());
        subtitle.setFontSize(TEXT_POINTS);
        subtitle.setBold(false);
    }

    private static void writeBand(XDDFChartData data, XDDFCategoryDataSource categories, Book.Band band) {
        ((XDDFAreaChartData) data).setGrouping(Grouping.STACKED);
        data.setVaryColors(false);
        for (Book.Line2D part : List.of(band.bottom(), band.width())) {
            XDDFChartData.Series series = add(data, categories, part);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setFillProperties(part == band.width() ? solid(Strokes.BAND) : new XDDFNoFillProperties());
            shape.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
            series.setShapeProperties(shape);
        }
        plot(data);
    }

    private static void writeLines(XDDFChartData data, XDDFCategoryDataSource categories, Book.Chart from) {
        ((XDDFLineChartData) data).setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        for (Book.Line2D line : from.lines()) {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) add(data, categories, line);
            series.setSmooth(false);
            series.setMarkerStyle(line.stroke() == Book.Stroke.ACTUAL ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
            if (line.stroke() == Book.Stroke.ACTUAL) {
                series.setMarkerSize((short) 5);
            }
            series.setLineProperties(Strokes.of(line.stroke()));
            if (line.stroke() == Book.Stroke.TARGET && from.deadline() != null) {
                series.getDataPoint(from.deadline()).setMarkerStyle(MarkerStyle.DIAMOND);
                series.getDataPoint(from.deadline()).setMarkerSize((short) 9);
            }
        }
        plot(data);
    }

    private static XDDFChartData.Series add(XDDFChartData data, XDDFCategoryDataSource categories, Book.Line2D line) {
        XDDFChartData.Series series = data.addSeries(
                categories, XDDFDataSourcesFactory.fromArray(line.values().toArray(Double[]::new), line.cells()));
        series.setTitle(line.name(), null);
        return series;
    }

    /** Not chart.plot(), which puts a whole workbook with the same figures into the file beside each chart. */
    private static void plot(XDDFChartData data) {
        for (int i = 0; i < data.getSeriesCount(); i++) {
            data.getSeries(i).plot();
        }
    }

    private static XDDFLineProperties line(int[] rgb, double points) {
        XDDFLineProperties line = new XDDFLineProperties(solid(rgb));
        line.setWidth(points);
        return line;
    }

    private static XDDFSolidFillProperties solid(int[] rgb) {
        return new XDDFSolidFillProperties(XDDFColor.from(new byte[] {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]}));
    }
}
