package io.seenby.access.http;

import io.seenby.access.intake.Outcome;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of part of a batch, ready to be sent.
 *
 * @param leaves what the batch's receipt says of those that were recorded, in their order
 */
record ChunkResults(Buffer json, List<Hash> leaves) {

    static final ChunkResults NONE = new ChunkResults(Buffer.buffer(), List.of());

    /** @param first index of the first item */
    static ChunkResults of(List<Outcome> outcomes, int first, Results.Framing framing) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> leaves = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Recorded recorded) {
                leaves.add(hasher.leaf(recorded.statement().bytes()));
            }
        }
        return new ChunkResults(Results.of(outcomes, first, framing), leaves);
    }
}
