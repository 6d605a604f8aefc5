package io.seenby.access.receipt;

import io.quarkus.runtime.StartupEvent;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.WholeTree;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Signs receipts in groups, on a thread of its own: a signature costs as much as a thousand leaves. A group closes when
 * the one before it is signed, but not within five milliseconds of it; the first statement after a silence is signed at
 * once. What waits here is an answer not yet sent, so it is bounded by what is in flight.
 */
@ApplicationScoped
public class ReceiptSigner {

    private static final Trouble TROUBLE = new Trouble(ReceiptSigner.class);
    private static final Duration SPACING = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<String, Note.Signature> key;
    private final AccessMetrics metrics;
    private final WaitingRoom room = new WaitingRoom(SPACING.toNanos());
    private final TreeHasher hasher = new TreeHasher();
    private final Thread thread = Thread.ofPlatform().name("receipts").daemon().unstarted(this::run);

    @Inject
    ReceiptSigner(ReceiptKey key, AccessMetrics metrics) {
        this(key::sign, metrics);
    }

    /** @param key signs the text of a checkpoint */
    ReceiptSigner(Function<String, Note.Signature> key, AccessMetrics metrics) {
        this.key = key;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    /**
     * The receipt of a statement about what is recorded, once all replicas have it. Empty if it could not be signed:
     * that makes the entry no less recorded. Never fails; completed by the thread that signs, which must not be held.
     */
    public CompletableFuture<Optional<Receipt>> receipt(Supplier<byte[]> statement) {
        Waiting waiting = Waiting.on(statement);
        if (!room.enter(waiting)) {
            unsigned(List.of(waiting));
        }
        return waiting.receipt();
    }

    private void run() {
        try {
            for (List<Waiting> group = room.leave(); !group.isEmpty(); group = room.leave()) {
                sign(group);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every one of the group is answered, whatever happens: who waits has an entry in the ledger. */
    private void sign(List<Waiting> group) {
        try {
            List<Receipt> receipts = receipts(group);
            for (int i = 0; i < receipts.size(); i++) {
                group.get(i).receipt().complete(Optional.of(receipts.get(i)));
            }
        } catch (RuntimeException | Error broken) {
            TROUBLE.warn("Receipts cannot be signed; what they are for is recorded", broken);
            unsigned(group);
        }
    }

    private List<Receipt> receipts(List<Waiting> group) {
        long began = System.nanoTime();
        List<byte[]> statements = new ArrayList<>(group.size());
        List<Hash> leaves = new ArrayList<>(group.size());
        for (Waiting waiting : group) {
            byte[] statement = waiting.statement().get();
            statements.add(statement);
            leaves.add(hasher.leaf(statement));
        }
        WholeTree tree = WholeTree.of(leaves, hasher);
        String text = new Checkpoint(Statement.ORIGIN, tree.size(), tree.root()).text();
        SignedGroup signed = SignedGroup.of(tree, new Note(text, List.of(key.apply(text))));
        List<Receipt> receipts = new ArrayList<>(group.size());
        for (int i = 0; i < statements.size(); i++) {
            receipts.add(new Receipt(statements.get(i), i, signed));
        }
        metrics.signed(group.size(), System.nanoTime() - began);
        return receipts;
    }

    private void unsigned(List<Waiting> group) {
        metrics.unsigned(group.size());
        group.forEach(waiting -> waiting.receipt().complete(Optional.empty()));
    }

    /** Who waits is still answered; who comes later gets no receipt. */
    @PreDestroy
    void stop() throws InterruptedException {
        room.shut();
        if (thread.isAlive()) {
            thread.join(PATIENCE);
        }
    }
}
