package io.seenby.events;

/** What was done. Set from the event's type, never by the publisher. */
public enum Action implements WireCode {
    READ("read"),
    SEARCH("search"),
    EXPORT("export"),
    PRINT("print"),
    DENIED("denied"),
    AUTHENTICATE("authenticate"),
    DISCLOSE("disclose");

    private final String wire;

    Action(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
