package io.seenby.cli.witness;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Consistency;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.TreeHasher;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cosigns a checkpoint if its log has only grown since the last one. What was cosigned is on disk before anybody sees the
 * cosignature; between looking and writing nobody else may touch the same log.
 *
 * <p>The state is all that a witness is worth: one whose state directory was wiped knows no size of any log, takes the
 * first checkpoint it is shown, and so would cosign a log that was rolled back.
 */
final class Witness {

    private final SigningKey key;
    private final String name;
    private final TrustedLogs trusted;
    private final WitnessState state;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Witness(SigningKey key, String name, TrustedLogs trusted, WitnessState state, InstantSource clock) {
        this.key = key;
        this.name = name;
        this.trusted = trusted;
        this.state = state;
        this.clock = clock;
    }

    /** Throws if what was decided could not be kept: then nothing was decided. */
    Decision add(AddCheckpoint request) throws IOException {
        Checkpoint checkpoint = request.checkpoint();
        var keys = trusted.keysOf(checkpoint.origin());
        if (keys.isEmpty()) {
            return new Decision.UnknownLog();
        }
        Optional<Note.Signature> signed =
                keys.stream().map(request.note()::by).flatMap(Optional::stream).findFirst();
        if (signed.isEmpty()) {
            return new Decision.NotSigned();
        }
        if (request.oldSize() > checkpoint.size()) {
            return new Decision.Shrunken();
        }
        ReentrantLock lock = locks.computeIfAbsent(checkpoint.origin(), first -> new ReentrantLock());
        lock.lock();
        try {
            Optional<Decision> refused = compare(request);
            return refused.isPresent()
                    ? refused.get()
                    : cosign(checkpoint, new Note(request.note().text(), List.of(signed.get())));
        } finally {
            lock.unlock();
        }
    }

    /** With what was cosigned last, an empty log if nothing was. */
    private Optional<Decision> compare(AddCheckpoint request) {
        Checkpoint next = request.checkpoint();
        Optional<Checkpoint> last = state.latest(next.origin()).map(note -> Checkpoint.parse(note.text()));
        long size = last.map(Checkpoint::size).orElse(0L);
        Hash root = last.map(Checkpoint::root).orElseGet(() -> new TreeHasher().ofNothing());
        if (request.oldSize() != size) {
            return Optional.of(new Decision.OtherSize(size));
        }
        if (next.size() == size && !next.root().equals(root)) {
            return Optional.of(new Decision.Fork());
        }
        return Consistency.verify(size, root, next.size(), next.root(), request.proof())
                ? Optional.empty()
                : Optional.of(new Decision.NotProven());
    }

    /** Signatures of strangers are not kept: they could be many. */
    private Decision cosign(Checkpoint checkpoint, Note signed) throws IOException {
        Note.Signature cosignature = key.cosign(name, signed.text(), clock.instant());
        state.keep(checkpoint.origin(), signed.with(cosignature));
        return new Decision.Cosigned(cosignature);
    }

    /** What was cosigned last of a log, for those who compare views. */
    Optional<Note> latest(String origin) {
        return state.latest(origin);
    }

    /** How many logs it has cosigned. */
    int logs() {
        return state.logs();
    }
}
