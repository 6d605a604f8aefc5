package io.seenby.events;

/** What makes a client's information need more care. */
public enum Trait implements WireCode {
    VIP("vip"),
    DECEASED("deceased"),
    MINOR("minor"),
    EMPLOYEE("employee");

    private final String wire;

    Trait(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
