package io.seenby.events;

/** Authenticator assurance level of the actor's session (NIST SP 800-63B). */
public enum Assurance implements WireCode {
    AAL1("aal1"),
    AAL2("aal2"),
    AAL3("aal3");

    private final String wire;

    Assurance(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
