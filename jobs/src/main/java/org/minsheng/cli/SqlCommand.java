package org.minsheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.MistakeWords;
import org.minsheng.conf.Settings;
import org.minsheng.conf.Texts;
import org.minsheng.query.Query;
import org.minsheng.query.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}: answers queries on the tables. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description =
                "Answers a query on the tables; without one, those that are typed at a prompt or come from a file. All"
                        + " tables of the lake are there; region, series, indicator and unit have the names beside the codes."
                        + " What would change a table is refused.")
public final class SqlCommand implements Callable<Integer> {
    /** A table is held in memory, as its columns are as wide as their widest value. */
    private static final int MOST_ROWS = 100_000;

    @Mixin
    private CommonOptions common;

    @Mixin
    private AsOfOption asOf;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "In Spark's SQL.")
    private String statement;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RowsOut.Format format = RowsOut.Format.table;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "The most rows of a table (default: ${DEFAULT-VALUE}); CSV and JSON have all.")
    private int limit = 1000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new ParameterException(
                    spec.commandLine(), "--limit " + limit + " is not possible: 1 to " + MOST_ROWS);
        }
        Settings settings = common.glance(asOf.settings()).settings();
        return Reading.run(settings, () -> common.configuration(asOf.settings()), (spark, tables) -> {
            Query query = new Query(spark, tables);
            RowsOut out = new RowsOut(format, limit, spec.commandLine().getOut());
            if (statement != null) {
                query.answer(statement, out::print);
            } else if (System.console() == null) {
                answerAll(query, out);
            } else {
                converse(query, out);
            }
            return ExitCode.DONE;
        });
    }

    /** A mistake ends a file of statements, as those after it may rest on what it was to show. */
    private static void answerAll(Query query, RowsOut out) throws Exception {
        Statements statements = Statements.of(System.in);
        for (Optional<String> next = statements.next(); next.isPresent(); next = statements.next()) {
            query.answer(next.get(), out::print);
        }
    }

    private void converse(Query query, RowsOut out) throws Exception {
        PrintWriter screen = spec.commandLine().getOut();
        Texts texts = Terminal.texts(common.spoken());
        MistakeWords words = new MistakeWords(common.spoken());
        screen.println(texts.get("shell.tables", String.join(", ", Tables.NAMES)));
        screen.println(texts.get("sql.how"));
        Statements statements =
                Statements.typed(Tables.NAMES, Path.of(System.getProperty("user.home"), ".minsheng_history"));
        for (Optional<String> next = statements.next(); next.isPresent(); next = statements.next()) {
            try {
                query.answer(next.get(), out::print);
            } catch (ConfException e) {
                e.problems().forEach(problem -> screen.println(texts.get("error", words.of(problem))));
            }
        }
    }
}
