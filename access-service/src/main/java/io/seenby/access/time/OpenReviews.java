package io.seenby.access.time;

import io.seenby.core.detection.BreakGlass;
import io.seenby.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * The minutes at which reviews of broken glasses are due, at most some thousands a tenant however often it breaks. Whether
 * one was reviewed in the meantime is not known here, where a review has clients and no accesses: then time is told once
 * for nothing, which does no harm.
 */
final class OpenReviews {

    /** So long is a minute kept that was told: it may turn out that the broker has not taken it. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<TenantId, NavigableSet<Instant>> minutes = new ConcurrentHashMap<>();

    /** Rounded up: told a minute late, never early. */
    void broken(TenantId tenant, Instant recordedAt) {
        Instant due =
                BreakGlass.reviewDue(recordedAt).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        minutes.computeIfAbsent(tenant, absent -> new ConcurrentSkipListSet<>()).add(due);
    }

    Set<TenantId> tenants() {
        return minutes.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether one was due at or after the first moment and before the second. */
    boolean due(TenantId tenant, Instant from, Instant before) {
        NavigableSet<Instant> due = minutes.getOrDefault(tenant, new ConcurrentSkipListSet<>());
        return !due.subSet(from, true, from.isAfter(before) ? from : before, false)
                .isEmpty();
    }

    /** The tenant was told the time at this moment. */
    void told(TenantId tenant, Instant at) {
        minutes.getOrDefault(tenant, new ConcurrentSkipListSet<>())
                .headSet(at.minus(KEPT))
                .clear();
    }
}
