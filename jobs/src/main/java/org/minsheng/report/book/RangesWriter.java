package org.minsheng.report.book;

import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

/** Writes what is in a chart of dots with bars behind them: lines that are not drawn, one of which has error bars. */
final class RangesWriter {
    private static final short DOT = 5;
    private static final int WIDTH = 19_050; // a point and a half, in the file format's units
    private static final byte[] BLACK = {0x00, 0x00, 0x00};
    private static final byte[] BLUE = {0x1F, 0x5A, (byte) 0x96};
    /** With more places each fifth has its number. */
    private static final int MOST_SINGLE = 12;

    private static final int MANY = 5;
    private static final double HALF = 0.5;
    /** Text that is read from below, in the file format's sixtieth thousandths of a degree. */
    private static final int UPRIGHT = -90 * 60_000;

    private RangesWriter() {}

    static void write(XSSFChart chart, Plot.Ranges from) {
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis places = chart.createValueAxis(AxisPosition.LEFT);
        places.setOrientation(AxisOrientation.MAX_MIN);
        places.setNumberFormat("0");
        setEnds(places, from);
        places.setCrossBetween(AxisCrossBetween.BETWEEN);
        // The last place is at the bottom, where the names are wanted.
        names.setCrosses(AxisCrosses.MAX);
        ChartSeries.setSmall(names, places);
        CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
        axis.addNewTickLblSkip().setVal(1);
        axis.getTxPr().getBodyPr().setRot(UPRIGHT);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, names, places);
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        XDDFCategoryDataSource texts = ChartSeries.categories(
                from.categories().texts(), from.categories().cells());
        XDDFLineChartData.Series middles = add(data, texts, from.middles());
        middles.setMarkerStyle(MarkerStyle.NONE);
        addBars(middles.getCTLineSer().addNewErrBars(), from);
        XDDFLineChartData.Series dots = add(data, texts, from.dots());
        dots.setMarkerStyle(MarkerStyle.CIRCLE);
        dots.setMarkerSize(DOT);
        CTShapeProperties look = dots.getCTLineSer().getMarker().addNewSpPr();
        look.addNewSolidFill().addNewSrgbClr().setVal(BLACK);
        look.addNewLn().addNewNoFill();
        ChartSeries.plot(data);
    }

    private static XDDFLineChartData.Series add(
            XDDFLineChartData data, XDDFCategoryDataSource texts, Book.Line2D line) {
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) ChartSeries.add(data, texts, line);
        series.setSmooth(false);
        series.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        return series;
    }

    private static void addBars(CTErrBars bars, Plot.Ranges from) {
        bars.addNewErrDir().setVal(STErrDir.Y);
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(false);
        fill(bars.addNewPlus(), from.after());
        fill(bars.addNewMinus(), from.before());
        CTLineProperties line = bars.addNewSpPr().addNewLn();
        line.setW(WIDTH);
        line.addNewSolidFill().addNewSrgbClr().setVal(BLUE);
    }

    /** Near the bars: programs left alone begin at zero. */
    private static void setEnds(XDDFValueAxis places, Plot.Ranges from) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < from.dots().values().size(); i++) {
            double dot = from.dots().values().get(i);
            double middle = from.middles().values().get(i);
            least = Math.min(
                    least, Math.min(dot, middle - from.before().values().get(i)));
            most = Math.max(most, Math.max(dot, middle + from.after().values().get(i)));
        }
        int unit = most - least > MOST_SINGLE ? MANY : 1;
        places.setMajorUnit(unit);
        places.setMinimum(unit * Math.floor((least - HALF) / unit));
        places.setMaximum(unit * Math.ceil((most + HALF) / unit));
    }

    private static void fill(CTNumDataSource source, Plot.Figures figures) {
        source.addNewNumRef().setF(figures.cells());
        CTNumData cache = source.getNumRef().addNewNumCache();
        cache.addNewPtCount().setVal(figures.values().size());
        for (int i = 0; i < figures.values().size(); i++) {
            Double value = figures.values().get(i);
            if (value != null) {
                CTNumVal point = cache.addNewPt();
                point.setIdx(i);
                point.setV(value.toString());
            }
        }
    }
}
