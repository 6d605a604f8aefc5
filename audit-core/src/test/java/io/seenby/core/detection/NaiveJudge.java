package io.seenby.core.detection;

import io.seenby.core.detection.NaiveReasons.Way;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorKind;
import io.seenby.events.ClientRef;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Outcome;
import io.seenby.events.RecordItem;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rules said once more, without state and without haste: for each entry, look at all the others. */
final class NaiveJudge {

    /** {@code explainedAt} is the index of the explaining entry. */
    record Sight(long index, String rule, ClientRef client, Optional<Long> explainedAt) {}

    /** An alert's change of state. */
    record Signal(long index, String rule, String subject, String status, String severity) {}

    /** Whom an alert names that goes on naming. */
    record Named(long index, String rule, Set<ClientRef> clients) {}

    private static final Set<EventType> LOOKS =
            Set.of(EventType.RECORD_READ, EventType.RECORD_EXPORTED, EventType.RECORD_PRINTED);
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final List<LedgerEntry> history;
    private final NaiveFacts facts;
    private final NaiveReasons reasons;
    private final NaiveReviews reviews;
    private final NaiveHabits habits;
    final Set<Sight> sights = new HashSet<>();
    final Map<String, Way> verdicts = new TreeMap<>();
    private final Set<Sight> quiet = new HashSet<>();
    private final Set<Sight> own = new HashSet<>();
    final List<Signal> signals = new ArrayList<>();
    final List<Named> named = new ArrayList<>();

    NaiveJudge(List<LedgerEntry> history) {
        this.history = history;
        this.facts = new NaiveFacts(history);
        this.reasons = new NaiveReasons(history);
        this.habits = new NaiveHabits(history);
        this.reviews = new NaiveReviews(history, sights, signals);
        for (int index = 0; index < history.size(); index++) {
            look(index);
            erased(index);
        }
        reviews.judge();
        new NaiveDisclosures(history, facts, sights, signals).judge();
        new NaiveDepartures(
                        history, facts, reasons::left, (index, client) -> verdicts.containsKey(index + " " + client))
                .judge(sights, signals);
        new NaiveAlerts(history, sights, quiet, own, signals, named).judge();
    }

    private void erased(int index) {
        LedgerEntry entry = history.get(index);
        if (!(entry.event() instanceof LedgerEvent.ServiceEvent)) {
            entry.clients().stream()
                    .filter(client -> facts.erased(client, index) >= 0)
                    .forEach(client -> sights.add(new Sight(index, "event-after-erasure", client, Optional.empty())));
        }
    }

    private void look(int index) {
        LedgerEntry entry = history.get(index);
        ActorKind kind = entry.actor().kind();
        if (!LOOKS.contains(entry.type())
                || kind == ActorKind.CLIENT
                || kind == ActorKind.SERVICE
                || entry.outcome().equals(Optional.of(Outcome.FAILURE))) {
            return;
        }
        for (ClientRef client : entry.clients()) {
            Tie tie = new Tie(entry.actor().ref(), client);
            verdicts.put(index + " " + client, reasons.verdict(tie, entry.occurredAt(), index));
            standing(index, client);
            LedgerEvent.Access access = (LedgerEvent.Access) entry.event();
            if (access.circumstances().breakGlass()) {
                reviews.broken(index, client, access.circumstances().justified());
            }
            if (reasons.ways(tie, entry.occurredAt(), index).isEmpty()) {
                Optional<Long> explained = explained(index, tie);
                acquaintances(index, client, explained);
                sights.add(new Sight(index, "no-relationship", client, explained));
                if (habits.awoke(index)) {
                    sights.add(new Sight(index, "dormant-account", client, explained));
                }
                if (facts.has(Trait.VIP, client, entry.occurredAt(), index)) {
                    sights.add(new Sight(index, "vip-without-relationship", client, explained));
                }
            }
        }
    }

    /** What an actor's own standing and the walls say of a look, whatever explains it. */
    private void standing(int index, ClientRef client) {
        LedgerEntry entry = history.get(index);
        Tie tie = new Tie(entry.actor().ref(), client);
        int standing = facts.standing(tie.actor(), entry.occurredAt(), index);
        if (reasons.left(standing)) {
            sights.add(new Sight(index, "after-departure", client, Optional.empty()));
        }
        if (reasons.verdict(tie, entry.occurredAt(), index).kind().equals("wall")) {
            sights.add(new Sight(index, "wall-crossed", client, Optional.empty()));
        }
        if (ownClient(standing).equals(List.of(client))) {
            Sight sight = new Sight(index, "self-access", client, Optional.empty());
            sights.add(sight);
            boolean sensitive = entry.record()
                    .map(RecordItem::labels)
                    .filter(labels -> !labels.isEmpty())
                    .isPresent();
            if (entry.type() == EventType.RECORD_READ && !sensitive) {
                quiet.add(sight);
            }
        }
    }

    private List<ClientRef> ownClient(int standing) {
        return reasons.standing(standing).isPresent() ? history.get(standing).clients() : List.of();
    }

    /** What makes a client more than a stranger, the actor's own record aside. */
    private void acquaintances(int index, ClientRef client, Optional<Long> explained) {
        LedgerEntry entry = history.get(index);
        int standing = facts.standing(entry.actor().ref(), entry.occurredAt(), index);
        if (ownClient(standing).equals(List.of(client))) {
            own.add(new Sight(index, "no-relationship", client, explained));
            return;
        }
        if (facts.has(Trait.EMPLOYEE, client, entry.occurredAt(), index)) {
            sights.add(new Sight(index, "co-worker", client, explained));
        }
        if (facts.has(Trait.DECEASED, client, entry.occurredAt(), index)) {
            sights.add(new Sight(index, "deceased-client", client, explained));
        }
        Tokens actor =
                reasons.standing(standing).map(told -> told.subject().tokens()).orElse(Tokens.NONE);
        Tokens theirs = facts.tokens(client, entry.occurredAt(), index);
        boolean surname = actor.surname().isPresent() && actor.surname().equals(theirs.surname());
        boolean street = actor.street().isPresent() && actor.street().equals(theirs.street());
        boolean household = actor.household().isPresent() && actor.household().equals(theirs.household());
        if (household || surname) {
            Sight sight = new Sight(index, "family-or-household", client, explained);
            sights.add(sight);
            if (!household && !street) {
                quiet.add(sight);
            }
        } else if (street) {
            sights.add(new Sight(index, "neighbour", client, explained));
        }
    }

    private Optional<Long> explained(int index, Tie tie) {
        Instant moment = history.get(index).occurredAt();
        for (int later = index + 1; later < history.size(); later++) {
            boolean inTime =
                    Duration.between(moment, history.get(later).recordedAt()).compareTo(THIRTY_DAYS) <= 0;
            long because = later;
            if (inTime
                    && reasons.ways(tie, moment, later + 1).stream()
                            .anyMatch(way -> way.evidence().contains(because))) {
                return Optional.of(because);
            }
        }
        return Optional.empty();
    }
}
