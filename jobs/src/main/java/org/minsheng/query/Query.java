package org.minsheng.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.Table;

/** Answers statements of SQL on the tables, each of which is a view of its name; one that changes anything is refused. */
public final class Query {
    /** Classes of SQLSTATE whose cause is the statement: not supported, several rows for one value, bad data, bad SQL. */
    private static final List<String> MISTAKES = List.of("0A", "21", "22", "42");

    private final SparkSession spark;
    private final Tables tables;

    /** What is done with the rows. */
    public interface Reader {
        void read(Dataset<Row> rows) throws Exception;
    }

    /** Queries of a session, whose views are made as statements name them. */
    public Query(SparkSession spark, Tables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    /**
     * Answers a statement.
     *
     * @param reader takes the rows, which are computed while it reads
     * @throws ConfException if there is a mistake in the statement, or it would change something
     */
    public void answer(String statement, Reader reader) throws Exception {
        try {
            LogicalPlan parsed = ReadOnly.parsed(statement);
            mentioned(statement, parsed).forEach(table -> tables.makeView(spark, table));
            reader.read(ReadOnly.rows(spark, parsed));
        } catch (Exception e) {
            if (e instanceof SparkThrowable told && isMistake(told)) {
                throw mistake(e.getMessage(), told);
            }
            throw e;
        }
    }

    /** Those whose names are in the text, as to open one takes a while: made anew, so that they are as of the statement. */
    private static Stream<Table> mentioned(String statement, LogicalPlan parsed) {
        return Tables.ALL.stream()
                .filter(table -> ReadOnly.listsTables(parsed)
                        || Pattern.compile("\\b" + table.name() + "\\b", Pattern.CASE_INSENSITIVE)
                                .matcher(statement)
                                .find());
    }

    private static boolean isMistake(SparkThrowable told) {
        String state = told.getSqlState();
        return state != null && MISTAKES.contains(state.substring(0, 2));
    }

    private ConfException mistake(String message, SparkThrowable told) {
        if ("TABLE_OR_VIEW_NOT_FOUND".equals(told.getCondition())) {
            return tables.missing(
                    told.getMessageParameters().get("relationName").replace("`", ""));
        }
        String said =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return new ConfException(
                "query",
                said.replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                        .replaceFirst("\\.?\\s*SQLSTATE: \\w{5}", "")
                        .replaceFirst("[.;]$", "")
                        .replace(". ;", ";"),
                "");
    }
}
