package io.seenby.local.launch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often a part may be started again: three times a minute; one that dies more often has a reason to. */
final class Restarts {
    private static final int MOST = 3;
    private static final long WITHIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> byPart = new HashMap<>();

    Restarts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one if it is still allowed. */
    boolean take(String part) {
        var taken = byPart.computeIfAbsent(part, first -> new ArrayDeque<>());
        long now = nanos.getAsLong();
        while (!taken.isEmpty() && now - taken.peekFirst() > WITHIN_NANOS) {
            taken.removeFirst();
        }
        if (taken.size() == MOST) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
