package io.seenby.audit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What this instance owns now. The polling thread changes it, the projecting threads ask it. */
@ApplicationScoped
public class OwnedPartitions {

    private static final Logger LOG = Logger.getLogger(OwnedPartitions.class);

    /** Longer than any statement of the pipeline usually takes; the stored position protects the views after it. */
    private static final long REVOCATION_LIMIT_SECONDS = 60;

    private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
    private volatile boolean assigned;

    /** @param end of the log now */
    void assign(int partition, long nextOffset, long end) {
        owned.put(partition, new OwnedPartition(partition, nextOffset, end));
    }

    /** An assignment is complete, even if it gave us nothing. */
    void assignmentDone() {
        assigned = true;
    }

    void revoke(int partition) throws InterruptedException {
        OwnedPartition gone = owned.remove(partition);
        if (gone != null && !gone.revoke(REVOCATION_LIMIT_SECONDS)) {
            LOG.warnf("partition %d was revoked while a batch of it still hangs", partition);
        }
    }

    Optional<OwnedPartition> find(int partition) {
        return Optional.ofNullable(owned.get(partition));
    }

    Collection<OwnedPartition> all() {
        return List.copyOf(owned.values());
    }

    /** The numbers of the partitions that are ours. */
    public Set<Integer> numbers() {
        return Set.copyOf(owned.keySet());
    }

    /** Those of ours of which all is integrated that stood in the log when they became ours. */
    public Set<Integer> caughtUp() {
        return owned.values().stream()
                .filter(OwnedPartition::isCaughtUp)
                .map(OwnedPartition::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The offset after everything that is integrated of a partition; 0 if it is not ours. */
    public long integratedUpTo(int partition) {
        return find(partition).map(OwnedPartition::nextOffset).orElse(0L);
    }

    /** The consumer group has told us, at least once, what is ours. */
    public boolean isAssigned() {
        return assigned;
    }

    /** Partitions that the group gives to us and another projector works on: a zombie, or two groups on one schema. */
    public List<Integer> stale() {
        return owned.values().stream()
                .filter(OwnedPartition::isStale)
                .map(OwnedPartition::number)
                .toList();
    }
}
