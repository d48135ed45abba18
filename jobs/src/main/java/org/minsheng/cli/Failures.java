package org.minsheng.cli;

import java.io.PrintWriter;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.MistakeWords;
import org.minsheng.conf.Texts;
import org.minsheng.run.RunRecord;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a user why a command could not be done, and gives the exit code. No stack trace reaches the user; the log has it. */
public final class Failures {
    private final Texts texts;
    private final MistakeWords words;

    /** In the words of a language. */
    public Failures(Texts texts) {
        this.texts = texts;
        this.words = new MistakeWords(texts.language());
    }

    /** Of a command that was at work. */
    public int ofWork(Exception failure, CommandLine command) {
        int code = ExitCode.of(failure);
        PrintWriter err = command.getErr();
        if (failure instanceof ConfException mistakes) {
            mistakes.problems().forEach(problem -> err.println(texts.get("error", words.of(problem))));
            if (mistakes.problems().size() > 1
                    && mistakes.problems().stream().anyMatch(problem -> problem.line() > 0)) {
                err.println(
                        texts.get("errors", String.valueOf(mistakes.problems().size())));
            }
        } else if (code == ExitCode.LOCKED) {
            err.println(texts.get("error", words.of(failure.getMessage())));
        } else {
            LoggerFactory.getLogger(Failures.class).error("{} failed", command.getCommandName(), failure);
            err.println(texts.get("error", texts.get("failed", command.getCommandName(), innermost(failure))));
            err.println(texts.get("failed.then", log()));
        }
        JsonOption json = JsonOption.of(command);
        if (json != null) {
            json.print(RunRecord.refused(command.getCommandName(), code, failure), command.getOut());
        }
        return code;
    }

    /** Of a command line that means nothing: what is wrong with it, and where help is; not all of that at once. */
    public int ofUsage(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(texts.get("error", words.of(mistake.getMessage())));
        if (mistake instanceof UnmatchedArgumentException unknown
                && !unknown.getSuggestions().isEmpty()) {
            err.println(texts.get("usage.near", String.join(texts.get("summary.and"), unknown.getSuggestions())));
        }
        boolean isSubcommand = command.getParent() != null;
        err.println(texts.get("usage.hint", isSubcommand ? " " + command.getCommandName() : ""));
        return ExitCode.USAGE;
    }

    /** Of Java itself, such as no memory or a jar that is damaged: it would end with 1, as if a run was done. */
    public int ofJava(Error failure, PrintWriter err) {
        LoggerFactory.getLogger(Failures.class).error("failed", failure);
        err.println(texts.get("error", failure));
        err.println(texts.get("failed.then", log()));
        return ExitCode.FAILED;
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Where the launcher has the log written, in brackets; nothing where there is none. */
    private static String log() {
        String file = System.getProperty("minsheng.log", "/dev/null");
        return file.equals("/dev/null") ? "" : " (" + file + ")";
    }
}
