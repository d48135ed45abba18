package org.minsheng.report.book;

import java.util.List;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;

/** What charts of all kinds have in common: axes in small letters, and series over cells. */
final class ChartSeries {
    static final double TEXT_POINTS = 9;

    private ChartSeries() {}

    static void setSmall(XDDFChartAxis... axes) {
        for (XDDFChartAxis axis : axes) {
            axis.getOrAddTextProperties().setFontSize(TEXT_POINTS);
        }
    }

    static XDDFCategoryDataSource categories(List<String> texts, String cells) {
        return XDDFDataSourcesFactory.fromArray(texts.toArray(String[]::new), cells);
    }

    static XDDFNumericalDataSource<Double> numbers(List<Double> values, String cells) {
        return XDDFDataSourcesFactory.fromArray(values.toArray(Double[]::new), cells);
    }

    static XDDFChartData.Series add(XDDFChartData data, XDDFCategoryDataSource categories, Book.Line2D line) {
        XDDFChartData.Series series = data.addSeries(categories, numbers(line.values(), line.cells()));
        series.setTitle(line.name(), null);
        return series;
    }

    /** Not chart.plot(), which puts a whole workbook with the same figures into the file beside each chart. */
    static void plot(XDDFChartData data) {
        for (int i = 0; i < data.getSeriesCount(); i++) {
            data.getSeries(i).plot();
        }
    }
}
