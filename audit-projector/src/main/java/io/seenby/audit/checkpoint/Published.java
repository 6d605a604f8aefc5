package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import java.time.Instant;

/**
 * A checkpoint that stands on the topic.
 *
 * @param offset its place there
 * @param at the broker's clock when it took it
 */
public record Published(Checkpoint checkpoint, Note note, long offset, Instant at) {

    /** Is it to be served rather than {@code other}, of the same origin? */
    boolean supersedes(Published other) {
        long size = checkpoint.size();
        long otherSize = other.checkpoint.size();
        return size > otherSize || (size == otherSize && offset > other.offset);
    }
}
