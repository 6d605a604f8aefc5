package io.seenby.events;

/** What the record is kept on. */
public enum Medium implements WireCode {
    ELECTRONIC("electronic"),
    PAPER("paper"),
    PHYSICAL("physical");

    private final String wire;

    Medium(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
