package io.seenby.core.detection;

import io.seenby.events.Actor;
import io.seenby.events.ActorKind;
import io.seenby.events.ActorRef;
import io.seenby.events.Channel;
import io.seenby.events.Circumstances;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.ConsentRef;
import io.seenby.events.EventType;
import io.seenby.events.Intent;
import io.seenby.events.KnownBy;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LegalBasis;
import io.seenby.events.Purpose;
import io.seenby.events.Recipient;
import io.seenby.events.RecipientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The words that stories are told in; a name becomes its ref by padding. */
final class Words {

    private Words() {}

    static Happening read(String actor, String... clients) {
        return access(EventType.RECORD_READ, new LedgerEvent.RecordRead(circumstances(false)), actor, clients);
    }

    static Happening readUnderBreakGlass(String actor, String... clients) {
        return access(EventType.RECORD_READ, new LedgerEvent.RecordRead(circumstances(true)), actor, clients);
    }

    static Happening printed(String actor, String... clients) {
        return access(EventType.RECORD_PRINTED, new LedgerEvent.RecordPrinted(circumstances(false), 1), actor, clients);
    }

    static Happening exported(String actor, String... clients) {
        return access(
                EventType.RECORD_EXPORTED,
                new LedgerEvent.RecordExported(circumstances(false), Optional.of("csv"), 1),
                actor,
                clients);
    }

    static Happening searched(String actor, String... clients) {
        return access(
                EventType.CLIENTS_SEARCHED,
                new LedgerEvent.ClientsSearched(circumstances(false), List.of(), List.of(), clients.length),
                actor,
                clients);
    }

    static Happening assigned(String relationship, String actor, String... clients) {
        return fact(
                EventType.RELATIONSHIP_ESTABLISHED,
                new LedgerEvent.RelationshipEstablished(
                        relationship(relationship),
                        RelationshipKind.CARE_TEAM,
                        List.of(person(actor, ActorKind.WORKFORCE)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                clients);
    }

    static Happening unassigned(String relationship) {
        return fact(EventType.RELATIONSHIP_ENDED, new LedgerEvent.RelationshipEnded(relationship(relationship)));
    }

    static Happening known(String client, Trait... traits) {
        return fact(
                EventType.CLIENT_TRAITS_CHANGED,
                new LedgerEvent.ClientTraitsChanged(Set.of(traits), Tokens.NONE),
                client);
    }

    static Happening permitted(String consent, String client, String... recipients) {
        return consent(consent, client, ConsentDecision.PERMIT, List.of(), List.of(), recipients);
    }

    static Happening refused(String consent, String client, String... recipients) {
        return consent(consent, client, ConsentDecision.DENY, List.of(), List.of(), recipients);
    }

    static Happening consent(
            String consent,
            String client,
            ConsentDecision decision,
            List<String> recordTypes,
            List<Purpose> purposes,
            String... recipients) {
        return fact(
                EventType.CONSENT_GRANTED,
                new LedgerEvent.ConsentGranted(
                        consent(consent),
                        decision,
                        recordTypes,
                        purposes,
                        Arrays.stream(recipients).map(Words::recipient).toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                client);
    }

    static Happening revoked(String consent, String client) {
        return fact(EventType.CONSENT_REVOKED, new LedgerEvent.ConsentRevoked(consent(consent)), client);
    }

    static Happening disclosed(String recipient, String... clients) {
        return new Happening(
                EventType.INFORMATION_DISCLOSED,
                disclosure(recipient(recipient), Optional.empty(), Optional.empty()),
                "clerk-02",
                ActorKind.WORKFORCE,
                clients);
    }

    /** A promise to be heard again, and nothing about numbers. */
    static Happening heartbeat(Duration heardWithin) {
        return heartbeat(OptionalLong.empty(), Optional.of(heardWithin));
    }

    static Happening heartbeat(OptionalLong highest, Optional<Duration> heardWithin) {
        return fact(EventType.PUBLISHER_HEARTBEAT, new LedgerEvent.PublisherHeartbeat(highest, heardWithin));
    }

    static Happening timePassed() {
        return fact(EventType.TIME_PASSED, new LedgerEvent.TimePassed());
    }

    static ActorRef actor(String name) {
        return new ActorRef(ref(name));
    }

    static ClientRef client(String name) {
        return new ClientRef(ref(name));
    }

    static RelationshipRef relationship(String name) {
        return new RelationshipRef(ref(name));
    }

    static ConsentRef consent(String name) {
        return new ConsentRef(ref(name));
    }

    static Recipient recipient(String name) {
        return new Recipient(new RecipientRef(ref(name)), Optional.empty());
    }

    static Actor person(String name, ActorKind kind) {
        return new Actor(actor(name), kind, Optional.empty(), Optional.empty(), Tokens.NONE);
    }

    static String ref(String name) {
        return name + "_".repeat(22 - name.length());
    }

    private static Happening access(EventType type, LedgerEvent event, String actor, String... clients) {
        return new Happening(type, event, actor, ActorKind.WORKFORCE, clients).of("note");
    }

    static Happening fact(EventType type, LedgerEvent event, String... clients) {
        return new Happening(type, event, "ward-app", ActorKind.SERVICE, clients);
    }

    private static Circumstances circumstances(boolean breakGlass) {
        return circumstances(breakGlass, false);
    }

    static Circumstances circumstances(boolean breakGlass, boolean justified) {
        return new Circumstances(
                Optional.empty(),
                breakGlass,
                justified,
                Intent.DELIBERATE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static LedgerEvent.InformationDisclosed disclosure(
            Recipient recipient, Optional<LegalBasis> basis, Optional<ConsentRef> consent) {
        return new LedgerEvent.InformationDisclosed(
                recipient, Channel.E_MAIL, false, basis, consent, Intent.DELIBERATE, KnownBy.SYSTEM);
    }

    static LedgerEvent.ConsentGranted period(LedgerEvent.ConsentGranted told, Instant from, Optional<Instant> until) {
        return new LedgerEvent.ConsentGranted(
                told.consent(),
                told.decision(),
                told.recordTypes(),
                told.purposes(),
                told.recipients(),
                Optional.of(from),
                until,
                told.noticeVersion(),
                told.capacity());
    }
}
