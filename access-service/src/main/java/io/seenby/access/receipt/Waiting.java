package io.seenby.access.receipt;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A statement without its receipt. Its bytes are made by the thread that signs. */
record Waiting(Supplier<byte[]> statement, CompletableFuture<Optional<Receipt>> receipt) {

    static Waiting on(Supplier<byte[]> statement) {
        return new Waiting(statement, new CompletableFuture<>());
    }
}
