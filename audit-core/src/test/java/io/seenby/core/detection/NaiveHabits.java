package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.MatchToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What actors' days come to, said once more: for each entry from all that is before it, and nothing kept. */
final class NaiveHabits extends NaiveDays {

    /** A rule speaks of an actor at an entry. */
    record Spoken(int index, String rule, ActorRef actor) {}

    private static final int[] EDGES = {
        1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1_000
    };

    private final NaiveReasons reasons;

    NaiveHabits(List<LedgerEntry> history) {
        super(history);
        this.reasons = new NaiveReasons(history);
    }

    /** What is said once a day of an actor. */
    Set<Spoken> alerts() {
        Set<Spoken> spoken = new HashSet<>();
        spoken.addAll(firstOfDay("unusual-volume", this::muchMoreThanUsual));
        spoken.addAll(firstOfDay("bulk-export", this::muchTaken));
        spoken.addAll(firstOfDay("denial-burst", this::muchRefused));
        spoken.addAll(firstOfDay("name-probing", this::probing));
        spoken.addAll(firstOfDay("search-exposure", this::muchExposed));
        return spoken;
    }

    private Set<Spoken> firstOfDay(String rule, IntPredicate tooMuch) {
        Set<Spoken> spoken = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (int index = 0; index < history.size(); index++) {
            if (counted(index) && tooMuch.test(index) && told.add(actor(index) + " " + day(index))) {
                spoken.add(new Spoken(index, rule, actor(index)));
            }
        }
        return spoken;
    }

    private boolean muchMoreThanUsual(int index) {
        int today = clients(ofDay(index).filter(this::looked)).size();
        int usual = Math.max(
                usual(finishedDays(index, other -> actor(other).equals(actor(index))), 5),
                usual(
                        finishedDays(
                                index,
                                other -> peers(other).equals(peers(index))
                                        && !peers(index).isEmpty()),
                        20));
        return looked(index) && today >= 30 && usual > 0 && today >= 3 * usual;
    }

    /** Clients of each day that had ended for its actor by then; the entry that ended it is one of these. */
    private List<Integer> finishedDays(int index, IntPredicate endedBy) {
        List<Integer> days = new ArrayList<>();
        for (int last = 0; last <= index; last++) {
            if (counted(last) && endedBy.test(last)) {
                int later = last;
                IntStream.range(0, last)
                        .filter(before -> counted(before) && actor(before).equals(actor(later)))
                        .reduce((one, next) -> next)
                        .ifPresent(before -> {
                            int many = day(before).isBefore(day(later))
                                    ? clients(ofDay(before).filter(this::looked))
                                            .size()
                                    : 0;
                            if (many > 0) {
                                days.add(many);
                            }
                        });
            }
        }
        return days;
    }

    /** The smallest edge below which four of five days lie. */
    private static int usual(List<Integer> days, int enough) {
        if (days.size() < enough) {
            return 0;
        }
        return IntStream.of(EDGES)
                .filter(edge -> days.stream().filter(many -> many <= edge).count() * 5 >= days.size() * 4L)
                .findFirst()
                .orElse(1_000);
    }

    private boolean muchTaken(int index) {
        long taken = ofDay(index)
                .mapToLong(each -> switch (history.get(each).event()) {
                    case LedgerEvent.RecordExported exported ->
                        Math.max(exported.records(), history.get(each).clients().size());
                    case LedgerEvent.RecordPrinted printed ->
                        history.get(each).clients().size();
                    default -> 0L;
                })
                .sum();
        LedgerEvent event = history.get(index).event();
        return taken >= 100
                && (event instanceof LedgerEvent.RecordExported || event instanceof LedgerEvent.RecordPrinted);
    }

    private boolean muchRefused(int index) {
        return refused(index) && ofDay(index).filter(this::refused).count() >= 10;
    }

    private boolean probing(int index) {
        List<Set<MatchToken>> idle = ofDay(index)
                .filter(each -> !terms(each).isEmpty() && !ofConflicts(each))
                .filter(search -> ofDay(index)
                        .filter(later -> later > search && looked(later))
                        .allMatch(later -> Collections.disjoint(
                                history.get(search).clients(),
                                history.get(later).clients())))
                .mapToObj(this::terms)
                .toList();
        return history.get(index).event() instanceof LedgerEvent.ClientsSearched
                && (new HashSet<>(idle).size() >= 10
                        || idle.stream()
                                .flatMap(Collection::stream)
                                .anyMatch(term -> idle.stream()
                                                .filter(search -> search.contains(term))
                                                .count()
                                        >= 5));
    }

    private Set<MatchToken> terms(int index) {
        return history.get(index).event() instanceof LedgerEvent.ClientsSearched searched
                ? Set.copyOf(searched.terms())
                : Set.of();
    }

    private boolean muchExposed(int index) {
        return exposes(index) && clients(ofDay(index).filter(this::exposes)).size() >= 20;
    }

    /** It lists five clients or more, of whom nothing explains any. */
    boolean exposes(int index) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof LedgerEvent.ClientsSearched
                && counted(index)
                && entry.clients().size() >= 5
                && !ofConflicts(index)
                && entry.clients().stream()
                        .allMatch(
                                client -> reasons.ways(new Tie(entry.actor().ref(), client), entry.occurredAt(), index)
                                        .isEmpty());
    }

    /** On this day the actor was seen for the first time after 45 days at least. */
    boolean awoke(int index) {
        if (!counted(index)) {
            return false;
        }
        int first = ofDay(index).findFirst().orElseThrow();
        return IntStream.range(0, first)
                .filter(before -> concerns(before) && actor(before).equals(actor(index)))
                .mapToObj(this::moment)
                .max(Instant::compareTo)
                .filter(seen -> !seen.plus(Duration.ofDays(45)).isAfter(moment(first)))
                .isPresent();
    }

    /** Hardly any look of the actor's peers, this one included, is of this hour or of those beside it. */
    boolean offHours(int index) {
        if (late(index) || peers(index).isEmpty()) {
            return false;
        }
        List<Integer> hours = IntStream.rangeClosed(0, index)
                .filter(each -> counted(each) && looked(each) && peers(each).equals(peers(index)))
                .mapToObj(this::hour)
                .toList();
        int now = hour(index);
        long around = hours.stream()
                .filter(hour -> hour == now || hour == (now + 1) % 24 || now == (hour + 1) % 24)
                .count();
        return hours.size() >= 200 && around * 100 <= hours.size();
    }
}
