package org.minsheng.stage;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.minsheng.lake.Table;

/** A part of a run: what its results rest on, what it writes, and how it is done. Made anew for each run. */
public interface Stage {
    /** Its name on the command line, in the log and in the table of runs. */
    String word();

    /** The tables that its results rest on. */
    List<Table> reads();

    /** The tables that it writes; none where it writes files alone. */
    List<Table> writes();

    /**
     * Changes with all else that its results rest on, such as files; empty where they rest on tables alone.
     *
     * @throws IOException if the files cannot be looked at; names them
     */
    default String files() throws IOException {
        return "";
    }

    /**
     * Does it.
     *
     * @throws IOException if a file cannot be read or written; names it. What was not finished is as it was, or is taken away
     *     by the next run
     */
    Outcome run(StageContext context, Occasion occasion) throws IOException;

    /** The tables in which a change by somebody else touches it. */
    default List<Table> tables() {
        return Stream.concat(reads().stream(), writes().stream()).distinct().toList();
    }
}
