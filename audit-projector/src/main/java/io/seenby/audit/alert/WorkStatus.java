package io.seenby.audit.alert;

import io.seenby.events.WireCode;

/** How far people are with an alert: what {@code worked_alerts.work} says. */
enum WorkStatus implements WireCode {
    /** Nobody has done anything, or what was done is over. */
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    ASSIGNED("assigned"),
    /** Until a moment that is still to come. */
    SUPPRESSED("suppressed"),
    /** And nothing was found since. */
    JUDGED("judged");

    private final String wire;

    WorkStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
