package org.minsheng.ingest;

/** Says why a file as a whole cannot be read as a table. */
final class Unreadable extends Exception {
    private final Reason reason;

    Unreadable(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
