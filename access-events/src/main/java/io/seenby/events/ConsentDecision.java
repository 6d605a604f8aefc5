package io.seenby.events;

/** Whether the client permits or forbids. */
public enum ConsentDecision implements WireCode {
    PERMIT("permit"),
    DENY("deny");

    private final String wire;

    ConsentDecision(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
