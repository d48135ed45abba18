package org.minsheng.progress;

import org.minsheng.catalogue.ProjectionMethod;

/** What goes on with a series: of each year to come the most likely value, and how far from it the value may be. */
interface Model {
    /**
     * What is said of a year.
     *
     * @param mean the most likely value
     * @param error the standard error of a value of that year about it; zero where none can be told
     * @param degrees the degrees of freedom of Student's t distribution, whose quantiles times the error are the bounds
     */
    record Forecast(double mean, double error, int degrees) {}

    /** Of a year after the last value. */
    Forecast at(int year);

    /**
     * The model of a series of three values or more.
     *
     * @param years in order, each once
     */
    static Model of(ProjectionMethod.Model model, int[] years, double[] values) {
        return switch (model) {
            case DRIFT -> new Drift(years, values, 1);
            case DAMPED -> new Drift(years, values, Drift.DAMPING);
            case LINE -> new Line(years, values);
            case NONE -> throw new IllegalArgumentException("no model says nothing of a year");
        };
    }
}
