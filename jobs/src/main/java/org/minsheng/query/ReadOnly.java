package org.minsheng.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.minsheng.conf.ConfException;
import scala.runtime.BoxedUnit;

/**
 * Tells statements that only read from those that change something, by the plans that Spark makes of them and not by their
 * words. It keeps people from mistakes; what they may write to is a matter of the permissions of files.
 */
final class ReadOnly {
    private ReadOnly() {}

    /**
     * What a statement says, without doing it. By the parser of Spark alone: what Delta adds to its language changes tables, and
     * some of it (RESTORE) as soon as it is looked at.
     *
     * @throws ConfException if it would change something
     */
    static LogicalPlan parsed(String statement) throws ParseException {
        LogicalPlan parsed = new SparkSqlParser().parsePlan(statement);
        if (!describes(parsed)) {
            refuseChanges(parsed);
        }
        return parsed;
    }

    static boolean listsTables(LogicalPlan parsed) {
        return parsed instanceof ShowTables;
    }

    /**
     * The rows that it asks for.
     *
     * @throws ConfException if it would change something, which may hang on a name that Spark computes only now (IDENTIFIER)
     */
    static Dataset<Row> rows(SparkSession spark, LogicalPlan parsed) {
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        if (describes(parsed)) {
            return org.apache.spark.sql.classic.Dataset.ofRows(session, parsed);
        }
        LogicalPlan analyzed = session.sessionState()
                .executePlan(parsed, CommandExecutionMode.SKIP())
                .analyzed();
        refuseChanges(analyzed);
        return org.apache.spark.sql.classic.Dataset.ofRows(session, analyzed);
    }

    private static boolean describes(LogicalPlan parsed) {
        return listsTables(parsed)
                || parsed instanceof ShowColumns
                || parsed instanceof DescribeRelation
                || parsed instanceof DescribeColumn;
    }

    private static void refuseChanges(LogicalPlan plan) {
        List<LogicalPlan> changes = new ArrayList<>();
        plan.foreachWithSubqueries(step -> {
            if (step instanceof Command
                    || step instanceof ParsedStatement
                    || step instanceof UnresolvedExecuteImmediate
                    || step instanceof ScriptTransformation) {
                changes.add(step);
            }
            return BoxedUnit.UNIT;
        });
        if (!changes.isEmpty()) {
            throw new ConfException(
                    "query",
                    "it would do more than read (" + changes.get(0).nodeName() + ")",
                    "Only queries, DESCRIBE, SHOW TABLES and SHOW COLUMNS are answered; tables are written by runs alone");
        }
    }
}
