package org.minsheng.progress;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.minsheng.catalogue.ProjectionMethod;
import org.minsheng.catalogue.ProjectionMethod.Scale;
import org.minsheng.progress.Model.Forecast;

/** A model of a series on a scale, brought back to the unit, and cut where values cannot be. */
final class Trend {
    /** How near to zero or the whole, as a part of it, a share may be on the logit scale, where the bounds are infinite. */
    static final double NEAREST = 0.0005;

    /** Values below which there is no trend. */
    static final int FEWEST = 3;

    /**
     * What the trend says of a year.
     *
     * @param value the most likely value
     * @param lower80 with upper80, the bounds of the 80% prediction interval; null where no deviation was seen to tell it by
     * @param lower95 with upper95, those of the 95% interval
     * @param chance that the value meets the target, 0 to 1; null where there are no bounds to meet, or no interval
     */
    record Projection(double value, Double lower80, Double upper80, Double lower95, Double upper95, Double chance) {}

    private final Scale scale;
    private final Double floor;
    private final Double ceiling;
    private final int first;
    private final int last;
    private final Model model;

    /**
     * The trend of at least {@link #FEWEST} values that are not all the same.
     *
     * @param years in order, each once
     * @param floor the least value that can be, null where there is none
     * @param ceiling the largest one, null where there is none; what is no share of one is not seen on the logit scale
     */
    Trend(ProjectionMethod method, int[] years, double[] values, Double floor, Double ceiling) {
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        this.scale = method.scale() == Scale.LOG && positive || method.scale() == Scale.LOGIT && ceiling != null
                ? method.scale()
                : Scale.NATURAL;
        this.floor = floor;
        this.ceiling = ceiling;
        this.first = years[0];
        this.last = years[years.length - 1];
        this.model = Model.of(
                method.model(), years, Arrays.stream(values).map(this::seen).toArray());
    }

    Scale scale() {
        return scale;
    }

    /** The last year of which it says anything: no farther ahead than there are years behind. */
    int horizon(int farthest) {
        return last + Math.min(farthest, last - first);
    }

    /**
     * What it says of a year.
     *
     * @param least the least value that meets the target, null where there is none
     * @param most the largest one, null where there is none
     */
    Projection project(int year, Double least, Double most) {
        Forecast forecast = model.at(year);
        if (!(forecast.error() > 0)) {
            return new Projection(shown(forecast.mean()), null, null, null, null, null);
        }
        double half80 = Student.quantile(forecast.degrees(), 0.90) * forecast.error();
        double half95 = Student.quantile(forecast.degrees(), 0.975) * forecast.error();
        return new Projection(
                shown(forecast.mean()),
                shown(forecast.mean() - half80),
                shown(forecast.mean() + half80),
                shown(forecast.mean() - half95),
                shown(forecast.mean() + half95),
                chance(forecast, least, most));
    }

    /** The first year after the last value, up to the horizon, in which the most likely value meets the target; null if none. */
    Integer reached(Double least, Double most, int farthest) {
        for (int year = last + 1; year <= horizon(farthest) && (least != null || most != null); year++) {
            double value = Exact.figure(shown(model.at(year).mean()));
            if ((least == null || value >= least) && (most == null || value <= most)) {
                return year;
            }
        }
        return null;
    }

    private double seen(double value) {
        return switch (scale) {
            case LOGIT -> {
                double part = Math.min(Math.max(value / ceiling, NEAREST), 1 - NEAREST);
                yield Math.log(part / (1 - part));
            }
            case LOG -> Math.log(value);
            case NATURAL -> value;
        };
    }

    /** A value as it can be: what the model puts beyond a bound stands at the bound. */
    private double shown(double y) {
        double value = switch (scale) {
            case LOGIT -> ceiling / (1 + Math.exp(-y));
            case LOG -> Math.exp(y);
            case NATURAL -> y;
        };
        double notBelow = floor == null ? value : Math.max(floor, value);
        return ceiling == null ? notBelow : Math.min(ceiling, notBelow);
    }

    /** What stands at a bound has reached it. */
    private Double chance(Forecast forecast, Double least, Double most) {
        if (least == null && most == null) {
            return null;
        }
        if (floor != null && most != null && most < floor || ceiling != null && least != null && least > ceiling) {
            return 0.0; // no value can be there
        }
        TDistribution t = Student.of(forecast.degrees());
        boolean noLeast = least == null || floor != null && least <= floor;
        boolean noMost = most == null || ceiling != null && most >= ceiling;
        double below = noLeast ? 0 : share(forecast, t, least);
        double upTo = noMost ? 1 : share(forecast, t, most);
        return Math.max(0, upTo - below);
    }

    /** The probability of a value below a bound. */
    private double share(Forecast forecast, TDistribution t, double bound) {
        return scale == Scale.LOG && bound <= 0
                ? 0
                : t.cumulativeProbability((seen(bound) - forecast.mean()) / forecast.error());
    }
}
