package io.seenby.access.erasure;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.TenantId;
import java.time.Instant;

/**
 * What somebody asked for and somebody else must approve, as the ledger has it.
 *
 * @param until first moment at which nobody can approve it any more
 * @param changed when it was asked for or, once it is, approved
 */
public record Duty(
        TenantId tenant,
        DutyId id,
        DutyKind what,
        ClientRef client,
        ActorRef requester,
        Instant until,
        State state,
        Instant changed) {

    /** How far it has come. */
    public enum State {
        REQUESTED,
        APPROVED,
        DONE
    }
}
