package org.minsheng.run;

import java.util.Map;
import java.util.Optional;
import org.minsheng.stage.Change;

/**
 * What the results of a stage rest on: while all of it is as it was when the stage was done, there is nothing to do.
 *
 * @param conf fingerprint of the configuration
 * @param program its version and build
 * @param files fingerprint of the files that the stage looks at; null where it has to look again in any case
 * @param tables the last commit of each table that the stage reads or writes
 */
record Basis(String conf, String program, String files, Map<String, Long> tables) {

    /** The same, where files have to be looked at again in any case. */
    Basis lookingAgain() {
        return new Basis(conf, program, null, tables);
    }

    /** The first thing that is no longer as it was; nothing where the results still hold. */
    Optional<Change> differs(Basis then) {
        if (!program.equals(then.program)) {
            return Optional.of(Change.PROGRAM);
        } else if (!conf.equals(then.conf)) {
            return Optional.of(Change.CONFIGURATION);
        } else if (!tables.equals(then.tables)) {
            return Optional.of(Change.TABLES);
        }
        return files != null && files.equals(then.files) ? Optional.empty() : Optional.of(Change.FILES);
    }
}
