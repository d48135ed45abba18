package org.minsheng.report.book;

import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes line charts that spreadsheet programs draw themselves. */
final class ChartWriter {
    private static final int ROWS = 18;
    private static final int CHARTS_A_PAGE = 4;
    private static final double TITLE_POINTS = 11;
    /** Above and below the figures is this part of their span. */
    private static final double MARGIN = 20;

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
        return row + ROWS + 1;
    }

    private static void write(XSSFDrawing drawing, XSSFClientAnchor anchor, Book.Chart from) {
        XSSFChart chart = drawing.createChart(anchor);
        var name = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        name.setDescr(from.description());
        chart.setTitleText(from.title());
        chart.setTitleOverlay(false);
        XDDFTextRun title =
                chart.getTitle().getBody().getParagraph(0).getTextRuns().get(0);
        title.setFontSize(TITLE_POINTS);
        title.setBold(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        XDDFCategoryAxis years = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.MIN);
        fit(values, from);
        XDDFCategoryDataSource categories =
                XDDFDataSourcesFactory.fromArray(from.categories().toArray(String[]::new), from.categoryCells());
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, years, values);
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        for (Book.Line2D line : from.lines()) {
            XDDFNumericalDataSource<Double> numbers =
                    XDDFDataSourcesFactory.fromArray(line.values().toArray(Double[]::new), line.cells());
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(categories, numbers);
            series.setTitle(line.name(), null);
            series.setSmooth(false);
            series.setMarkerStyle(line.stroke() == Book.Stroke.ACTUAL ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
            if (line.stroke() == Book.Stroke.ACTUAL) {
                series.setMarkerSize((short) 5);
            }
            series.setLineProperties(stroke(line.stroke()));
        }
        // Not chart.plot(), which puts a whole workbook with the same figures into the file beside each chart.
        for (int i = 0; i < data.getSeriesCount(); i++) {
            data.getSeries(i).plot();
        }
    }

    /** Lets the axis begin and end near the figures, at round numbers: left alone, programs begin most at zero. */
    private static void fit(XDDFValueAxis axis, Book.Chart chart) {
        DoubleSummaryStatistics figures = chart.lines().stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .summaryStatistics();
        double span = figures.getMax() - figures.getMin();
        if (span > 0 && Double.isFinite(span)) {
            double step = Math.pow(10, Math.floor(Math.log10(span)));
            double below = step * Math.floor((figures.getMin() - span / MARGIN) / step);
            axis.setMinimum(figures.getMin() >= 0 ? Math.max(0, below) : below);
            axis.setMaximum(step * Math.ceil((figures.getMax() + span / MARGIN) / step));
        }
    }

    /** Told apart by dashes and width too, for print in grey. */
    private static XDDFLineProperties stroke(Book.Stroke stroke) {
        PresetColor colour = switch (stroke) {
            case ACTUAL -> PresetColor.BLACK;
            case TARGET -> PresetColor.DARK_GREEN;
            case PROJECTED -> PresetColor.ROYAL_BLUE;
            case BOUND -> PresetColor.LIGHT_STEEL_BLUE;
        };
        PresetLineDash dash = switch (stroke) {
            case ACTUAL -> PresetLineDash.SOLID;
            case TARGET -> PresetLineDash.LARGE_DASH;
            case PROJECTED -> PresetLineDash.DASH;
            case BOUND -> PresetLineDash.SYSTEM_DOT;
        };
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(colour)));
        line.setWidth(stroke == Book.Stroke.BOUND ? 1.25 : 2.0);
        line.setPresetDash(new XDDFPresetLineDash(dash));
        return line;
    }
}
