package io.seenby.events;

/** Who looked, by their standing towards the organisation. */
public enum ActorKind implements WireCode {
    WORKFORCE("workforce"),
    CONTRACTOR("contractor"),
    SERVICE("service"),
    CLIENT("client");

    private final String wire;

    ActorKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
