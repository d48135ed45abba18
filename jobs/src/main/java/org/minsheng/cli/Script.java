package org.minsheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.MistakeWords;
import org.minsheng.conf.Texts;
import org.slf4j.LoggerFactory;

/** Statements of Java that come from a file, done one after another up to the first mistake: those after it may rest on it. */
final class Script {
    private final JShell shell;
    private final Texts texts;
    private final PrintWriter err;
    private final StringBuilder pending = new StringBuilder();
    /** The line with which what is pending begins. */
    private int first = 1;

    /**
     * In a shell that knows what they need.
     *
     * @param err where a mistake is told
     */
    Script(JShell shell, Texts texts, PrintWriter err) {
        this.shell = shell;
        this.texts = texts;
        this.err = err;
    }

    /**
     * A shell in this process, where the session is, on its class path.
     *
     * @param startup statements that go before all others
     */
    static JShell open(String startup) {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        StringWriter told = new StringWriter();
        Script first = new Script(shell, Terminal.texts(Language.EN), new PrintWriter(told));
        try {
            if (!first.run(new BufferedReader(new StringReader(startup)))) {
                throw new IllegalStateException(told.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of a text
        }
        return shell;
    }

    /** Does them; returns whether there was no mistake. */
    boolean run(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (pending.isEmpty()) {
                if (line.isBlank()) {
                    continue;
                } else if (line.strip().equals("/exit")) {
                    return true;
                } else if (line.strip().matches("/[a-z!?-].*")) {
                    tell(number, texts.get("shell.command"), line);
                    return false;
                }
                first = number;
                if (line.strip().startsWith("//")) {
                    continue;
                }
            }
            pending.append(line).append('\n');
            if (!doWhole()) {
                return false;
            }
        }
        return pending.isEmpty() || !isMistake(pending.toString());
    }

    /** Does what is whole of that which is pending. */
    private boolean doWhole() {
        while (!pending.isEmpty()) {
            CompletionInfo found = shell.sourceCodeAnalysis().analyzeCompletion(pending.toString());
            if (!found.completeness().isComplete()) {
                return true;
            }
            if (isMistake(found.source())) {
                return false;
            }
            String rest = found.remaining();
            first += (int) pending.substring(0, pending.length() - rest.length())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            pending.setLength(0);
            pending.append(rest.isBlank() ? "" : rest);
        }
        return true;
    }

    /** Does a statement, and tells the mistake in it if there is one. */
    private boolean isMistake(String source) {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                Optional<Diag> mistake =
                        shell.diagnostics(event.snippet()).filter(Diag::isError).findFirst();
                String whole = event.snippet().source();
                int at = mistake.map(Diag::getPosition)
                        .map(position -> Math.max(position, 0))
                        .orElse(0L)
                        .intValue();
                tell(whole, at, mistake.map(Script::words).orElse(whole));
                return true;
            } else if (event.exception() != null) {
                LoggerFactory.getLogger(Script.class).info("line {} of what came in", first, event.exception());
                tell(event.snippet().source(), 0, words(event.exception()));
                return true;
            }
        }
        return false;
    }

    private void tell(String source, int at, String what) {
        int line = (int) source.substring(0, Math.min(at, source.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
        tell(first + line, what, source.lines().skip(line).findFirst().orElse(""));
    }

    private void tell(int number, String what, String line) {
        err.println(texts.get("error", texts.get("shell.mistake", String.valueOf(number), what)));
        err.println("    " + line.strip());
        err.flush();
    }

    /** As Java's compiler says it, without the place in its own wrapping. */
    private static String words(Diag mistake) {
        return mistake.getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location:"))
                .collect(Collectors.joining("; "));
    }

    /** A mistake of ours in its own words, others with their kind. */
    private String words(JShellException failure) {
        if (failure instanceof EvalException thrown) {
            String kind = thrown.getExceptionClassName();
            String what = thrown.getMessage();
            if (kind.equals(ConfException.class.getName())) {
                return new MistakeWords(texts.language()).ofText(what);
            }
            return what == null ? kind : kind + ": " + what;
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
