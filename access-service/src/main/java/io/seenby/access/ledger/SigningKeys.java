package io.seenby.access.ledger;

import io.seenby.access.ledger.AnnouncedKey.State;
import io.seenby.access.sealing.LedgerMac;
import io.seenby.events.LedgerKeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which key proves what this instance appends to a partition: the primary one of the file as soon as the partition accepts
 * it, until then the latest that it does accept.
 */
@ApplicationScoped
public class SigningKeys {

    private final LedgerMac mac;
    private final AnnouncedKeys announced;
    private final Map<Integer, CompletableFuture<Optional<LedgerKeyId>>> known = new ConcurrentHashMap<>();
    private final Map<Integer, Set<LedgerKeyId>> used = new ConcurrentHashMap<>();

    public SigningKeys(LedgerMac mac, AnnouncedKeys announced) {
        this.mac = mac;
        this.announced = announced;
    }

    /**
     * Empty if the file holds no key that the partition accepts. Fails if the database does; completed already once it is
     * known.
     */
    CompletableFuture<Optional<LedgerKeyId>> of(int partition) {
        CompletableFuture<Optional<LedgerKeyId>> key = known.get(partition);
        return key == null ? firstLook(partition) : key;
    }

    /** For all who ask meanwhile; never in place of what {@link #look} found. */
    private CompletableFuture<Optional<LedgerKeyId>> firstLook(int partition) {
        CompletableFuture<Optional<LedgerKeyId>> key =
                known.computeIfAbsent(partition, first -> announced.of(first).thenApply(keys -> best(first, keys)));
        key.whenComplete((found, failure) -> {
            if (failure != null) {
                known.remove(partition, key);
            }
        });
        return key;
    }

    /** Looks again what the partition accepts; who appends now still uses what was known before. */
    public CompletableFuture<Optional<LedgerKeyId>> look(int partition) {
        return announced.of(partition).thenApply(keys -> {
            Optional<LedgerKeyId> key = best(partition, keys);
            known.put(partition, CompletableFuture.completedFuture(key));
            return key;
        });
    }

    /** Whether this instance may have proven a record of the partition by this key, or may still be about to. */
    public boolean hasUsed(int partition, LedgerKeyId key) {
        return used.getOrDefault(partition, Set.of()).contains(key);
    }

    private Optional<LedgerKeyId> best(int partition, List<AnnouncedKey> keys) {
        List<LedgerKeyId> accepted = keys.isEmpty()
                ? List.of(mac.first())
                : keys.stream()
                        .filter(each -> each.state() == State.ACCEPTED)
                        .map(AnnouncedKey::key)
                        .filter(mac::holds)
                        .toList();
        Optional<LedgerKeyId> best = accepted.contains(mac.primary())
                ? Optional.of(mac.primary())
                : accepted.stream().reduce((earlier, later) -> later);
        best.ifPresent(key -> used.computeIfAbsent(partition, first -> ConcurrentHashMap.newKeySet())
                .add(key));
        return best;
    }
}
