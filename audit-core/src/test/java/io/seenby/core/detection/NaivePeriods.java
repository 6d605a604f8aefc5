package io.seenby.core.detection;

import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LedgerEvent.ConsentGranted;
import io.seenby.events.LedgerEvent.RelationshipEstablished;
import io.seenby.events.LedgerEvent.WallRaised;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which statement counts when, read off the whole history each time it is asked: no rows, no keys, no state. */
class NaivePeriods {

    final List<LedgerEntry> history;

    NaivePeriods(List<LedgerEntry> history) {
        this.history = history;
    }

    /** The one in force, if it holds; as the first statement that said the same without another between. */
    Optional<Integer> holding(int known, Instant moment, IntPredicate says, IntPredicate ends) {
        int last = lastBegun(known, moment, says);
        return last >= 0 && holdsAt(last, known, moment, says, ends)
                ? Optional.of(first(last, says, ends))
                : Optional.empty();
    }

    private int first(int stated, IntPredicate says, IntPredicate ends) {
        int before = stated - 1;
        while (before >= 0 && !says.test(before)) {
            before--;
        }
        boolean same = before >= 0
                && from(before).equals(from(stated))
                && until(before).equals(until(stated))
                && who(before).equals(who(stated))
                && end(before, stated, says, ends)
                        .map(at -> at.isAfter(from(stated)))
                        .orElse(true);
        return same ? first(before, says, ends) : stated;
    }

    /** Of a wall, whom it keeps away: said of others, it is another wall. */
    private Set<Object> who(int index) {
        Set<Object> who = new HashSet<>();
        if (history.get(index).event() instanceof WallRaised told) {
            told.members().forEach(member -> who.add(member.ref()));
            who.addAll(told.teams());
        }
        return who;
    }

    /** Of those that had occurred by the moment the latest, of two at once the one recorded later; −1 if there is none. */
    int latest(int known, Instant moment, IntPredicate says) {
        int best = -1;
        for (int index = 0; index < known; index++) {
            Instant occurred = history.get(index).occurredAt();
            if (says.test(index)
                    && !occurred.isAfter(moment)
                    && (best < 0 || !occurred.isBefore(history.get(best).occurredAt()))) {
                best = index;
            }
        }
        return best;
    }

    int lastBegun(int known, Instant moment, IntPredicate says) {
        int last = -1;
        for (int index = 0; index < known; index++) {
            if (says.test(index) && !from(index).isAfter(moment)) {
                last = index;
            }
        }
        return last;
    }

    boolean holdsAt(int stated, int known, Instant moment, IntPredicate says, IntPredicate ends) {
        return inPeriod(stated, moment)
                && end(stated, known, says, ends).map(moment::isBefore).orElse(true);
    }

    /** The soonest of the ends said after it, and of those that statements before it had and that lie in its period. */
    Optional<Instant> end(int stated, int known, IntPredicate says, IntPredicate ends) {
        Optional<Instant> soonest = Optional.empty();
        for (int index = stated + 1; index < known; index++) {
            if (ends.test(index)) {
                soonest = sooner(soonest, history.get(index).occurredAt());
            }
        }
        for (int index = 0; index < stated; index++) {
            if (says.test(index)) {
                Optional<Instant> before = end(index, stated, says, ends).filter(at -> at.isAfter(from(stated)));
                soonest = before.isPresent() ? sooner(soonest, before.get()) : soonest;
            }
        }
        return soonest;
    }

    private static Optional<Instant> sooner(Optional<Instant> one, Instant other) {
        return one.filter(at -> at.isBefore(other)).or(() -> Optional.of(other));
    }

    boolean inPeriod(int index, Instant moment) {
        return !from(index).isAfter(moment)
                && until(index).map(moment::isBefore).orElse(true);
    }

    private Instant from(int index) {
        LedgerEntry entry = history.get(index);
        LedgerEvent event = entry.event();
        Optional<Instant> from = event instanceof RelationshipEstablished told
                ? told.from()
                : event instanceof WallRaised told ? told.from() : ((ConsentGranted) event).from();
        return from.orElse(entry.occurredAt());
    }

    private Optional<Instant> until(int index) {
        LedgerEvent event = history.get(index).event();
        return event instanceof RelationshipEstablished told
                ? told.until()
                : event instanceof WallRaised told ? told.until() : ((ConsentGranted) event).until();
    }
}
