package io.seenby.audit.query;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Work that runs to its end although nobody waits for it any more. A client that hangs up cancels what the framework
 * subscribed to; were that the work itself, its database connection would never come back.
 */
public final class Detached {

    private Detached() {}

    /** Begins on subscription, once for each. Cancelling gives up the result only. */
    public static <T> Uni<T> from(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter ->
                        Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
    }
}
