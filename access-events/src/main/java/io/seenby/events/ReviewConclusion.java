package io.seenby.events;

/** What somebody who reviewed an access thinks of it. */
public enum ReviewConclusion implements WireCode {
    APPROPRIATE("appropriate"),
    INAPPROPRIATE("inappropriate");

    private final String wire;

    ReviewConclusion(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
