package org.minsheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Takes statements one after another from lines that a person types, or that a file holds: each ends with a ; at the end of a line. */
final class Statements {
    /** Where lines come from. */
    interface Lines {
        /**
         * The next one.
         *
         * @param first whether a statement begins with it
         * @return null at the end
         */
        String read(boolean first) throws IOException;
    }

    private final Lines lines;

    Statements(Lines lines) {
        this.lines = lines;
    }

    /** Those of a stream. */
    static Statements of(InputStream in) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Statements(first -> reader.readLine());
    }

    /**
     * Those of whoever sits before the terminal: with a history that outlives the session, and names that the tab key completes.
     *
     * @param history where it is kept
     */
    static Statements typed(List<String> names, Path history) throws IOException {
        Terminal terminal = TerminalBuilder.builder().system(true).build();
        DefaultParser plain = new DefaultParser();
        plain.setQuoteChars(null); // SQL ends a statement with a semicolon, and not where a quote closes
        plain.setEscapeChars(null);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(plain)
                .completer(new StringsCompleter(names))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // != is no event of the history
                .build();
        return new Statements(first -> {
            try {
                return reader.readLine(first ? "minsheng> " : "      ..> ");
            } catch (EndOfFileException e) {
                if (!first) {
                    throw new UserInterruptException(""); // half a statement is not answered
                }
                return null;
            }
        });
    }

    /** The next statement; nothing at the end, or after {@code quit} or {@code exit}. */
    Optional<String> next() throws IOException {
        StringBuilder statement = new StringBuilder();
        while (true) {
            String line;
            try {
                line = lines.read(statement.isEmpty());
            } catch (UserInterruptException e) {
                statement.setLength(0); // Ctrl-C takes back what was typed
                continue;
            }
            if (line == null) {
                return Optional.of(statement.toString()).filter(rest -> !rest.isBlank());
            }
            if (statement.isEmpty() && line.strip().matches("(?i)(quit|exit)\\s*;?")) {
                return Optional.empty();
            }
            if (!statement.isEmpty() || !line.isBlank()) {
                statement.append(line).append('\n');
            }
            if (line.stripTrailing().endsWith(";")) {
                return Optional.of(statement.toString());
            }
        }
    }
}
