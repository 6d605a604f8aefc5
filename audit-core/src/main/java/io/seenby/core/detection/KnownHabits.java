package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import io.seenby.events.ActorRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is usual of the actors of a batch, and of their peers. */
final class KnownHabits {

    private final Map<ActorRef, Habit> habits = new HashMap<>();
    private final Map<Peers, PeerHabit> peers = new HashMap<>();

    void put(Habit row) {
        habits.put(row.actor(), row);
    }

    void put(PeerHabit row) {
        peers.put(row.peers(), row);
    }

    Optional<Habit> of(ActorRef actor) {
        return Optional.ofNullable(habits.get(actor));
    }

    /** Nothing is usual among peers of whom nothing was seen. */
    PeerHabit of(Peers group) {
        PeerHabit known = peers.get(group);
        return known == null ? PeerHabit.of(group) : known;
    }
}
