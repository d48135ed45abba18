package org.minsheng.report.book;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where an axis begins and ends: near the figures, at round numbers, and not beyond what they can be. Left alone, programs begin
 * most at zero, and end shares above the whole.
 *
 * @param unit from one of its numbers to the next
 */
record AxisRange(double least, double most, double unit) {
    /** Above and below the figures is this part of their span. */
    private static final double MARGIN = 20;
    /** Into about so many parts it is divided. */
    private static final double INTERVALS = 4;

    /** That of a chart; none where all its figures are the same. */
    static Optional<AxisRange> of(Book.Chart chart) {
        DoubleSummaryStatistics figures = DoubleStream.concat(
                        chart.lines().stream()
                                .flatMap(line -> line.values().stream())
                                .filter(Objects::nonNull)
                                .mapToDouble(value -> value),
                        chart.band() == null ? DoubleStream.empty() : edges(chart.band()))
                .summaryStatistics();
        double span = figures.getMax() - figures.getMin();
        if (!(span > 0) || !Double.isFinite(span)) {
            return Optional.empty();
        }
        double unit = round(span / INTERVALS);
        double least = unit * Math.floor((figures.getMin() - span / MARGIN) / unit);
        double most = unit * Math.ceil((figures.getMax() + span / MARGIN) / unit);
        boolean isWithin = chart.whole() != null && figures.getMax() <= chart.whole();
        return Optional.of(new AxisRange(
                figures.getMin() >= 0 ? Math.max(0, least) : least,
                isWithin ? Math.min(chart.whole(), most) : most,
                unit));
    }

    /** The next number from here that people count in: 1, 2 or 5, or that with zeros. */
    private static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5)
                .map(digit -> digit * power)
                .filter(unit -> unit >= least)
                .findFirst()
                .orElse(10 * power);
    }

    private static DoubleStream edges(Book.Band band) {
        List<Double> bottom = band.bottom().values();
        List<Double> width = band.width().values();
        return IntStream.range(0, bottom.size())
                .filter(i -> bottom.get(i) != null && width.get(i) != null)
                .mapToObj(i -> new double[] {bottom.get(i), bottom.get(i) + width.get(i)})
                .flatMapToDouble(DoubleStream::of);
    }
}
