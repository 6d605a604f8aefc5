package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.ClientTraitsChanged;
import io.seenby.events.LedgerEvent.ConsentGranted;
import io.seenby.events.LedgerEvent.ConsentRevoked;
import io.seenby.events.LedgerEvent.RelationshipEnded;
import io.seenby.events.LedgerEvent.RelationshipEstablished;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Trait;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** What held when, read off the whole history each time it is asked: no rows, no keys, no state. */
final class NaiveFacts {

    private final List<LedgerEntry> history;

    NaiveFacts(List<LedgerEntry> history) {
        this.history = history;
    }

    boolean related(Tie tie, Instant moment, int known) {
        Set<RelationshipRef> teams = new HashSet<>();
        for (int index = 0; index < known; index++) {
            if (history.get(index).event() instanceof RelationshipEstablished told) {
                teams.add(told.relationship());
            }
        }
        return teams.stream().anyMatch(team -> {
            int last = lastBegun(known, moment, index -> ties(index, team, tie));
            return last >= 0 && holdsAt(last, known, moment, index -> ties(index, team, tie), ends(team));
        });
    }

    /** Statement {@code index} says, with all that is known before {@code known}, that it holds at the moment. */
    boolean explains(int index, Tie tie, Instant moment) {
        return history.get(index).event() instanceof RelationshipEstablished told
                && ties(index, told.relationship(), tie)
                && holdsAt(
                        index,
                        index + 1,
                        moment,
                        other -> ties(other, told.relationship(), tie),
                        ends(told.relationship()));
    }

    /** Indexes of the statements of a client's consents that are in force at the moment. */
    List<Integer> inForce(ClientRef client, Instant moment, int known) {
        Set<ConsentRef> refs = new HashSet<>();
        for (int index = 0; index < known; index++) {
            if (history.get(index).event() instanceof ConsentGranted told) {
                refs.add(told.consent());
            }
        }
        return refs.stream()
                .map(ref -> lastBegun(known, moment, index -> grants(index, ref, client)))
                .filter(index -> index >= 0)
                .toList();
    }

    boolean consentHolds(int granted, ClientRef client, Instant moment, int known) {
        ConsentRef ref = ((ConsentGranted) history.get(granted).event()).consent();
        return holdsAt(granted, known, moment, index -> grants(index, ref, client), revokes(ref, client));
    }

    boolean consentWasRevoked(int granted, ClientRef client, Instant moment, int known) {
        ConsentRef ref = ((ConsentGranted) history.get(granted).event()).consent();
        return inPeriod(granted, moment)
                && end(granted, known, index -> grants(index, ref, client), revokes(ref, client))
                        .filter(end -> !moment.isBefore(end))
                        .isPresent();
    }

    boolean vip(ClientRef client, Instant moment, int known) {
        int best = -1;
        for (int index = 0; index < known; index++) {
            LedgerEntry entry = history.get(index);
            boolean speaks = entry.event() instanceof ClientTraitsChanged
                    && entry.clients().contains(client)
                    && !entry.occurredAt().isAfter(moment);
            if (speaks
                    && (best < 0
                            || !entry.occurredAt().isBefore(history.get(best).occurredAt()))) {
                best = index;
            }
        }
        return best >= 0
                && ((ClientTraitsChanged) history.get(best).event()).traits().contains(Trait.VIP);
    }

    private int lastBegun(int known, Instant moment, IntPredicate says) {
        int last = -1;
        for (int index = 0; index < known; index++) {
            if (says.test(index) && !from(index).isAfter(moment)) {
                last = index;
            }
        }
        return last;
    }

    private boolean holdsAt(int stated, int known, Instant moment, IntPredicate says, IntPredicate ends) {
        return inPeriod(stated, moment)
                && end(stated, known, says, ends).map(moment::isBefore).orElse(true);
    }

    /** The soonest of the ends said after it, and of those that statements before it had and that lie in its period. */
    private Optional<Instant> end(int stated, int known, IntPredicate says, IntPredicate ends) {
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

    private boolean inPeriod(int index, Instant moment) {
        return !from(index).isAfter(moment)
                && until(index).map(moment::isBefore).orElse(true);
    }

    private Instant from(int index) {
        LedgerEntry entry = history.get(index);
        Optional<Instant> from = entry.event() instanceof RelationshipEstablished told
                ? told.from()
                : ((ConsentGranted) entry.event()).from();
        return from.orElse(entry.occurredAt());
    }

    private Optional<Instant> until(int index) {
        return history.get(index).event() instanceof RelationshipEstablished told
                ? told.until()
                : ((ConsentGranted) history.get(index).event()).until();
    }

    private boolean ties(int index, RelationshipRef team, Tie tie) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof RelationshipEstablished told
                && told.relationship().equals(team)
                && entry.clients().contains(tie.client())
                && told.members().stream().anyMatch(member -> member.ref().equals(tie.actor()));
    }

    private IntPredicate ends(RelationshipRef team) {
        return index -> history.get(index).event() instanceof RelationshipEnded told
                && told.relationship().equals(team);
    }

    private boolean grants(int index, ConsentRef ref, ClientRef client) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof ConsentGranted told
                && told.consent().equals(ref)
                && entry.clients().contains(client);
    }

    private IntPredicate revokes(ConsentRef ref, ClientRef client) {
        return index -> history.get(index).event() instanceof ConsentRevoked told
                && told.consent().equals(ref)
                && history.get(index).clients().contains(client);
    }
}
