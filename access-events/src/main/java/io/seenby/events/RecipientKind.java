package io.seenby.events;

/** Who received a disclosure. */
public enum RecipientKind implements WireCode {
    PERSON("person"),
    ORGANISATION("organisation"),
    PUBLIC_BODY("public-body"),
    PUBLIC("public");

    private final String wire;

    RecipientKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
