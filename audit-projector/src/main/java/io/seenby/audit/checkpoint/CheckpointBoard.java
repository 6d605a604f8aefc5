package io.seenby.audit.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The latest published checkpoint of each tree, as far as the topic was read, and for which keys it was. */
@ApplicationScoped
public class CheckpointBoard {

    private final Map<String, Published> latest = new ConcurrentHashMap<>();
    private volatile Set<String> wanted = Set.of();
    private volatile Set<String> read = Set.of();

    /** Of a tree, by its origin. */
    public Optional<Published> latest(String origin) {
        return Optional.ofNullable(latest.get(origin));
    }

    void offer(Published published) {
        latest.merge(published.checkpoint().origin(), published, (old, next) -> next.supersedes(old) ? next : old);
    }

    /**
     * Is everything here that these keys signed before this instance began, or before it heard of them? Until then nothing
     * may be signed. If not, the topic will be read for them.
     */
    boolean isCompleteFor(Set<String> publicKeys) {
        wanted = publicKeys;
        return read.containsAll(publicKeys);
    }

    /** What was asked for last. */
    Set<String> wanted() {
        return wanted;
    }

    void markComplete(Set<String> publicKeys) {
        read = publicKeys;
    }
}
