package org.minsheng.sample;

import static org.minsheng.sample.Figures.FIRST_YEAR;
import static org.minsheng.sample.Figures.LAST_YEAR;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.catalogue.Series;
import org.minsheng.region.Region;

/** Gives each series of {@code tables.yaml} its figure for a region and year. */
final class SpecFigures {
    private final Figures figures;
    private final Map<String, Series> catalogue;
    private final Map<String, Integer> wages;
    private final Map<String, TableSpec.Column> columns = new HashMap<>();

    /**
     * Figures.
     *
     * @param wages the monthly minimum wage from December 2021 by county code, in 元: a published fact
     */
    SpecFigures(Figures figures, Map<String, Series> catalogue, Map<String, Integer> wages, List<TableSpec> specs) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.wages = wages;
        specs.forEach(spec -> spec.columns().forEach(column -> columns.put(column.series(), column)));
    }

    /** The figure, in the series' unit and with its decimals. */
    BigDecimal value(String series, Region region, int year) {
        return SampleTables.rounded(
                raw(columns.get(series), region, year), catalogue.get(series).decimals());
    }

    private double raw(TableSpec.Column column, Region region, int year) {
        String topic = column.series();
        if (column.has("per")) {
            double each = column.number("per", 0) * figures.constant(region, topic, 0.85, 1.15);
            return Math.max(column.number("least", 0), figures.population(region, year) * each);
        } else if (column.has("of")) {
            int lag = (int) column.number("lag", 0);
            String of = column.text("of").orElseThrow();
            double base = value(of, region, year - lag).doubleValue();
            double rate = figures.rate(
                    region,
                    topic,
                    year,
                    column.number("start", 0),
                    column.number("goal", 0),
                    column.number("ceiling", 100));
            return base * rate / 100;
        } else if (column.has("yes")) {
            return figures.has(region, topic, year, column.number("yes", 0)) ? 1 : 0;
        } else if (column.has("standard")) {
            double start = column.number("standard", 0) * figures.constant(region, topic, 0.9, 1.15);
            return Math.round(start * Math.pow(column.number("growth", 1), year - FIRST_YEAR) / 5) * 5;
        } else if (column.has("wage")) {
            // Since the end of 2021 as published; before, invented: a hundred less.
            return wages.get(region.code()) - (year < 2021 ? 100 : 0);
        } else if (column.has("absence")) {
            int end = (int) column.number("end", LAST_YEAR);
            double start = column.number("absence", 0) * figures.population(region, FIRST_YEAR);
            return Math.max(0, start * (end - year) / Math.max(1, end - FIRST_YEAR));
        } else if (column.has("stage")) {
            int started = FIRST_YEAR + 1 + figures.chance(region, topic, 3);
            int done = started + 2 + figures.chance(region, topic + "done", 5);
            return year < started ? 0 : year < done ? 1 : 2;
        }
        return total(column, region, year);
    }

    private double total(TableSpec.Column column, Region region, int year) {
        List<Double> ends = column.numbers("total");
        double share = (year - FIRST_YEAR) / (double) (LAST_YEAR - FIRST_YEAR);
        double noise = year == FIRST_YEAR || year == LAST_YEAR
                ? 0
                : figures.constant(region, column.series() + year, -0.01, 0.01);
        return (ends.get(0) + (ends.get(1) - ends.get(0)) * share) * (1 + noise);
    }
}
