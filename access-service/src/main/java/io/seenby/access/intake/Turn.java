package io.seenby.access.intake;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * When a part of a batch may go to the ledger: after the part before it. Parts are checked and sealed side by side, in
 * whatever time each takes; but a fact must not be overtaken by what it explains, three lines below.
 */
public final class Turn {

    private final CompletableFuture<Void> before;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Turn(CompletableFuture<Void> before) {
        this.before = before;
    }

    /** Of who waits for nobody. */
    public static Turn first() {
        return new Turn(CompletableFuture.completedFuture(null));
    }

    /** Of the part that follows. */
    public Turn next() {
        return new Turn(over);
    }

    /** Does it when the turn has come: at once, or on the thread that ends the turn before. */
    <T> CompletableFuture<T> take(Supplier<CompletableFuture<T>> work) {
        return before.thenCompose(come -> work.get());
    }

    /** The next part may go. Safe to say more than once. */
    void end() {
        if (before.isDone()) {
            over.complete(null);
        } else {
            before.thenRun(() -> over.complete(null));
        }
    }
}
