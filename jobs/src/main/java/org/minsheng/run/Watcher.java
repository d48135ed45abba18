package org.minsheng.run;

import org.minsheng.lake.Lake;
import org.minsheng.lake.Table;
import org.minsheng.stage.Change;
import org.minsheng.stage.Outcome;

/** Is told what a run is at, for whoever looks on; each call comes from a thread of its own choice. */
public interface Watcher {
    /** Nobody looks on. */
    Watcher NOBODY = new Watcher() {};

    /**
     * A stage begins.
     *
     * @param lastMillis how long the run before took over it; 0 where it did not do it
     */
    default void begins(String stage, Change reason, long lastMillis) {}

    /** Spark is at a step of it; several a second. */
    default void at(Step step) {}

    /** A stage is done. */
    default void done(String stage, Outcome outcome, long millis) {}

    /** A stage has failed. */
    default void failed(String stage) {}

    /** A stage had nothing to do. */
    default void skipped(String stage) {}

    /** Upkeep of a table is done. */
    default void kept(Table table, Lake.Files before, Lake.Files after) {}

    /** Upkeep has found something broken. */
    default void broken(String finding) {}

    /**
     * What Spark is at.
     *
     * @param description as the code gives it, such as "write workbooks"; null where it gives none
     * @param done tasks that are done
     * @param total tasks that there are
     * @param millis since the first of them began
     */
    record Step(String description, int done, int total, long millis) {
        /** How long the rest will take if it goes on like this; 0 where that cannot be told yet. */
        public long millisLeft() {
            return done == 0 ? 0 : millis * (total - done) / done;
        }
    }
}
