package io.seenby.access.http;

import io.seenby.access.intake.Item;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One batch: cuts items from the stream, hands them to the intake in chunks, and streams the results back in the
 * order of the items. Everything here happens on the event loop of the connection.
 *
 * <p>The sender is paused while much of this batch is under way, and while the service as a whole has no room. A batch
 * that has nothing under way may always go on, so none waits for ever; but not while its sender leaves results unread.
 */
final class Batch implements ItemSplitter.Items {

    private static final int CHUNK_ITEMS = 256;
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int MOST_CHUNKS = 16;

    /** Results that wait to be read, from which on a batch may no longer go on without room. */
    private static final long MUCH_UNREAD = 1 << 20;

    private static final long OWN_BYTES = 64 * 1024;

    private final Desk desk;
    private final ItemSplitter splitter;
    private final Results.Framing framing;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;

    private List<Item> items = new ArrayList<>();
    private int itemBytes;
    private int counted;
    private long bytesSeen;
    private final Deque<Chunk> underWay = new ArrayDeque<>();
    private long unread;
    private boolean paused;
    private boolean ended;
    private boolean stopped;
    private boolean gone;

    static Batch lines(Desk desk) {
        return new Batch(desk, new LineSplitter(desk.itemBytes()), Results.Framing.LINES);
    }

    static Batch array(Desk desk) {
        return new Batch(desk, new ArraySplitter(desk.itemBytes()), Results.Framing.ARRAY);
    }

    private Batch(Desk desk, ItemSplitter splitter, Results.Framing framing) {
        this.desk = desk;
        this.splitter = splitter;
        this.framing = framing;
        this.request = desk.context().request();
        this.response = desk.context().response();
        this.context = OnContext.contextOf(desk.context());
    }

    /** Part of a batch under way; its results are there when the intake has answered. */
    private static final class Chunk {
        private final int first;
        private final long held;
        private Optional<Buffer> results = Optional.empty();

        Chunk(int first, long held) {
            this.first = first;
            this.held = held;
        }
    }

    /** @param already the part of the body that was read before it was known to be a batch */
    void begin(byte[] already) {
        Optional<Problem> noRoom = desk.inFlight().tryTake(desk.tenant().id(), OWN_BYTES);
        if (noRoom.isPresent()) {
            desk.metrics().refused(noRoom.get().type());
            Answers.problem(desk.context(), noRoom.get());
            return;
        }
        response.setChunked(true)
                .setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, framing.mediaType())
                .exceptionHandler(lost -> hangUp())
                .closeHandler(closed -> hangUp());
        request.handler(buffer -> more(buffer.getBytes()));
        request.endHandler(over -> end());
        request.exceptionHandler(lost -> hangUp());
        more(already);
        if (!paused) {
            request.resume();
        }
    }

    private void more(byte[] bytes) {
        if (stopped) {
            return;
        }
        bytesSeen += bytes.length;
        if (bytesSeen > desk.limits().batchBytes().asLongValue()) {
            stop(Problem.of(
                    ProblemType.TOO_LARGE,
                    "From here on the batch was not read: it has more than "
                            + desk.limits().batchBytes().asLongValue() + " bytes."));
        } else {
            splitter.feed(bytes, this);
        }
        pauseOrResume();
    }

    @Override
    public void item(byte[] text) {
        add(new Item.Text(text), text.length);
    }

    @Override
    public void tooLarge() {
        add(
                new Item.Unreadable(
                        Problem.of(ProblemType.TOO_LARGE, "An event has at most " + desk.itemBytes() + " bytes.")),
                0);
    }

    @Override
    public void broken(String why, long at) {
        stop(Problem.of(
                ProblemType.MALFORMED,
                "From here on the batch was not read: " + why + ", at byte " + at + " of the body."));
    }

    private void stop(Problem problem) {
        if (!stopped) {
            stopped = true;
            items.add(new Item.Unreadable(problem));
            flush();
        }
    }

    private void add(Item item, int bytes) {
        if (stopped) {
            return;
        }
        if (counted + items.size() == desk.limits().batchItems()) {
            stop(Problem.of(
                    ProblemType.TOO_LARGE,
                    "From here on the batch was not read: it has more than "
                            + desk.limits().batchItems() + " events."));
            return;
        }
        items.add(item);
        itemBytes += bytes;
        if (items.size() == CHUNK_ITEMS || itemBytes >= CHUNK_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (items.isEmpty()) {
            return;
        }
        List<Item> next = items;
        Chunk chunk = new Chunk(counted, InFlight.held(itemBytes) + (next.size() - 1) * InFlight.held(0));
        items = new ArrayList<>(CHUNK_ITEMS);
        itemBytes = 0;
        counted += next.size();
        underWay.add(chunk);
        desk.inFlight().take(desk.tenant().id(), chunk.held);
        desk.intake()
                .recordAll(desk.tenant(), desk.publisher(), next)
                .thenApply(outcomes -> Results.of(outcomes, chunk.first, framing))
                .whenComplete((results, bug) -> OnContext.run(context, () -> answered(chunk, results, bug)));
    }

    private void answered(Chunk chunk, Buffer results, Throwable bug) {
        if (bug != null) {
            // A bug of ours: the connection ends in the middle, so that nobody takes it for a whole answer.
            desk.context().fail(bug);
            response.reset();
            hangUp();
        }
        chunk.results = Optional.of(bug == null ? results : Buffer.buffer());
        while (!underWay.isEmpty() && underWay.peek().results.isPresent()) {
            write(underWay.remove());
        }
        finishIfDone();
        pauseOrResume();
    }

    private void write(Chunk chunk) {
        desk.inFlight().give(desk.tenant().id(), chunk.held);
        Buffer results = chunk.results.orElseThrow();
        if (gone || results.length() == 0) {
            return;
        }
        int bytes = results.length();
        unread += bytes;
        desk.inFlight().take(desk.tenant().id(), bytes);
        response.write(results)
                .onComplete(written -> OnContext.run(context, () -> {
                    unread -= bytes;
                    desk.inFlight().give(desk.tenant().id(), bytes);
                    pauseOrResume();
                }));
    }

    private void end() {
        if (!stopped) {
            splitter.end(this);
        }
        flush();
        ended = true;
        finishIfDone();
    }

    private void finishIfDone() {
        if (ended && underWay.isEmpty() && !gone) {
            gone = true;
            desk.inFlight().give(desk.tenant().id(), OWN_BYTES);
            response.end(counted == 0 ? framing.empty() : framing.close());
        }
    }

    private void hangUp() {
        stopped = true;
        if (!gone) {
            gone = true;
            desk.inFlight().give(desk.tenant().id(), OWN_BYTES);
        }
    }

    private void pauseOrResume() {
        if (ended || gone) {
            return;
        }
        boolean mayGoOn = underWay.isEmpty()
                ? unread < MUCH_UNREAD || desk.inFlight().hasRoom()
                : underWay.size() < MOST_CHUNKS && desk.inFlight().hasRoom();
        if (!mayGoOn && !paused) {
            paused = true;
            request.pause();
        } else if (mayGoOn && paused) {
            paused = false;
            request.resume();
        }
    }
}
