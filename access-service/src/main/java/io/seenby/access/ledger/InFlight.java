package io.seenby.access.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.seenby.access.AccessSettings;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that events may hold between their arrival and their answer. Who asks before it begins is refused when there
 * is no room; who has begun takes what it needs and pauses its sender until there is room again.
 */
@ApplicationScoped
public class InFlight {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Beside its bytes: tree, headers, futures. */
    private static final long PER_EVENT = 1_024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();
    private final Map<TenantId, AtomicLong> byTenant = new ConcurrentHashMap<>();

    InFlight(AccessSettings settings, MeterRegistry meters) {
        this.limit = settings.intake().inFlightBytes().asLongValue();
        Gauge.builder("seenby.in.flight.bytes", taken, AtomicLong::get)
                .description("Estimated heap of events between arrival and answer")
                .register(meters);
    }

    /** What an event of so many bytes holds: itself, its sealed form, and what surrounds them. */
    public static long held(int bytes) {
        return 3L * bytes + PER_EVENT;
    }

    /** Takes the bytes, or says why not now: 429 to a tenant that holds more than half, 503 to others. */
    public Optional<Problem> tryTake(TenantId tenant, long bytes) {
        if (taken.get() + bytes > limit && taken.get() > 0) {
            return Optional.of(refusal(tenant));
        }
        take(tenant, bytes);
        return Optional.empty();
    }

    private Problem refusal(TenantId tenant) {
        boolean greedy = of(tenant).get() > limit / 2;
        return greedy
                ? Problem.passing(ProblemType.TOO_MANY, "Wait for answers before sending more.", SOON)
                : Problem.passing(ProblemType.OVERLOADED, "Nothing was taken; send it again a little later.", SOON);
    }

    /** Takes the bytes even if there is no room, for who has begun. */
    public void take(TenantId tenant, long bytes) {
        taken.addAndGet(bytes);
        of(tenant).addAndGet(bytes);
    }

    /** Gives them back. */
    public void give(TenantId tenant, long bytes) {
        of(tenant).addAndGet(-bytes);
        taken.addAndGet(-bytes);
    }

    public boolean hasRoom() {
        return taken.get() < limit;
    }

    private AtomicLong of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, first -> new AtomicLong());
    }
}
