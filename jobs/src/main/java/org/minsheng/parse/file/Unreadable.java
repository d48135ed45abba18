package org.minsheng.parse.file;

/** A file that cannot be read as a table, as a whole. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Why {
        /** It holds nothing. */
        EMPTY,
        /** It is damaged, or of another kind. */
        UNREADABLE,
        /** It asks for a password. */
        PROTECTED,
        /** It would take more memory than a file may. */
        TOO_LARGE
    }

    private final Why why;

    /** A file, with what is wrong and what to do, in few words. */
    public Unreadable(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why it is unreadable. */
    public Why why() {
        return why;
    }
}
