package io.seenby.events;

/** What was asked of the audit API. */
public enum Question implements WireCode {
    CLIENT_TRAIL("client-trail"),
    ACTOR_TRAIL("actor-trail"),
    RECORD_TRAIL("record-trail"),
    TRAIL("trail"),
    ENTRY("entry"),
    UNSEALED_ENTRY("unsealed-entry"),
    DISCLOSURES("disclosures"),
    CLIENT_LOOKUP("client-lookup"),
    ALERTS("alerts"),
    ALERT_STREAM("alert-stream"),
    ALERT_STREAM_CLIENT("alert-stream-client"),
    FINDINGS("findings"),
    PUBLISHERS("publishers"),
    LEDGER_ENTRIES("ledger-entries"),
    OWN_ACCESSES("own-accesses"),
    RULES("rules"),
    OTHER("other");

    private final String wire;

    Question(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
