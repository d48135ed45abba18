package org.minsheng.lake;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the lake.
 *
 * @param name its folder below the lake
 * @param schema its columns
 * @param key the columns that are unique together
 */
public record Table(String name, StructType schema, List<String> key) {}
