package io.seenby.cli.export;

/** The ledger could not be read to its end, so nothing can be said of it: one sentence for people. */
public final class SourceUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SourceUnreadable(String why) {
        super(why);
    }

    public SourceUnreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
