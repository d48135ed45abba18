package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Rejected;

/** All that came of a file, for a look at it. */
record Parsed(Account account, List<Observed> observed, List<Rejected> rejected) {
    String layout() {
        return account.layout();
    }

    long cells() {
        return account.cells();
    }

    static Parsed of(FileParser parser, byte[] bytes) {
        try {
            Path file = Files.createTempFile("parsed", ".bin");
            try {
                Files.write(file, bytes);
                return of(parser, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parsed of(FileParser parser, Path file) {
        List<Observed> observed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        try (Parsing parsing = parser.parse(file, file.getFileName().toString(), 2099)) {
            parsing.forEachRemaining(part -> {
                if (part instanceof Observed o) {
                    observed.add(o);
                } else if (part instanceof Conflict conflict) {
                    // As the stage does it when all of the file is read.
                    Observed first = observed.stream()
                            .filter(o -> o.series().equals(conflict.series())
                                    && o.refArea().equals(conflict.refArea())
                                    && o.year() == conflict.year())
                            .findFirst()
                            .orElseThrow();
                    observed.remove(first);
                    rejected.add(new Rejected(
                            first.sheet(),
                            first.cell(),
                            first.raw(),
                            1,
                            Reason.CONFLICTING_VALUES,
                            conflict.place(),
                            first.series(),
                            first.refArea()));
                } else {
                    rejected.add((Rejected) part);
                }
            });
            Account account = parsing.account();
            return account.broken()
                    ? new Parsed(account, List.of(), rejected.subList(rejected.size() - 1, rejected.size()))
                    : new Parsed(account, observed, rejected);
        }
    }

    /** Each cell seen is an observation, within a reject, a label or ignored. */
    void assertReconciled() {
        if (!account.broken()) {
            assertThat(observed.size()
                            + rejected.stream().mapToLong(Rejected::cells).sum()
                            + account.labels()
                            + account.ignored())
                    .as("each cell is one thing")
                    .isEqualTo(account.cells());
        }
    }
}
