package org.minsheng.notebooks;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Evaluates cells of Java by jshell, in this process. */
final class Cells {
    /** Kinds of snippets that are there for their value. */
    private static final Set<SubKind> VALUES = EnumSet.of(
            SubKind.VAR_VALUE_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND);

    private final InPlace execution = new InPlace();
    private final JShell shell =
            JShell.builder().executionEngine(execution, Map.of()).build();
    private final SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();

    /** Where suggestions go: from {@code start} to the cursor. */
    record Suggestions(List<String> texts, int start) {}

    /**
     * Evaluates all that is in a cell.
     *
     * @return the value of what comes last, or null if that is no expression
     * @throws CellException if it does not come to its end
     */
    String evaluate(String cell) {
        execution.begin();
        String value = null;
        CompletionInfo part = analysis.analyzeCompletion(cell);
        for (; part.completeness().isComplete(); part = analysis.analyzeCompletion(part.remaining())) {
            value = evaluatePart(part.source().strip());
        }
        if (part.completeness() != Completeness.EMPTY) {
            throw new CellException("This does not end, such as for a bracket that is missing:\n"
                    + part.remaining().strip());
        }
        return value;
    }

    private String evaluatePart(String source) {
        List<SnippetEvent> events = shell.eval(source);
        if (execution.isInterrupted()) {
            throw new CellException("Interrupted.");
        }
        String value = null;
        for (SnippetEvent event : events) {
            if (event.exception() != null) {
                throw new CellException(told(event.exception()));
            }
            // With a cause, it is one of before that means something else now.
            if (event.causeSnippet() == null) {
                if (!event.status().isDefined()) {
                    throw new CellException(mistakes(event.snippet()));
                }
                value = VALUES.contains(event.snippet().subKind()) ? event.value() : null;
            }
        }
        return value;
    }

    /** Ends what is evaluated now. */
    void interrupt() {
        execution.stop();
    }

    /** How far a text is a cell that can be evaluated. */
    Completeness completeness(String cell) {
        CompletionInfo part = analysis.analyzeCompletion(cell);
        while (part.completeness().isComplete() && !part.remaining().isBlank()) {
            part = analysis.analyzeCompletion(part.remaining());
        }
        return part.completeness();
    }

    /** What can stand at the cursor. */
    Suggestions suggestions(String cell, int cursor) {
        int start = start(cell, cursor);
        int[] anchor = new int[1];
        List<String> texts =
                analysis.completionSuggestions(cell.substring(start, cursor), cursor - start, anchor).stream()
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList();
        return new Suggestions(texts, start + anchor[0]);
    }

    /** The signatures of the method that is called at the cursor. */
    List<String> signatures(String cell, int cursor) {
        int end = cursor;
        while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
            end++;
        }
        int start = start(cell, end);
        String call = cell.substring(start, end) + (end < cell.length() && cell.charAt(end) == '(' ? "(" : "");
        return analysis.documentation(call, call.length(), false).stream()
                .map(Documentation::signature)
                .toList();
    }

    /** Where that begins in which the cursor is: jshell looks at one statement or declaration only. */
    private int start(String cell, int cursor) {
        int start = 0;
        CompletionInfo part = analysis.analyzeCompletion(cell.substring(0, cursor));
        while (part.completeness().isComplete() && !part.remaining().isBlank()) {
            start = cursor - part.remaining().length();
            part = analysis.analyzeCompletion(part.remaining());
        }
        return start;
    }

    /** What the compiler says of a snippet, each with the line that it says it of. */
    private String mistakes(Snippet snippet) {
        Stream<String> mistakes =
                shell.diagnostics(snippet).filter(Diag::isError).map(diag -> mistake(diag, snippet.source()));
        Stream<String> unknown = snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).map(name -> "not known: " + name)
                : Stream.empty();
        return Stream.concat(mistakes, unknown).collect(Collectors.joining("\n"));
    }

    private static String mistake(Diag diag, String source) {
        int at = (int) Math.max(0, Math.min(diag.getPosition(), source.length()));
        int from = source.lastIndexOf('\n', at - 1) + 1;
        int to = source.indexOf('\n', at);
        return diag.getMessage(null) + "\n    "
                + source.substring(from, to < 0 ? source.length() : to).strip();
    }

    /** An exception, the lines of cells that it came from and what caused it; its message alone where it was made to be read so. */
    private String told(JShellException exception) {
        StackTraceElement[] places = exception.getStackTrace();
        if (places.length == 0 && exception.getMessage() != null) {
            return exception.getMessage();
        }
        StringBuilder text = new StringBuilder(named(exception));
        for (StackTraceElement place : places) {
            line(place).ifPresent(line -> text.append("\n    at ").append(line));
        }
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(named(cause));
        }
        return text.toString();
    }

    private static String named(Throwable thrown) {
        String name = thrown instanceof EvalException e
                ? e.getExceptionClassName()
                : thrown.getClass().getName();
        return name + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    /** The line of a cell, of which jshell has the number only. */
    private Optional<String> line(StackTraceElement place) {
        return shell.snippets()
                .filter(snippet -> ("#" + snippet.id()).equals(place.getFileName()))
                .flatMap(snippet -> snippet.source().lines().skip(place.getLineNumber() - 1L))
                .findFirst()
                .map(String::strip);
    }
}
