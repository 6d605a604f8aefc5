package io.seenby.access.erasure;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.EventType;
import io.seenby.events.HoldRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an entry says about erasures. */
sealed interface Noted {

    /** The types of entries that say something; of others not even the proof is looked at. */
    Set<EventType> TYPES = EnumSet.of(
            EventType.INFORMATION_DISCLOSED,
            EventType.LEGAL_HOLD_PLACED,
            EventType.LEGAL_HOLD_RELEASED,
            EventType.DUTY_REQUESTED,
            EventType.DUTY_APPROVED,
            EventType.CLIENT_ERASED);

    TenantId tenant();

    /** Something about these clients was released. */
    record Disclosed(TenantId tenant, List<ClientRef> clients, Instant at) implements Noted {}

    record Held(TenantId tenant, ClientRef client, HoldRef hold) implements Noted {}

    record Released(TenantId tenant, ClientRef client, HoldRef hold) implements Noted {}

    record Requested(
            TenantId tenant, DutyId duty, DutyKind what, ClientRef client, ActorRef by, Instant at, Instant until)
            implements Noted {}

    record Approved(TenantId tenant, DutyId duty, ActorRef by, Instant at) implements Noted {}

    record Erased(TenantId tenant, DutyId duty, ClientRef client) implements Noted {}

    /** Empty where it says nothing. */
    static Optional<Noted> of(LedgerEntry entry) {
        return switch (entry.event()) {
            case LedgerEvent.InformationDisclosed event ->
                entry.clients().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Disclosed(entry.tenant(), entry.clients(), entry.occurredAt()));
            case LedgerEvent.LegalHoldPlaced event ->
                Optional.of(new Held(entry.tenant(), client(entry), event.hold()));
            case LedgerEvent.LegalHoldReleased event ->
                Optional.of(new Released(entry.tenant(), client(entry), event.hold()));
            case LedgerEvent.DutyRequested event ->
                Optional.of(new Requested(
                        entry.tenant(),
                        event.duty(),
                        event.kind(),
                        client(entry),
                        entry.actor().ref(),
                        entry.recordedAt(),
                        event.until()));
            case LedgerEvent.DutyApproved event ->
                Optional.of(
                        new Approved(entry.tenant(), event.duty(), entry.actor().ref(), entry.recordedAt()));
            case LedgerEvent.ClientErased event -> Optional.of(new Erased(entry.tenant(), event.duty(), client(entry)));
            case LedgerEvent.Access event -> Optional.empty();
            case LedgerEvent.ClientFact event -> Optional.empty();
            case LedgerEvent.ActorFact event -> Optional.empty();
            case LedgerEvent.RelationshipFact event -> Optional.empty();
            case LedgerEvent.ExceptionEvent event -> Optional.empty();
            case LedgerEvent.PublisherEvent event -> Optional.empty();
            case LedgerEvent.ServiceEvent event -> Optional.empty();
        };
    }

    private static ClientRef client(LedgerEntry entry) {
        return entry.clients().get(0);
    }
}
