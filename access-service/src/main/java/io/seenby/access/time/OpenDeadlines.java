package io.seenby.access.time;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.seenby.access.AccessSettings;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.detection.Completeness;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tenants have a deadline that has passed: a number did not come, a promise was not kept, a review is overdue. It knows only what went
 * through this instance of the service, and nobody is asked: after a restart it has forgotten until the next heartbeat or
 * number, a review then waits for any other entry of its tenant, and of two instances each knows its part. Neither does harm: it decides only whether time is told, never what
 * follows from it.
 */
@ApplicationScoped
public class OpenDeadlines {

    /** By how much core time may be ahead of our clock: two instances, each at most 5 s off the broker's. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    /** Longer than any promise. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private record Name(TenantId tenant, PublisherInstance.Key instance) {}

    private final Cache<Name, PublisherInstance> instances;
    private final OpenReviews reviews = new OpenReviews();
    private final Map<TenantId, Instant> told = new ConcurrentHashMap<>();
    private final Duration atMostEvery;

    @Inject
    OpenDeadlines(AccessSettings settings) {
        this(settings.time().atMostEvery(), settings.time().instances());
    }

    OpenDeadlines(Duration atMostEvery, int most) {
        this.atMostEvery = atMostEvery;
        this.instances = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(REMEMBERED)
                .executor(Runnable::run)
                .build();
    }

    /** An entry of the instance is in the ledger. */
    public void heard(TenantId tenant, Sign sign, Instant recordedAt) {
        if (sign.brokeGlass()) {
            reviews.broken(tenant, recordedAt);
        }
        Name name = new Name(tenant, sign.instance());
        if (sign.opensDeadlines()) {
            instances
                    .asMap()
                    .compute(
                            name,
                            (same, known) -> next(known == null ? fresh(name, recordedAt) : known, sign, recordedAt));
        } else {
            instances.asMap().computeIfPresent(name, (same, known) -> next(known, sign, recordedAt));
        }
    }

    private static PublisherInstance fresh(Name name, Instant at) {
        return PublisherInstance.fresh(name.instance(), at, 0);
    }

    /** Where an entry stands in the ledger is of no use here. */
    private static PublisherInstance next(PublisherInstance known, Sign sign, Instant at) {
        return known.heard(at, 0, sign.number(), sign.heartbeat());
    }

    /** Tenants for which time is to be told now. */
    Set<TenantId> due(Instant now) {
        Set<TenantId> due = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        instances.asMap().forEach((name, instance) -> {
            Instant last = last(name.tenant());
            if (mayBeTold(last, now) && Completeness.deadlines(instance).anyMatch(each -> isOpen(each, last, now))) {
                due.add(name.tenant());
            }
        });
        reviews.tenants().stream()
                .filter(tenant -> mayBeTold(last(tenant), now)
                        && reviews.due(tenant, last(tenant).minus(CLOCKS), now.minus(CLOCKS)))
                .forEach(due::add);
        return due;
    }

    private Instant last(TenantId tenant) {
        return told.getOrDefault(tenant, Instant.EPOCH);
    }

    private boolean mayBeTold(Instant last, Instant now) {
        return !now.isBefore(last.plus(atMostEvery));
    }

    /** It has passed, and that was not told yet. */
    private static boolean isOpen(Instant deadline, Instant last, Instant now) {
        return deadline.isBefore(now.minus(CLOCKS)) && !deadline.isBefore(last.minus(CLOCKS));
    }

    void told(TenantId tenant, Instant recordedAt) {
        told.put(tenant, recordedAt);
        reviews.told(tenant, recordedAt);
    }

    /** Nobody knows whether it was told; once more does no harm. */
    void notTold(TenantId tenant) {
        told.remove(tenant);
    }
}
