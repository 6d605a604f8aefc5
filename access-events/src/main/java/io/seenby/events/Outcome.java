package io.seenby.events;

/** How it ended. */
public enum Outcome implements WireCode {
    SUCCESS("success"),
    PARTIAL("partial"),
    FAILURE("failure");

    private final String wire;

    Outcome(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
