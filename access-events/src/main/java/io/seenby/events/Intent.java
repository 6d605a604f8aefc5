package io.seenby.events;

/** Whether somebody meant to (45 CFR 164.502(a)(1)(iii) knows incidental uses). */
public enum Intent implements WireCode {
    DELIBERATE("deliberate"),
    INCIDENTAL("incidental");

    private final String wire;

    Intent(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
