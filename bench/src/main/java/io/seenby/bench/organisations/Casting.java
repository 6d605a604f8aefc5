package io.seenby.bench.organisations;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Who plays in what was planned. Whose standing changes plays once only, so that two plays do not undo each other; and
 * whoever has left, or must keep away from a client, is kept out of the routine.
 */
final class Casting {
    private final SplittableRandom random;
    private final Deque<Integer> once = new ArrayDeque<>();
    private final List<Integer> often = new ArrayList<>();
    private final Map<Integer, Instant> left = new HashMap<>();
    private final Set<List<Integer>> barred = new HashSet<>();
    private final Set<List<Integer>> met = new HashSet<>();

    Casting(House house, SplittableRandom random) {
        this.random = random;
        for (int actor = 0; actor < house.actors(); actor++) {
            if (House.place(actor) != 0 && random.nextBoolean()) {
                once.add(actor);
            } else {
                often.add(actor);
            }
        }
        List<Integer> shuffled = new ArrayList<>(once);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        once.clear();
        once.addAll(shuffled);
    }

    /**
     * Somebody who plays nothing else; never the leader of a team.
     *
     * @throws IllegalArgumentException if all have been asked for
     */
    int once() {
        if (once.isEmpty()) {
            throw new IllegalArgumentException("more is planted than this few people can do");
        }
        return once.remove();
    }

    /** Somebody whose standing stays as it is. */
    int anybody() {
        return often.get(random.nextInt(often.size()));
    }

    /** True the first time: what one play ties the two by must not explain another. */
    boolean meet(int actor, int client) {
        return met.add(List.of(actor, client));
    }

    void leaves(int actor, Instant at) {
        left.put(actor, at);
    }

    void keepAway(int actor, int client) {
        barred.add(List.of(actor, client));
    }

    boolean gone(int actor, Instant at) {
        Instant since = left.get(actor);
        return since != null && !at.isBefore(since);
    }

    boolean mustKeepAway(int actor, int client) {
        return barred.contains(List.of(actor, client));
    }
}
