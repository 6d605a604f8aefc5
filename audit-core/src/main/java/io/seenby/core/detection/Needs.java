package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.facts.Tie;
import io.seenby.core.habit.Peers;
import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Standing;
import io.seenby.events.WallRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What must be loaded before a batch of one tenant can be judged; {@link Loaded} says which rows each set asks for.
 *
 * @param seen actors with the clients whom they need a reason to look at, or to be shown in a list
 * @param tied clients whom a fact of the batch ties somebody to: it may explain what was found before
 * @param restated actors whose accesses a standing of the batch may explain
 * @param supervised actors with those whom the batch puts under them
 * @param reviewed accessors with the clients of whom a review of the batch speaks
 * @param named clients about whom publishers report something
 * @param erased clients who are erased in the batch
 * @param disclosed clients whose information was released
 * @param relationships stated or ended in the batch
 * @param walls raised or lifted in the batch
 * @param consents stated or revoked in the batch
 * @param departed actors who left, according to the batch, and since when their looks are to be judged again
 * @param windows starts of the core days that the batch touches
 * @param publishers instances that entries of the batch come from
 * @param worked alerts that people have worked on in the batch
 * @param busy actors of whose days something is counted
 * @param peers roles in departments that they belong to
 * @param reach no fact of the batch explains what occurred before
 * @param until core time of the batch's last entry: what was due before it may be overdue now
 */
public record Needs(
        Set<Tie> seen,
        Set<ClientRef> tied,
        Set<ActorRef> restated,
        Set<Supervision> supervised,
        Set<Tie> reviewed,
        Set<ClientRef> named,
        Set<ClientRef> erased,
        Set<ClientRef> disclosed,
        Set<RelationshipRef> relationships,
        Set<WallRef> walls,
        Set<ConsentRef> consents,
        Set<Departure> departed,
        Set<Instant> windows,
        Set<PublisherInstance.Key> publishers,
        Set<AlertId> worked,
        Set<ActorRef> busy,
        Set<Peers> peers,
        Instant reach,
        Instant until) {

    /** Who answers to whom. */
    public record Supervision(ActorRef supervisor, ActorRef actor) {}

    /** Who left when. */
    public record Departure(ActorRef actor, Instant since) {}

    /** Of the entries of one tenant; entries that turn out to be duplicates ask for too much, which does no harm. */
    public static Needs of(Collection<Indexed> batch) {
        Instant until = batch.stream()
                .map(Indexed::coreTime)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant reach = batch.stream()
                .map(indexed -> LateExplanation.BUILT_IN.reachesBackTo(indexed.entry()))
                .min(Comparator.naturalOrder())
                .orElse(until);
        Needs needs = new Needs(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                reach,
                until);
        batch.forEach(needs::add);
        return needs.unmodifiable();
    }

    private Needs unmodifiable() {
        return new Needs(
                Collections.unmodifiableSet(seen),
                Collections.unmodifiableSet(tied),
                Collections.unmodifiableSet(restated),
                Collections.unmodifiableSet(supervised),
                Collections.unmodifiableSet(reviewed),
                Collections.unmodifiableSet(named),
                Collections.unmodifiableSet(erased),
                Collections.unmodifiableSet(disclosed),
                Collections.unmodifiableSet(relationships),
                Collections.unmodifiableSet(walls),
                Collections.unmodifiableSet(consents),
                Collections.unmodifiableSet(departed),
                Collections.unmodifiableSet(windows),
                Collections.unmodifiableSet(publishers),
                Collections.unmodifiableSet(worked),
                Collections.unmodifiableSet(busy),
                Collections.unmodifiableSet(peers),
                reach,
                until);
    }

    /** Start of the first core day that is remembered of an actor on the earliest of {@link #windows}. */
    public Instant remembered() {
        return SerialLowAndSlow.BUILT_IN.firstDay(
                windows.stream().min(Comparator.naturalOrder()).orElse(CoreDay.startOf(until)));
    }

    /** Of {@link #seen}. */
    public Set<ActorRef> actors() {
        Set<ActorRef> actors = new LinkedHashSet<>();
        seen.forEach(tie -> actors.add(tie.actor()));
        return actors;
    }

    /** Of {@link #seen}, those of whom a fact of the same batch may explain what this batch finds. */
    public Set<ActorRef> touched() {
        Set<ActorRef> touched = new LinkedHashSet<>();
        seen.stream()
                .filter(tie -> tied.contains(tie.client()) || restated.contains(tie.actor()))
                .forEach(tie -> touched.add(tie.actor()));
        return touched;
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
        reviewed.forEach(tie -> subjects.add(tie.toString()));
        return subjects;
    }

    private void add(Indexed indexed) {
        LedgerEntry entry = indexed.entry();
        windows.add(CoreDay.startOf(indexed.coreTime()));
        if (Completeness.isOfPublisher(entry)) {
            publishers.add(Completeness.keyOf(entry));
            named.addAll(entry.clients());
        }
        Judged.clients(entry).forEach(client -> seen.add(new Tie(entry.actor().ref(), client)));
        SearchExposure.BUILT_IN
                .asksAbout(entry)
                .forEach(client -> seen.add(new Tie(entry.actor().ref(), client)));
        if (Habits.concern(entry)) {
            busy.add(entry.actor().ref());
            Peers.of(entry.actor()).ifPresent(peers::add);
        }
        switch (entry.event()) {
            case LedgerEvent.InformationDisclosed event -> disclosed.addAll(entry.clients());
            case LedgerEvent.ConsentGranted event -> consents.add(event.consent());
            case LedgerEvent.ConsentRevoked event -> consents.add(event.consent());
            case LedgerEvent.RelationshipEstablished event -> {
                relationships.add(event.relationship());
                tied.addAll(entry.clients());
            }
            case LedgerEvent.RelationshipEnded event -> relationships.add(event.relationship());
            case LedgerEvent.WallRaised event -> walls.add(event.wall());
            case LedgerEvent.WallLifted event -> walls.add(event.wall());
            case LedgerEvent.ActorJoined event -> add(event.standing());
            case LedgerEvent.ActorChanged event -> add(event.standing());
            case LedgerEvent.ActorLeft event ->
                departed.add(new Departure(event.subject().ref(), DepartureToldLate.BUILT_IN.since(entry)));
            case LedgerEvent.ExceptionReviewed event ->
                Review.clients(indexed, event)
                        .forEach(client -> reviewed.add(new Tie(event.accessor().ref(), client)));
            case LedgerEvent.ClientErased event -> erased.addAll(entry.clients());
            case LedgerEvent.Access event -> {}
            case LedgerEvent.ClientRegistered event -> {}
            case LedgerEvent.ClientTraitsChanged event -> {}
            case LedgerEvent.PublisherEvent event -> {}
            case LedgerEvent.WorkEvent act -> worked.add(act.alert());
            case LedgerEvent.ServiceEvent event -> {}
        }
    }

    private void add(Standing standing) {
        restated.addAll(LateExplanation.concerned(standing));
        standing.supervisor()
                .ifPresent(supervisor -> supervised.add(
                        new Supervision(supervisor, standing.subject().ref())));
    }
}
