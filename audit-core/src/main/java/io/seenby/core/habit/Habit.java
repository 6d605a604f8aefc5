package io.seenby.core.habit;

import io.seenby.events.ActorRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One actor's latest day so far, and how busy the finished days before it were.
 *
 * @param lastSeen latest moment of an access of any day, however late it was reported
 * @param day start of the day of occurrence that is counted; it only moves on
 * @param woke on this day the actor came back after a long silence
 * @param clients {@linkplain Marks marks} of those opened, printed or exported on this day
 * @param taken records exported and clients printed
 * @param refused attempts that a system denied
 * @param unopened searches of which no listed client was opened since, the latest {@link #SEARCHES}
 * @param exposed marks of clients listed to the actor by searches that nothing explains
 * @param told names of the rules that have told people about this day
 * @param days how many clients the finished days had
 */
public record Habit(
        ActorRef actor,
        Instant lastSeen,
        Instant day,
        boolean woke,
        SortedSet<Integer> clients,
        long taken,
        long refused,
        List<SearchMade> unopened,
        SortedSet<Integer> exposed,
        SortedSet<String> told,
        LogBuckets days) {

    /** So many searches are remembered. */
    public static final int SEARCHES = 40;

    public Habit {
        clients = Collections.unmodifiableSortedSet(clients);
        unopened = List.copyOf(unopened);
        exposed = Collections.unmodifiableSortedSet(exposed);
        told = Collections.unmodifiableSortedSet(told);
    }

    /** Natural key of the row. */
    public record Key(ActorRef actor) {}

    public Key key() {
        return new Key(actor);
    }

    /** Of somebody never seen before; nothing is counted of any day. */
    public static Habit of(ActorRef actor, Instant seen) {
        return onDay(actor, seen, Instant.EPOCH, false, LogBuckets.NONE);
    }

    private static Habit onDay(ActorRef actor, Instant seen, Instant day, boolean woke, LogBuckets days) {
        return new Habit(
                actor,
                seen,
                day,
                woke,
                Collections.emptySortedSet(),
                0,
                0,
                List.of(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                days);
    }

    public Habit seen(Instant moment) {
        return moment.isAfter(lastSeen)
                ? new Habit(actor, moment, day, woke, clients, taken, refused, unopened, exposed, told, days)
                : this;
    }

    /** A later day begins, and the day that was is finished. */
    public Habit next(Instant later, boolean afterSilence) {
        return onDay(actor, lastSeen, later, afterSilence, clients.isEmpty() ? days : days.with(clients.size()));
    }

    /** Their searches are not idle any more. */
    public Habit opened(Collection<Integer> seen) {
        SortedSet<Integer> all = Marks.with(clients, seen);
        List<SearchMade> idle = unopened.stream()
                .filter(search -> Collections.disjoint(search.listed(), seen))
                .toList();
        return all == clients && idle.size() == unopened.size()
                ? this
                : new Habit(actor, lastSeen, day, woke, all, taken, refused, idle, exposed, told, days);
    }

    public Habit took(long records) {
        return new Habit(actor, lastSeen, day, woke, clients, taken + records, refused, unopened, exposed, told, days);
    }

    public Habit denied() {
        return new Habit(actor, lastSeen, day, woke, clients, taken, refused + 1, unopened, exposed, told, days);
    }

    public Habit searched(SearchMade search) {
        List<SearchMade> all = new ArrayList<>(unopened);
        all.add(search);
        List<SearchMade> latest = all.subList(Math.max(0, all.size() - SEARCHES), all.size());
        return new Habit(actor, lastSeen, day, woke, clients, taken, refused, latest, exposed, told, days);
    }

    public Habit exposedTo(Collection<Integer> listed) {
        SortedSet<Integer> all = Marks.with(exposed, listed);
        return new Habit(actor, lastSeen, day, woke, clients, taken, refused, unopened, all, told, days);
    }

    /** People are told of this day by that rule; once is enough. */
    public Habit toldBy(String rule) {
        SortedSet<String> all = new TreeSet<>(told);
        all.add(rule);
        return new Habit(actor, lastSeen, day, woke, clients, taken, refused, unopened, exposed, all, days);
    }
}
