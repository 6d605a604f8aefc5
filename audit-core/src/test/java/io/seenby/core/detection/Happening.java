package io.seenby.core.detection;

import io.seenby.events.Actor;
import io.seenby.events.ActorKind;
import io.seenby.events.EventId;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LegalBasis;
import io.seenby.events.Outcome;
import io.seenby.events.PublisherId;
import io.seenby.events.Purpose;
import io.seenby.events.RecordItem;
import io.seenby.events.RecordRef;
import io.seenby.events.TenantId;
import io.seenby.events.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Something that happened, told in {@link Words}; it becomes an entry when it gets its place in the ledger. */
final class Happening {

    static final TenantId TENANT = new TenantId("st-anna");

    private final EventType type;
    private final String actor;
    private final String[] clients;
    private LedgerEvent event;
    private ActorKind kind;
    private String instance = "main";
    private OptionalLong sequence = OptionalLong.empty();
    private Optional<String> role = Optional.empty();
    private List<String> labels = List.of();
    private Optional<String> recordType = Optional.empty();
    private Optional<Purpose> purpose = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Instant> occurredAt = Optional.empty();
    private Optional<Instant> recordedAt = Optional.empty();

    Happening(EventType type, LedgerEvent event, String actor, ActorKind kind, String... clients) {
        this.type = type;
        this.event = event;
        this.actor = actor;
        this.kind = kind;
        this.clients = clients;
    }

    /** Untold, it comes from the instance main. */
    Happening from(String which) {
        instance = which;
        return this;
    }

    Happening numbered(long number) {
        sequence = OptionalLong.of(number);
        return this;
    }

    Happening by(ActorKind other) {
        kind = other;
        return this;
    }

    /** The actor has this role, on the ward. */
    Happening as(String work) {
        role = Optional.of(work);
        return this;
    }

    Happening of(String type) {
        recordType = Optional.of(type);
        return this;
    }

    Happening labelled(String... sensitivity) {
        labels = List.of(sensitivity);
        return this;
    }

    Happening because(Purpose why) {
        purpose = Optional.of(why);
        return this;
    }

    Happening ending(Outcome how) {
        outcome = Optional.of(how);
        return this;
    }

    /** Untold, it is when the story stands. */
    Happening at(Instant moment) {
        occurredAt = Optional.of(moment);
        return this;
    }

    /** Untold, it is when it occurred. */
    Happening recordedAt(Instant moment) {
        recordedAt = Optional.of(moment);
        return this;
    }

    Happening recordedAfter(Duration delay) {
        return recordedAt(occurredAt.orElseThrow().plus(delay));
    }

    /** Of a read: the actor said why. */
    Happening justified() {
        event = new LedgerEvent.RecordRead(Words.circumstances(
                ((LedgerEvent.RecordRead) event).circumstances().breakGlass(), true));
        return this;
    }

    Happening onBasis(LegalBasis basis) {
        LedgerEvent.InformationDisclosed told = (LedgerEvent.InformationDisclosed) event;
        event = Words.disclosure(told.recipient(), Optional.of(basis), told.consent());
        return this;
    }

    Happening onConsent(String consent) {
        LedgerEvent.InformationDisclosed told = (LedgerEvent.InformationDisclosed) event;
        event = Words.disclosure(told.recipient(), told.legalBasis(), Optional.of(Words.consent(consent)));
        return this;
    }

    Happening valid(Instant from) {
        return valid(from, Optional.empty());
    }

    Happening valid(Instant from, Instant until) {
        return valid(from, Optional.of(until));
    }

    private Happening valid(Instant from, Optional<Instant> until) {
        if (event instanceof LedgerEvent.RelationshipEstablished told) {
            event = new LedgerEvent.RelationshipEstablished(
                    told.relationship(), told.kind(), told.members(), told.teams(), Optional.of(from), until);
        } else if (event instanceof LedgerEvent.WallRaised told) {
            event = new LedgerEvent.WallRaised(told.wall(), told.members(), told.teams(), Optional.of(from), until);
        } else {
            event = Words.period((LedgerEvent.ConsentGranted) event, from, until);
        }
        return this;
    }

    LedgerEntry entry(long index, Instant usually) {
        Instant occurred = occurredAt.orElse(usually);
        return new LedgerEntry(
                TENANT,
                new PublisherId("ward-app"),
                instance,
                sequence,
                new EventId("e-" + index),
                type,
                occurred,
                recordedAt.orElse(occurred),
                new Actor(Words.actor(actor), kind, role, role.map(work -> "ward"), Tokens.NONE),
                Arrays.stream(clients).map(Words::client).toList(),
                recordType.map(text -> new RecordItem(new RecordRef(Words.ref("r-1")), text, labels, Optional.empty())),
                type.action(),
                outcome,
                purpose,
                event,
                List.of(),
                Words.ref("tag-" + index));
    }
}
