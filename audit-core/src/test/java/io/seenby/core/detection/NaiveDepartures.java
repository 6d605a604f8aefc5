package io.seenby.core.detection;

import io.seenby.core.detection.NaiveJudge.Sight;
import io.seenby.core.detection.NaiveJudge.Signal;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.ActorLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Departures that become known afterwards, said once more: look through all that the actor did before. */
final class NaiveDepartures {

    private final List<LedgerEntry> history;
    private final NaiveFacts facts;
    private final IntPredicate departure;
    private final BiPredicate<Integer, ClientRef> judged;

    /**
     * @param departure whether the entry that says how somebody stands says that they left
     * @param judged whether an entry is a look at the client that needs a reason
     */
    NaiveDepartures(
            List<LedgerEntry> history,
            NaiveFacts facts,
            IntPredicate departure,
            BiPredicate<Integer, ClientRef> judged) {
        this.history = history;
        this.facts = facts;
        this.departure = departure;
        this.judged = judged;
    }

    void judge(Set<Sight> sights, List<Signal> signals) {
        for (int told = 0; told < history.size(); told++) {
            if (history.get(told).event() instanceof ActorLeft left) {
                ActorRef who = left.subject().ref();
                boolean any = false;
                for (int look = 0; look < told; look++) {
                    for (ClientRef client : news(told, look, who)) {
                        sights.add(new Sight(told, "departure-told-late", client, Optional.empty()));
                        any = true;
                    }
                }
                if (any) {
                    signals.add(new Signal(told, "departure-told-late", who.value(), "open", "high"));
                }
            }
        }
    }

    private List<ClientRef> news(int told, int look, ActorRef who) {
        LedgerEntry entry = history.get(look);
        Instant moment = entry.occurredAt();
        boolean tooOld =
                Duration.between(moment, history.get(told).recordedAt()).compareTo(Duration.ofDays(30)) > 0;
        boolean byThis = facts.standing(who, moment, told + 1) == told;
        boolean knownBefore = departure.test(facts.standing(who, moment, told));
        return entry.actor().ref().equals(who) && !tooOld && byThis && !knownBefore
                ? entry.clients().stream()
                        .filter(client -> judged.test(look, client))
                        .toList()
                : List.of();
    }
}
