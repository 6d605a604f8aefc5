package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.core.habit.Marks;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import io.seenby.core.habit.SearchMade;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.MatchToken;
import io.seenby.events.Purpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What an access adds to its actor's day. A day is that on which it occurred (UTC), never later than core time, and days of an
 * actor only move on: what is reported after something of a later day is counted to no day, nor is what comes more than 30
 * days late. Both still say when the actor was seen last.
 */
final class Habits {

    private Habits() {}

    /** Somebody of the workforce looked, searched or was refused. */
    static boolean concern(LedgerEntry entry) {
        return Judged.byPerson(entry.actor().kind())
                && switch (entry.event()) {
                    case LedgerEvent.RecordRead read -> Judged.happened(entry);
                    case LedgerEvent.RecordExported exported -> Judged.happened(entry);
                    case LedgerEvent.RecordPrinted printed -> Judged.happened(entry);
                    case LedgerEvent.ClientsSearched searched -> Judged.happened(entry);
                    case LedgerEvent.AccessDenied denied -> true;
                    case LedgerEvent.ActorAuthenticated authenticated -> false;
                    case LedgerEvent.InformationDisclosed disclosed -> false;
                    case LedgerEvent.ClientFact fact -> false;
                    case LedgerEvent.ActorFact fact -> false;
                    case LedgerEvent.RelationshipFact fact -> false;
                    case LedgerEvent.ExceptionEvent event -> false;
                    case LedgerEvent.PublisherEvent own -> false;
                    case LedgerEvent.ServiceEvent own -> false;
                };
    }

    /** The moment of the entry, as far as its publisher's clock is to be believed. */
    static Instant moment(Indexed entry) {
        Instant occurred = entry.entry().occurredAt();
        return occurred.isAfter(entry.coreTime()) ? entry.coreTime() : occurred;
    }

    static int hour(Indexed entry) {
        return moment(entry).atOffset(ZoneOffset.UTC).getHour();
    }

    /** The actor's day with the entry in it; empty if it is counted to no day. */
    static Optional<Habit> counted(TenantState state, Indexed entry) {
        return entry.late() || !concern(entry.entry())
                ? Optional.empty()
                : state.habits()
                        .of(entry.entry().actor().ref())
                        .filter(habit -> habit.day().equals(CoreDay.startOf(moment(entry))));
    }

    /** Rows to replace. */
    static List<Change> of(TenantState state, Indexed entry) {
        if (!concern(entry.entry())) {
            return List.of();
        }
        Instant moment = moment(entry);
        Instant day = CoreDay.startOf(moment);
        Optional<Habit> known = state.habits().of(entry.entry().actor().ref());
        Habit before = known.orElseGet(() -> Habit.of(entry.entry().actor().ref(), moment));
        if (entry.late() || day.isBefore(before.day())) {
            return List.of(new Change.HabitRow(before.seen(moment)));
        }
        boolean later = day.isAfter(before.day());
        boolean woke = later
                && known.filter(habit -> DormantAccount.BUILT_IN.silent(habit.lastSeen(), moment))
                        .isPresent();
        Habit today = later ? before.next(day, woke) : before;
        List<Change> rows = new ArrayList<>();
        rows.add(new Change.HabitRow(with(today.seen(moment), entry.entry())));
        int finished = later ? before.clients().size() : 0;
        Peers.of(entry.entry().actor())
                .flatMap(peers -> peers(state, peers, entry, finished))
                .ifPresent(row -> rows.add(new Change.PeersRow(row)));
        return rows;
    }

    private static Habit with(Habit habit, LedgerEntry entry) {
        UnaryOperator<Habit> opened = before -> before.opened(marks(entry));
        return switch (entry.event()) {
            case LedgerEvent.RecordRead read -> opened.apply(habit);
            case LedgerEvent.RecordExported exported ->
                opened.apply(habit)
                        .took(Math.max(exported.records(), entry.clients().size()));
            case LedgerEvent.RecordPrinted printed ->
                opened.apply(habit).took(entry.clients().size());
            case LedgerEvent.ClientsSearched searched -> searched(habit, entry, searched);
            case LedgerEvent.AccessDenied denied -> habit.denied();
            case LedgerEvent.ActorAuthenticated authenticated -> habit;
            case LedgerEvent.InformationDisclosed disclosed -> habit;
            case LedgerEvent.ClientFact fact -> habit;
            case LedgerEvent.ActorFact fact -> habit;
            case LedgerEvent.RelationshipFact fact -> habit;
            case LedgerEvent.ExceptionEvent event -> habit;
            case LedgerEvent.PublisherEvent own -> habit;
            case LedgerEvent.ServiceEvent own -> habit;
        };
    }

    private static Habit searched(Habit habit, LedgerEntry entry, LedgerEvent.ClientsSearched searched) {
        if (searched.terms().isEmpty() || checksConflicts(entry)) {
            return habit;
        }
        SortedSet<Integer> terms = new TreeSet<>();
        searched.terms().stream().map(MatchToken::value).map(Marks::of).forEach(terms::add);
        SortedSet<Integer> listed = new TreeSet<>();
        marks(entry).stream().limit(SearchMade.LISTED).forEach(listed::add);
        return habit.searched(new SearchMade(terms, listed));
    }

    /** Searching all names for a conflict of interest is a duty (ABA Model Rules 1.7 and 1.10), and opens nothing. */
    static boolean checksConflicts(LedgerEntry entry) {
        return entry.purpose().filter(Purpose.CONFLICT_CHECK::equals).isPresent();
    }

    /** In order of the clients, each once. */
    static Collection<Integer> marks(LedgerEntry entry) {
        return new TreeSet<>(entry.clients())
                .stream().map(client -> Marks.of(client.value())).toList();
    }

    private static Optional<PeerHabit> peers(TenantState state, Peers peers, Indexed entry, int finished) {
        PeerHabit before = state.habits().of(peers);
        PeerHabit after = finished > 0 ? before.with(finished) : before;
        if (!Judged.clients(entry.entry()).isEmpty()) {
            after = after.lookedAt(hour(entry));
        }
        return Optional.of(after).filter(row -> !row.equals(before));
    }
}
