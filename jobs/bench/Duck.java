import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;

/**
 * Works out in DuckDB what the heart of progress does, from Parquet to Parquet, and prints how many seconds it took: the latest value
 * of each series, region and year, both sides of each indicator, prefectures and the province, gap to the target, yearly pace since
 * the base year, rank. No statuses, no projections. Arguments: the folder of Parquet files, how many threads.
 */
public final class Duck {
    private static final String SQL = """
            COPY (
              WITH latest AS (
                SELECT series, ref_area, time_period, arg_max(obs_value, (received_at, file)) AS value
                FROM read_parquet('%1$s/observation/*.parquet')
                GROUP BY ALL),
              region AS (SELECT * FROM read_parquet('%1$s/region/*.parquet')),
              above AS (
                SELECT today AS ref_area, today AS place FROM region WHERE ref_area = today
                UNION ALL SELECT ref_area, parent FROM region WHERE ref_area = today AND parent IS NOT NULL
                UNION ALL SELECT low.ref_area, middle.parent
                FROM region low JOIN region middle ON low.parent = middle.ref_area
                WHERE low.ref_area = low.today AND middle.parent IS NOT NULL),
              side AS (
                SELECT indicator, today AS ref_area, time_period + lag AS time_period,
                  sum(value * sign) FILTER (above) AS numerator, sum(value * sign) FILTER (NOT above) AS denominator
                FROM latest JOIN read_parquet('%1$s/term/*.parquet') USING (series) JOIN region USING (ref_area)
                GROUP BY ALL),
              placed AS (
                SELECT indicator, place AS ref_area, time_period,
                  CASE WHEN ratio THEN scale * sum(numerator) / sum(denominator)
                    ELSE scale * sum(numerator * coalesce(population, 1)) / sum(coalesce(population, 1)) END AS value,
                  any_value(target) AS target, any_value(base) AS base
                FROM side JOIN above USING (ref_area) JOIN region USING (ref_area)
                  JOIN read_parquet('%1$s/target/*.parquet') USING (indicator)
                GROUP BY indicator, place, time_period, ratio, scale)
              SELECT indicator, ref_area, time_period, level, value, value - target AS gap,
                (value - first_value(value) OVER since) / nullif(time_period - first_value(time_period) OVER since, 0) AS pace,
                rank() OVER (PARTITION BY indicator, level, time_period ORDER BY value DESC) AS rank
              FROM placed JOIN region USING (ref_area)
              WHERE value IS NOT NULL AND time_period >= base
              WINDOW since AS (PARTITION BY indicator, ref_area ORDER BY time_period)
            ) TO '%1$s/progress.parquet' (FORMAT parquet)
            """;

    public static void main(String[] args) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(args[1]));
            long start = System.nanoTime();
            long rows = statement.executeUpdate(String.format(Locale.ROOT, SQL, args[0]));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (rows == 0) {
                throw new IllegalStateException("DuckDB worked out no rows");
            }
            System.out.printf(Locale.ROOT, "duckdb seconds %.3f%n", seconds);
            System.out.printf(Locale.ROOT, "duckdb rows %d%n", rows);
        }
    }
}
