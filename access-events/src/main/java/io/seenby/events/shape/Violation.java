package io.seenby.events.shape;

/**
 * What is wrong, and where.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent; empty for the whole
 */
public record Violation(String pointer, String message) {

    static final String UNKNOWN_FIELD = "is not a field of this object";

    /** Said of the object itself: the name does not look like one, so it may be what should have been a value. */
    static final String STRANGE_FIELD = "has a field that is not known";

    /**
     * Both in one line for logs and tables. It holds nothing of the value: where the pointer would end in the name of
     * an unknown field, which whoever sent it was free to choose, it ends before it.
     */
    public String withoutText() {
        boolean chosenBySender = message.equals(UNKNOWN_FIELD);
        String known = chosenBySender ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer;
        return (known.isEmpty() ? "value" : known) + " " + (chosenBySender ? STRANGE_FIELD : message);
    }
}
