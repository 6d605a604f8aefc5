package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.DutyId;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent;

/** More words: about clients who are to be forgotten. */
final class ErasureWords {

    private ErasureWords() {}

    static Happening erased(String client) {
        return new Happening(
                EventType.CLIENT_ERASED,
                new LedgerEvent.ClientErased(new DutyId("duty-1")),
                "seenby",
                ActorKind.SERVICE,
                client);
    }

    /** Of the service's own: it asks for nothing and finds nothing. */
    static Happening approved(String client) {
        return new Happening(
                EventType.DUTY_APPROVED,
                new LedgerEvent.DutyApproved(new DutyId("duty-1")),
                "approver-01",
                ActorKind.WORKFORCE,
                client);
    }
}
