package io.seenby.events;

/** How information left. */
public enum Channel implements WireCode {
    ELECTRONIC("electronic"),
    E_MAIL("e-mail"),
    PORTAL("portal"),
    FAX("fax"),
    PAPER("paper"),
    VERBAL("verbal"),
    MEDIA("media"),
    SOCIAL_MEDIA("social-media"),
    OTHER("other");

    private final String wire;

    Channel(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
