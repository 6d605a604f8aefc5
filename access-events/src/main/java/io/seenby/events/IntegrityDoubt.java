package io.seenby.events;

/** What does not agree. */
public enum IntegrityDoubt implements WireCode {
    /** A witness is configured and has not cosigned the latest checkpoint within the time it had. */
    UNWITNESSED("unwitnessed"),
    /** The witness saw another history of this ledger than we have. */
    REFUSED_BY_WITNESS("refused-by-witness"),
    /** The tree does not continue a checkpoint that was published. */
    CONTRADICTS_CHECKPOINT("contradicts-checkpoint"),
    /** The views are not what the ledger's records say. */
    VIEWS_DIFFER("views-differ");

    private final String wire;

    IntegrityDoubt(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
