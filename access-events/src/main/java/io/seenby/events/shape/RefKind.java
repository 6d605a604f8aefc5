package io.seenby.events.shape;

/** Separates the domains of keyed refs: the same text as a client id and as an actor id gives two unrelated refs. */
public enum RefKind {
    CLIENT,
    ACTOR,
    RECORD,
    RECIPIENT,
    CONSENT,
    RELATIONSHIP,
    TEAM,
    WALL,
    HOLD,
    SESSION,
    SURNAME,
    HOUSEHOLD,
    STREET,
    TERM;

    /** The label that goes into the HMAC; never changed. */
    public String label() {
        return "seenby/" + name().toLowerCase(java.util.Locale.ROOT) + "/v1";
    }
}
