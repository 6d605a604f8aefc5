package io.seenby.core.detection;

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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be loaded before a batch of one tenant can be judged; {@link Loaded} says which rows each set asks for.
 *
 * @param seen actors with the clients whom they need a relationship with
 * @param tied actors with the clients whom a fact of the batch ties them to: it may explain what was found before
 * @param disclosed clients whose information was released
 * @param relationships stated or ended in the batch
 * @param consents stated or revoked in the batch
 * @param windows starts of the core days that the batch touches
 */
public record Needs(
        SortedSet<Tie> seen,
        SortedSet<Tie> tied,
        SortedSet<ClientRef> disclosed,
        SortedSet<RelationshipRef> relationships,
        SortedSet<ConsentRef> consents,
        SortedSet<Instant> windows) {

    /** Of the entries of one tenant; entries that turn out to be duplicates ask for too much, which does no harm. */
    public static Needs of(Collection<Indexed> batch) {
        Needs needs = new Needs(
                new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        batch.forEach(needs::add);
        return new Needs(
                Collections.unmodifiableSortedSet(needs.seen),
                Collections.unmodifiableSortedSet(needs.tied),
                Collections.unmodifiableSortedSet(needs.disclosed),
                Collections.unmodifiableSortedSet(needs.relationships),
                Collections.unmodifiableSortedSet(needs.consents),
                Collections.unmodifiableSortedSet(needs.windows));
    }

    /** Of {@link #seen} and {@link #tied}. */
    public SortedSet<ActorRef> actors() {
        SortedSet<ActorRef> actors = tiedActors();
        seen.forEach(tie -> actors.add(tie.actor()));
        return actors;
    }

    /** Of {@link #tied}. */
    public SortedSet<ActorRef> tiedActors() {
        SortedSet<ActorRef> actors = new TreeSet<>();
        tied.forEach(tie -> actors.add(tie.actor()));
        return actors;
    }

    /** Of {@link #seen}. */
    public SortedSet<ClientRef> clients() {
        SortedSet<ClientRef> clients = new TreeSet<>();
        seen.forEach(tie -> clients.add(tie.client()));
        return clients;
    }

    /** Subjects of the alerts that rules raise at most once a window. */
    public SortedSet<String> subjects() {
        SortedSet<String> subjects = new TreeSet<>();
        seen.forEach(tie -> {
            subjects.add(tie.actor().value());
            subjects.add(tie.toString());
        });
        return subjects;
    }

    private void add(Indexed indexed) {
        LedgerEntry entry = indexed.entry();
        windows.add(CoreDay.startOf(indexed.coreTime()));
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
            case LedgerEvent.Access event -> {}
            case LedgerEvent.ClientRegistered event -> {}
            case LedgerEvent.ClientTraitsChanged event -> {}
            case LedgerEvent.ServiceEvent event -> {}
        }
    }
}
