package io.seenby.events;

/** How the organisation knows of a disclosure. */
public enum KnownBy implements WireCode {
    SYSTEM("system"),
    ATTESTATION("attestation"),
    REPORT("report");

    private final String wire;

    KnownBy(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
