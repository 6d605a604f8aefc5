package io.seenby.events;

/** Whether the client is a person or an organisation. */
public enum ClientKind implements WireCode {
    PERSON("person"),
    ORGANISATION("organisation");

    private final String wire;

    ClientKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
