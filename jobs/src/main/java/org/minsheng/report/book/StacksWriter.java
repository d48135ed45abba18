package org.minsheng.report.book;

import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;

/** Writes what is in a chart of columns of two parts, told apart in grey too. */
final class StacksWriter {
    private static final byte WHOLLY = 100;
    private static final int GAP = 60;

    private StacksWriter() {}

    static void write(XSSFChart chart, Plot.Stacks from) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        ChartSeries.setSmall(categories, values);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.STACKED);
        data.setOverlap(WHOLLY);
        data.setGapWidth(GAP);
        data.setVaryColors(false);
        XDDFCategoryDataSource texts = ChartSeries.categories(
                from.categories().texts(), from.categories().cells());
        for (Book.Line2D part : List.of(from.bottom(), from.top())) {
            XDDFChartData.Series series = ChartSeries.add(data, texts, part);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setFillProperties(Strokes.solid(part == from.bottom() ? Strokes.BLUE : Strokes.BAND));
            series.setShapeProperties(shape);
        }
        ChartSeries.plot(data);
    }
}
