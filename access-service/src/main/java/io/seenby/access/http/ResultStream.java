package io.seenby.access.http;

import io.seenby.access.ledger.InFlight;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The answer to a batch: results leave in the order of the items, as soon as those before them have left. What waits for
 * its reader counts as in flight. On the event loop only.
 */
final class ResultStream {

    /** Part of a batch that is under way. */
    static final class Chunk {
        private final int first;
        private final long held;
        private Optional<ChunkResults> results = Optional.empty();

        private Chunk(int first, long held) {
            this.first = first;
            this.held = held;
        }

        /** Index of its first item. */
        int first() {
            return first;
        }
    }

    private final Desk desk;
    private final Results.Framing framing;
    private final HttpServerResponse response;
    private final Context context;
    private final Runnable changed;
    private final BatchReceipt receipt;
    private final Deque<Chunk> underWay = new ArrayDeque<>();
    private long unread;
    private boolean closed;

    /** @param changed is told whenever something has left or was read */
    ResultStream(Desk desk, Results.Framing framing, Context context, Runnable changed) {
        this.desk = desk;
        this.framing = framing;
        this.response = desk.context().response();
        this.context = context;
        this.changed = changed;
        this.receipt = new BatchReceipt(desk.tenant().id(), desk.receipts());
    }

    void begin() {
        response.setChunked(true)
                .setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, framing.mediaType())
                .exceptionHandler(lost -> hangUp())
                .closeHandler(lost -> hangUp());
    }

    /** A part of the batch begins; it holds so many bytes until it is answered. */
    Chunk open(int first, long held) {
        Chunk chunk = new Chunk(first, held);
        underWay.add(chunk);
        desk.inFlight().take(desk.tenant().id(), held);
        return chunk;
    }

    void answered(Chunk chunk, ChunkResults results) {
        chunk.results = Optional.of(results);
        while (!underWay.isEmpty() && underWay.peek().results.isPresent()) {
            write(underWay.remove());
        }
        changed.run();
    }

    private void write(Chunk chunk) {
        desk.inFlight().give(desk.tenant().id(), chunk.held);
        ChunkResults results = chunk.results.orElseThrow();
        int bytes = results.json().length();
        if (closed || bytes == 0) {
            return;
        }
        receipt.add(results.leaves());
        unread += bytes;
        desk.inFlight().take(desk.tenant().id(), bytes);
        response.write(results.json())
                .onComplete(written -> OnContext.run(context, () -> {
                    unread -= bytes;
                    desk.inFlight().give(desk.tenant().id(), bytes);
                    changed.run();
                }));
    }

    /** What stands after the last result, once everything has been answered. Completed on no particular thread. */
    CompletableFuture<String> receipt() {
        return closed ? CompletableFuture.completedFuture("") : receipt.json();
    }

    /** @param last stands after the last result, if it is not empty */
    void end(boolean wasEmpty, String last) {
        if (!closed) {
            closed = true;
            response.end(wasEmpty ? framing.empty() : framing.last(last) + framing.close());
        }
    }

    /** Ends the connection in the middle, so that nobody takes it for a whole answer. */
    void breakOff() {
        closed = true;
        response.reset();
    }

    private void hangUp() {
        closed = true;
        changed.run();
    }

    /** Nobody reads any more. */
    boolean isClosed() {
        return closed;
    }

    int underWay() {
        return underWay.size();
    }

    /** Bytes that were written and not yet taken by the network. */
    long unread() {
        return unread;
    }

    /** What the parts of a batch hold together. */
    static long held(int items, int bytes) {
        return InFlight.held(bytes) + (items - 1L) * InFlight.held(0);
    }
}
