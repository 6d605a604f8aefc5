package io.seenby.audit.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest published checkpoint of each tree, as far as the topic was read. */
@ApplicationScoped
public class CheckpointBoard {

    private final Map<String, Published> latest = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** Of a tree, by its origin. */
    public Optional<Published> latest(String origin) {
        return Optional.ofNullable(latest.get(origin));
    }

    void offer(Published published) {
        latest.merge(published.checkpoint().origin(), published, (old, next) -> next.supersedes(old) ? next : old);
    }

    /** Everything is here that was published before this instance began. Until then nothing may be signed. */
    boolean isComplete() {
        return complete;
    }

    void markComplete() {
        complete = true;
    }
}
