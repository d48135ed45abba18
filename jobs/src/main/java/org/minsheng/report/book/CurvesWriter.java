package org.minsheng.report.book;

import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;

/** Writes what is in a chart of lines through points. */
final class CurvesWriter {
    private static final double ALL = 100;
    private static final double FIFTH = 20;

    private CurvesWriter() {}

    static void write(XSSFChart chart, Plot.Curves from) {
        XDDFValueAxis across = axis(chart, AxisPosition.BOTTOM, from.across());
        XDDFValueAxis up = axis(chart, AxisPosition.LEFT, from.up());
        XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, across, up);
        data.setStyle(ScatterStyle.LINE);
        data.setVaryColors(false);
        for (Plot.Curve curve : from.curves()) {
            XDDFScatterChartData.Series series = (XDDFScatterChartData.Series) data.addSeries(
                    ChartSeries.numbers(curve.across().values(), curve.across().cells()),
                    ChartSeries.numbers(curve.up().values(), curve.up().cells()));
            series.setTitle(curve.name(), null);
            series.setSmooth(false);
            series.setMarkerStyle(MarkerStyle.NONE);
            series.setLineProperties(Strokes.of(curve.stroke()));
        }
        ChartSeries.plot(data);
    }

    private static XDDFValueAxis axis(XSSFChart chart, AxisPosition position, String title) {
        XDDFValueAxis axis = chart.createValueAxis(position);
        axis.setMinimum(0);
        axis.setMaximum(ALL);
        axis.setMajorUnit(FIFTH);
        axis.setNumberFormat("0");
        axis.setTitle(title);
        ChartSeries.setSmall(axis);
        return axis;
    }
}
