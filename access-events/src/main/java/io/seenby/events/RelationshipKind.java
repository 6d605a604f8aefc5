package io.seenby.events;

/** What ties an actor to a client. */
public enum RelationshipKind implements WireCode {
    MATTER_TEAM("matter-team"),
    CARE_TEAM("care-team"),
    APPOINTMENT("appointment"),
    ACCOUNT("account"),
    ENGAGEMENT("engagement"),
    SUPERVISION("supervision"),
    TICKET("ticket");

    private final String wire;

    RelationshipKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
