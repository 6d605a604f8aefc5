package io.seenby.events.json;

/** A text that is not the JSON we read. {@link #getMessage} is a predicate such as "is not UTF-8"; no text is quoted. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final long offset;

    MalformedJson(String message, long offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Byte offset of the fault, from 0. */
    public long offset() {
        return offset;
    }
}
