package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RelationshipRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What must be loaded before a batch of one tenant can be judged; {@link Loaded} says which rows each set asks for.
 *
 * @param seen actors with the clients whom they need a relationship with
 * @param tied actors with the clients whom a fact of the batch ties them to: it may explain what was found before
 * @param disclosed clients whose information was released
 * @param relationships stated or ended in the batch
 * @param consents stated or revoked in the batch
 * @param windows starts of the core days that the batch touches
 * @param publishers instances that entries of the batch come from
 * @param until core time of the batch's last entry: what was due before it may be overdue now
 */
public record Needs(
        Set<Tie> seen,
        Set<Tie> tied,
        Set<ClientRef> disclosed,
        Set<RelationshipRef> relationships,
        Set<ConsentRef> consents,
        Set<Instant> windows,
        Set<PublisherInstance.Key> publishers,
        Instant until) {

    /** Of the entries of one tenant; entries that turn out to be duplicates ask for too much, which does no harm. */
    public static Needs of(Collection<Indexed> batch) {
        Instant until = batch.stream()
                .map(Indexed::coreTime)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Needs needs = new Needs(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                until);
        batch.forEach(needs::add);
        return new Needs(
                Collections.unmodifiableSet(needs.seen),
                Collections.unmodifiableSet(needs.tied),
                Collections.unmodifiableSet(needs.disclosed),
                Collections.unmodifiableSet(needs.relationships),
                Collections.unmodifiableSet(needs.consents),
                Collections.unmodifiableSet(needs.windows),
                Collections.unmodifiableSet(needs.publishers),
                until);
    }

    /** Of {@link #seen} and {@link #tied}. */
    public Set<ActorRef> actors() {
        Set<ActorRef> actors = tiedActors();
        seen.forEach(tie -> actors.add(tie.actor()));
        return actors;
    }

    /** Of {@link #tied}. */
    public Set<ActorRef> tiedActors() {
        Set<ActorRef> actors = new LinkedHashSet<>();
        tied.forEach(tie -> actors.add(tie.actor()));
        return actors;
    }

    /** Of {@link #seen}. */
    public Set<ClientRef> clients() {
        Set<ClientRef> clients = new LinkedHashSet<>();
        seen.forEach(tie -> clients.add(tie.client()));
        return clients;
    }

    /** Subjects of the alerts that rules raise at most once a window. */
    public Set<String> subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        seen.forEach(tie -> {
            subjects.add(tie.actor().value());
            subjects.add(tie.toString());
        });
        return subjects;
    }

    private void add(Indexed indexed) {
        LedgerEntry entry = indexed.entry();
        windows.add(CoreDay.startOf(indexed.coreTime()));
        if (Completeness.isOfPublisher(entry)) {
            publishers.add(Completeness.keyOf(entry));
        }
        Judged.clients(entry).forEach(client -> seen.add(new Tie(entry.actor().ref(), client)));
        switch (entry.event()) {
            case LedgerEvent.InformationDisclosed event -> disclosed.addAll(entry.clients());
            case LedgerEvent.ConsentGranted event -> consents.add(event.consent());
            case LedgerEvent.ConsentRevoked event -> consents.add(event.consent());
            case LedgerEvent.RelationshipEstablished event -> {
                relationships.add(event.relationship());
                tied.addAll(FactRows.ties(entry, event));
            }
            case LedgerEvent.RelationshipEnded event -> relationships.add(event.relationship());
            case LedgerEvent.ActorFact event -> {}
            case LedgerEvent.WallRaised event -> {}
            case LedgerEvent.WallLifted event -> {}
            case LedgerEvent.Access event -> {}
            case LedgerEvent.ClientRegistered event -> {}
            case LedgerEvent.ClientTraitsChanged event -> {}
            case LedgerEvent.PublisherEvent event -> {}
            case LedgerEvent.ServiceEvent event -> {}
        }
    }
}
