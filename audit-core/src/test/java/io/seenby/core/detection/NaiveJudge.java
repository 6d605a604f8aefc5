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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules said once more, without state and without haste: for each entry, look at all the others. */
final class NaiveJudge {

    /** {@code explainedAt} is the index of the explaining entry. */
    record Sight(long index, String rule, ClientRef client, Optional<Long> explainedAt) {}

    /** An alert's change of state. */
    record Signal(long index, String rule, String subject, String status, String severity) {}

    private static final Set<EventType> LOOKS =
            Set.of(EventType.RECORD_READ, EventType.RECORD_EXPORTED, EventType.RECORD_PRINTED);
    private static final Set<String> DAILY = Set.of(
            "vip-without-relationship",
            "family-or-household",
            "self-access",
            "after-departure",
            "wall-crossed",
            "break-glass-unjustified");
    private static final Map<String, String> SEVERITIES = Map.of(
            "vip-without-relationship",
            "critical",
            "wall-crossed",
            "critical",
            "self-access",
            "medium",
            "break-glass-unjustified",
            "medium");
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final List<LedgerEntry> history;
    private final NaiveFacts facts;
    private final NaiveReasons reasons;
    private final NaiveReviews reviews;
    final Set<Sight> sights = new HashSet<>();
    final Map<String, Way> verdicts = new TreeMap<>();
    private final Set<Sight> quiet = new HashSet<>();
    final List<Signal> signals = new ArrayList<>();

    NaiveJudge(List<LedgerEntry> history) {
        this.history = history;
        this.facts = new NaiveFacts(history);
        this.reasons = new NaiveReasons(history);
        this.reviews = new NaiveReviews(history, sights, signals);
        for (int index = 0; index < history.size(); index++) {
            look(index);
            erased(index);
        }
        reviews.judge();
        new NaiveDisclosures(history, facts, sights, signals).judge();
        dailyAlerts();
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
                relatives(index, client);
                Optional<Long> explained = explained(index, tie);
                sights.add(new Sight(index, "no-relationship", client, explained));
                if (facts.vip(client, entry.occurredAt(), index)) {
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

    private void relatives(int index, ClientRef client) {
        LedgerEntry entry = history.get(index);
        int standing = facts.standing(entry.actor().ref(), entry.occurredAt(), index);
        Tokens actor =
                reasons.standing(standing).map(told -> told.subject().tokens()).orElse(Tokens.NONE);
        Tokens theirs = facts.tokens(client, entry.occurredAt(), index);
        boolean surname = actor.surname().isPresent() && actor.surname().equals(theirs.surname());
        boolean street = actor.street().isPresent() && actor.street().equals(theirs.street());
        boolean household = actor.household().isPresent() && actor.household().equals(theirs.household());
        if ((household || surname) && !ownClient(standing).equals(List.of(client))) {
            Sight sight = new Sight(
                    index,
                    "family-or-household",
                    client,
                    explained(index, new Tie(entry.actor().ref(), client)));
            sights.add(sight);
            if (!household && !street) {
                quiet.add(sight);
            }
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

    /** After each entry: whose day reached three clients that nothing explains yet, and whose is explained in full. */
    private void dailyAlerts() {
        Set<String> open = new TreeSet<>();
        for (long now = 0; now < history.size(); now++) {
            Map<String, Set<Sight>> unexplained = unexplained(now);
            for (String key : List.copyOf(open)) {
                if (!unexplained.containsKey(key)) {
                    open.remove(key);
                    signals.add(signal(now, key, "explained"));
                }
            }
            for (Map.Entry<String, Set<Sight>> one : unexplained.entrySet()) {
                boolean enough = !one.getKey().startsWith("no-relationship") || clients(one.getValue()) >= 3;
                if (enough && open.add(one.getKey())) {
                    signals.add(signal(now, one.getKey(), "open"));
                }
            }
        }
    }

    private static long clients(Set<Sight> sights) {
        return sights.stream().map(Sight::client).distinct().count();
    }

    private static Signal signal(long index, String key, String status) {
        String[] parts = key.split(" ");
        return new Signal(index, parts[0], parts[2], status, SEVERITIES.getOrDefault(parts[0], "high"));
    }

    private Map<String, Set<Sight>> unexplained(long now) {
        Map<String, Set<Sight>> unexplained = new HashMap<>();
        for (Sight sight : sights) {
            boolean known = sight.index() <= now
                    && sight.explainedAt().map(at -> at > now).orElse(true);
            LedgerEntry entry = history.get((int) sight.index());
            String actor = entry.actor().ref().value();
            boolean late =
                    Duration.between(entry.occurredAt(), entry.recordedAt()).compareTo(THIRTY_DAYS) > 0;
            if (known && DAILY.contains(sight.rule()) && !quiet.contains(sight)) {
                add(unexplained, sight, actor + "/" + sight.client());
            } else if (known && sight.rule().equals("no-relationship") && !late) {
                add(unexplained, sight, actor);
            }
        }
        return unexplained;
    }

    private void add(Map<String, Set<Sight>> unexplained, Sight sight, String subject) {
        unexplained
                .computeIfAbsent(sight.rule() + " " + day(sight.index()) + " " + subject, key -> new HashSet<>())
                .add(sight);
    }

    private String day(long index) {
        Instant core = history.subList(0, (int) index + 1).stream()
                .map(LedgerEntry::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return core.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
