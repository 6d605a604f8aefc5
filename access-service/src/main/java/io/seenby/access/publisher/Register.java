package io.seenby.access.publisher;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.AccessSettings;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The register of all publishers, in memory, read on from the table every second: so long is it until a change made at
 * another instance holds here. An instance that could not look for {@link AccessSettings.Publishers#patience} takes
 * nothing more, for it would not know of a suspension. About 500 bytes a publisher.
 */
@ApplicationScoped
public class Register {

    private static final Trouble TROUBLE = new Trouble(Register.class);
    private static final Problem BLIND = Problem.passing(
            ProblemType.UNAVAILABLE, "It cannot be looked up who is suspended; repeat it.", Duration.ofSeconds(1));

    private record Key(TenantId tenant, PublisherId publisher) {}

    private final PublisherTable table;
    private final Duration every;
    private final long patience;
    private final Map<Key, Standing> standings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("publishers").daemon().factory());

    /** Guarded by this: of several that look at once, one asks. */
    private @Nullable CompletableFuture<Void> looking;

    private volatile long seen;
    private volatile boolean looked;
    private volatile long lookedAt;

    @Inject
    Register(PublisherTable table, AccessSettings settings) {
        this(table, settings.publishers().look(), settings.publishers().patience());
    }

    Register(PublisherTable table, Duration every, Duration patience) {
        this.table = table;
        this.every = every;
        this.patience = patience.toNanos();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::keepLooking, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void keepLooking() {
        try {
            look().whenComplete((done, failure) -> {
                if (failure != null) {
                    TROUBLE.warn("The register of publishers cannot be read", failure);
                }
            });
        } catch (RuntimeException failure) {
            // Thrown out of here it would be the last look.
            TROUBLE.warn("The register of publishers cannot be read", failure);
        }
    }

    /**
     * Empty if the publisher is not registered. Completed already if it is known here; who is not may have registered a
     * moment ago at another instance, so for them the table is asked. Fails if the database does.
     */
    public CompletableFuture<Optional<Standing>> find(TenantId tenant, PublisherId publisher) {
        Key key = new Key(tenant, publisher);
        Standing known = standings.get(key);
        return known != null
                ? CompletableFuture.completedFuture(Optional.of(known))
                : look().thenApply(done -> Optional.ofNullable(standings.get(key)));
    }

    /** Why it cannot be known who is suspended, if it cannot. */
    Optional<Problem> blind() {
        return looked && System.nanoTime() - lookedAt < patience ? Optional.empty() : Optional.of(BLIND);
    }

    /** A change holds here from now on. */
    void apply(Registration change) {
        standings
                .computeIfAbsent(new Key(change.tenant(), change.publisher()), any -> new Standing(change, this::blind))
                .become(change);
    }

    /** Reads what has been decided since the last look. */
    synchronized CompletableFuture<Void> look() {
        if (looking != null && !looking.isDone()) {
            return looking;
        }
        long begun = System.nanoTime();
        looking = table.since(seen).thenAccept(changes -> take(changes, begun));
        return looking;
    }

    private void take(List<Registration> changes, long begun) {
        changes.forEach(this::apply);
        seen = changes.stream().mapToLong(Registration::ordinal).reduce(seen, Math::max);
        lookedAt = begun;
        looked = true;
    }
}
