package io.seenby.core.detection;

import io.seenby.core.detection.NaiveJudge.Named;
import io.seenby.core.detection.NaiveJudge.Sight;
import io.seenby.core.detection.NaiveJudge.Signal;
import io.seenby.events.ClientRef;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.RecordItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people are told after each entry, said once more: from all that was found until then and is open still. */
final class NaiveAlerts {

    private static final String STRANGER = "no-relationship";
    private static final String SERIAL = "serial-low-and-slow";
    private static final String SUSPICIOUS = "suspicious-look";
    private static final Set<String> AT_ONCE = Set.of(
            "vip-without-relationship",
            "family-or-household",
            "self-access",
            "dormant-account",
            "after-departure",
            "wall-crossed",
            "break-glass-unjustified",
            SUSPICIOUS);
    private static final Map<String, String> SEVERITIES = Map.of(
            "vip-without-relationship",
            "critical",
            "wall-crossed",
            "critical",
            "self-access",
            "medium",
            "break-glass-unjustified",
            "medium",
            SUSPICIOUS,
            "medium");
    private static final Map<String, Integer> POINTS =
            Map.of("co-worker", 2, "neighbour", 2, "deceased-client", 2, "family-or-household", 1);

    /** What an alert is about: a day's findings of a rule about somebody. */
    private record Key(String rule, LocalDate day, String subject) {}

    private final List<LedgerEntry> history;
    private final Set<Sight> sights;
    private final Set<Sight> quiet;
    private final Set<Sight> own;
    private final List<Signal> signals;
    private final List<Named> named;
    private final Map<Key, Set<ClientRef>> open = new HashMap<>();

    /** @param own looks at the actor's own record that nothing explains */
    NaiveAlerts(
            List<LedgerEntry> history,
            Set<Sight> sights,
            Set<Sight> quiet,
            Set<Sight> own,
            List<Signal> signals,
            List<Named> named) {
        this.history = history;
        this.sights = sights;
        this.quiet = quiet;
        this.own = own;
        this.signals = signals;
        this.named = named;
    }

    void judge() {
        for (int now = 0; now < history.size(); now++) {
            long at = now;
            Set<Key> live = sights.stream()
                    .filter(sight -> opened(sight, at))
                    .flatMap(sight -> key(sight).stream())
                    .collect(Collectors.toSet());
            for (Key key : List.copyOf(open.keySet())) {
                if (!live.contains(key)) {
                    open.remove(key);
                    signals.add(signal(now, key, "explained"));
                }
            }
            Set<Sight> strangers = sights.stream()
                    .filter(sight -> sight.index() == at && sight.rule().equals(STRANGER))
                    .collect(Collectors.toSet());
            if (!strangers.isEmpty()) {
                strangers(now, strangers);
            }
            sights.stream()
                    .filter(sight -> sight.index() == at && AT_ONCE.contains(sight.rule()))
                    .flatMap(sight -> key(sight).stream())
                    .filter(key -> open.putIfAbsent(key, Set.of()) == null)
                    .distinct()
                    .forEach(key -> signals.add(signal(at, key, "open")));
        }
    }

    private void strangers(int now, Set<Sight> strangers) {
        boolean shown = false;
        if (!late(now)) {
            Key today = new Key(STRANGER, day(now), actor(now));
            Set<ClientRef> clients = clients(now, now, 0);
            shown = clients.size() >= 3 || open.containsKey(today);
            if (shown) {
                grow(now, today, clients);
            }
            Set<ClientRef> fortnight = clients(now, now, 13);
            if (!shown && fortnight.size() >= 5) {
                shown = true;
                strangers.forEach(sight -> sights.add(new Sight(now, SERIAL, sight.client(), sight.explainedAt())));
                grow(now, new Key(SERIAL, day(now), actor(now)), fortnight);
            }
        }
        if (!shown) {
            strangers.stream()
                    .filter(sight -> !own.contains(sight) && points(now, sight.client()) >= 4)
                    .forEach(sight -> sights.add(new Sight(now, SUSPICIOUS, sight.client(), sight.explainedAt())));
        }
    }

    /** It names these clients as soon as those not yet named are an eighth of those who are. */
    private void grow(int now, Key key, Set<ClientRef> clients) {
        Set<ClientRef> before = open.getOrDefault(key, Set.of());
        Set<ClientRef> all = new HashSet<>(before);
        all.addAll(clients);
        int more = all.size() - before.size();
        if (more > 0 && more >= before.size() / 8.0) {
            open.put(key, all);
            signals.add(signal(now, key, "open"));
            named.add(new Named(now, key.rule(), all));
        }
    }

    /** Nothing, if people are told of the look already. */
    private int points(int now, ClientRef client) {
        Set<Sight> found = sights.stream()
                .filter(sight -> sight.index() == now && sight.client().equals(client))
                .collect(Collectors.toSet());
        if (found.stream().anyMatch(sight -> AT_ONCE.contains(sight.rule()) && !quiet.contains(sight))) {
            return 0;
        }
        LedgerEntry entry = history.get(now);
        int points = 2;
        for (Sight sight : found) {
            points += POINTS.getOrDefault(sight.rule(), 0);
        }
        Set<ClientRef> others = late(now) ? new HashSet<>() : new HashSet<>(clients(now, now - 1, 13));
        others.remove(client);
        return points
                + (entry.record().map(RecordItem::labels).orElse(List.of()).isEmpty() ? 0 : 1)
                + (entry.type() == EventType.RECORD_READ ? 0 : 1)
                + (others.size() >= 2 ? 1 : 0);
    }

    /** Whom the actor of an entry has looked at without a reason, until then, on that day and so many before. */
    private Set<ClientRef> clients(int now, int until, int daysBefore) {
        LocalDate today = day(now);
        return sights.stream()
                .filter(sight -> sight.rule().equals(STRANGER) && sight.index() <= until && opened(sight, now))
                .filter(sight -> actor(sight.index()).equals(actor(now)) && !late(sight.index()))
                .filter(sight -> !day(sight.index()).isBefore(today.minusDays(daysBefore)))
                .map(Sight::client)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean opened(Sight sight, long now) {
        return sight.index() <= now && sight.explainedAt().map(at -> at > now).orElse(true);
    }

    /** The alert that shows it, if one does. */
    private Optional<Key> key(Sight sight) {
        String rule = sight.rule();
        if (AT_ONCE.contains(rule) && !quiet.contains(sight)) {
            return Optional.of(new Key(rule, day(sight.index()), actor(sight.index()) + "/" + sight.client()));
        }
        return rule.equals(STRANGER) && !late(sight.index()) || rule.equals(SERIAL)
                ? Optional.of(new Key(rule, day(sight.index()), actor(sight.index())))
                : Optional.empty();
    }

    private static Signal signal(long index, Key key, String status) {
        return new Signal(index, key.rule(), key.subject(), status, SEVERITIES.getOrDefault(key.rule(), "high"));
    }

    private String actor(long index) {
        return history.get((int) index).actor().ref().value();
    }

    private boolean late(long index) {
        LedgerEntry entry = history.get((int) index);
        return Duration.between(entry.occurredAt(), entry.recordedAt()).compareTo(Duration.ofDays(30)) > 0;
    }

    private LocalDate day(long index) {
        Instant core = history.subList(0, (int) index + 1).stream()
                .map(LedgerEntry::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return core.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
