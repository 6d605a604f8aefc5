package io.seenby.audit.door;

/** A question could not be recorded now, so its answer must not leave. Asking again later may help. */
public final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecorded(Throwable cause) {
        super("the ledger cannot take the question", cause);
    }
}
