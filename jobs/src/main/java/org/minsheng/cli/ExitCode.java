package org.minsheng.cli;

import org.minsheng.conf.ConfException;
import org.minsheng.run.RunLock;

/** How the process ends, for those who call it. */
public final class ExitCode {
    public static final int DONE = 0;
    /** Done, but something needs a look. */
    public static final int LOOK = 1;
    /** Bad usage or configuration. */
    public static final int USAGE = 2;
    /** Another run holds the lock. */
    public static final int LOCKED = 3;

    public static final int FAILED = 4;

    private ExitCode() {}

    /** That of a failure. */
    public static int of(Exception failure) {
        if (failure instanceof ConfException) {
            return USAGE;
        }
        return failure instanceof RunLock.HeldException ? LOCKED : FAILED;
    }
}
