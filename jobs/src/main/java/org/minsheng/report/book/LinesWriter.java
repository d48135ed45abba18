package org.minsheng.report.book;

import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFAreaChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;

/** Writes what is in a chart of lines over years, and the band behind them. */
final class LinesWriter {
    private LinesWriter() {}

    static void write(XSSFChart chart, Book.Chart from) {
        XDDFCategoryAxis years = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.MIN);
        ChartSeries.setSmall(years, values);
        AxisRange.of(from).ifPresent(range -> {
            values.setMinimum(range.least());
            values.setMaximum(range.most());
            values.setMajorUnit(range.unit());
        });
        XDDFCategoryDataSource categories = ChartSeries.categories(from.categories(), from.categoryCells());
        if (from.band() != null) {
            writeBand(chart.createData(ChartTypes.AREA, years, values), categories, from.band());
            // What holds the band up is not to be seen.
            XDDFLegendEntry entry = chart.getOrAddLegend().addEntry();
            entry.setIndex(0);
            entry.setDelete(true);
        }
        writeLines(chart.createData(ChartTypes.LINE, years, values), categories, from);
    }

    private static void writeBand(XDDFChartData data, XDDFCategoryDataSource categories, Book.Band band) {
        ((XDDFAreaChartData) data).setGrouping(Grouping.STACKED);
        data.setVaryColors(false);
        for (Book.Line2D part : List.of(band.bottom(), band.width())) {
            XDDFChartData.Series series = ChartSeries.add(data, categories, part);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setFillProperties(part == band.width() ? Strokes.solid(Strokes.BAND) : new XDDFNoFillProperties());
            shape.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
            series.setShapeProperties(shape);
        }
        ChartSeries.plot(data);
    }

    private static void writeLines(XDDFChartData data, XDDFCategoryDataSource categories, Book.Chart from) {
        ((XDDFLineChartData) data).setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        for (Book.Line2D line : from.lines()) {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) ChartSeries.add(data, categories, line);
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
        ChartSeries.plot(data);
    }
}
