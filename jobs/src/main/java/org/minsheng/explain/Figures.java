package org.minsheng.explain;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The figures to be explained.
 *
 * @param progress rows of the table progress, of the indicator at least
 * @param projection rows of the table projection, likewise
 * @param flags rows of the table flag, of the indicator's series at least
 * @param stored whether they are those of the lake; else they were computed for this
 * @param changed what has changed since the stored ones were made; null where nothing has
 */
public record Figures(
        Dataset<Row> progress, Dataset<Row> projection, Dataset<Row> flags, boolean stored, String changed) {}
