package io.seenby.events;

/** Which moment of a session an authentication event tells of. */
public enum AuthenticationStep implements WireCode {
    LOGIN("login"),
    LOGOUT("logout"),
    STEP_UP("step-up");

    private final String wire;

    AuthenticationStep(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
