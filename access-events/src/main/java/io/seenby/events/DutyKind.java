package io.seenby.events;

/** What needs two people. */
public enum DutyKind implements WireCode {
    /** The clients' data keys are destroyed. */
    CLIENT_ERASURE("client-erasure");

    private final String wire;

    DutyKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
