package io.seenby.access.http;

import io.seenby.access.intake.Item;
import io.seenby.access.intake.Turn;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One batch: cuts items from the stream and hands them to the intake in chunks; their results leave by a {@link
 * ResultStream}. Everything here happens on the event loop of the connection.
 *
 * <p>The sender is paused while much of this batch is under way, and while the service as a whole has no room. A batch
 * that has nothing under way may always go on, so none waits for ever; but not while its sender leaves results unread.
 *
 * <p>It is paused too while what was taken is not paid for from the publisher's quota. Who would have to wait for longer
 * than a {@link Credit} allows is told when to come again, and the rest is not read.
 */
final class Batch implements ItemSplitter.Items {

    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final int CHUNK_ITEMS = 64;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int MOST_CHUNKS = 4;

    /** Results that wait to be read, from which on a batch may no longer go on without room. */
    private static final long MUCH_UNREAD = 1 << 20;

    /** What a batch holds as such, from its beginning to its end. */
    private static final long OWN_BYTES = 64 * 1024;

    private final Desk desk;
    private final ItemSplitter splitter;
    private final Results.Framing framing;
    private final HttpServerRequest request;
    private final Context context;
    private final ResultStream results;
    private final Credit credit;

    private List<Item> items = new ArrayList<>();
    private int itemBytes;
    private int counted;
    private long bytesSeen;
    private boolean paused;
    private Turn turn = Turn.first();
    private boolean ended;
    private boolean stopped;
    private boolean over;

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
        this.context = OnContext.contextOf(desk.context());
        this.results = new ResultStream(desk, framing, context, this::proceed);
        this.credit = new Credit(desk.publisher(), context, this::proceed);
    }

    /** @param already the part of the body that was read before it was known to be a batch */
    void begin(byte[] already) {
        Optional<Problem> noRoom = desk.publisher()
                .mayBegin()
                .or(() -> desk.inFlight().tryTake(desk.tenant().id(), OWN_BYTES));
        if (noRoom.isPresent()) {
            desk.metrics().refused(noRoom.get().type());
            Answers.problem(desk.context(), noRoom.get());
            return;
        }
        results.begin();
        request.handler(buffer -> more(buffer.getBytes()));
        request.endHandler(end -> end());
        request.exceptionHandler(lost -> stopped = true);
        more(already);
        if (!paused) {
            request.resume();
        }
    }

    private void more(byte[] bytes) {
        if (stopped) {
            return;
        }
        long most = desk.limits().batchBytes().asLongValue();
        bytesSeen += bytes.length;
        if (bytesSeen > most) {
            stop(tooLong("it has more than " + most + " bytes"));
        } else {
            splitter.feed(bytes, this);
        }
        proceed();
    }

    @Override
    public void item(byte[] text) {
        add(new Item.Text(text), text.length);
    }

    @Override
    public void tooLarge() {
        String detail = "An event has at most " + desk.itemBytes() + " bytes.";
        add(new Item.Unreadable(Problem.of(ProblemType.TOO_LARGE, detail)), 0);
    }

    @Override
    public void broken(String why, long at) {
        String detail = "From here on the batch was not read: " + why + ", at byte " + at + " of the body.";
        stop(Problem.of(ProblemType.MALFORMED, detail));
    }

    private static Problem tooLong(String why) {
        return Problem.of(ProblemType.TOO_LARGE, "From here on the batch was not read: " + why + ".");
    }

    /** One last refusal stands for everything that is not read. */
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
        int most = desk.limits().batchItems();
        if (counted + items.size() == most) {
            stop(tooLong("it has more than " + most + " events"));
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
        ResultStream.Chunk chunk = results.open(counted, ResultStream.held(next.size(), itemBytes));
        items = new ArrayList<>(CHUNK_ITEMS);
        itemBytes = 0;
        counted += next.size();
        desk.intake()
                .recordAll(desk.tenant(), desk.publisher(), next, turn, desk.trace())
                .thenApply(outcomes -> ChunkResults.of(outcomes, chunk.first(), framing))
                .whenComplete((answer, bug) -> OnContext.run(context, () -> answered(chunk, answer, bug)));
        turn = turn.next();
        credit.take(next.size()).ifPresent(this::stop);
    }

    private void answered(ResultStream.Chunk chunk, @Nullable ChunkResults answer, @Nullable Throwable bug) {
        if (bug != null) {
            LOG.error("A batch ended in a bug", bug);
            results.breakOff();
        }
        results.answered(chunk, Objects.requireNonNullElse(answer, ChunkResults.NONE));
    }

    private void end() {
        if (!stopped) {
            splitter.end(this);
        }
        flush();
        ended = true;
        proceed();
    }

    /** Ends, pauses or goes on, as things now stand. */
    private void proceed() {
        if (over) {
            return;
        }
        if (results.isClosed() || (ended || stopped) && results.underWay() == 0) {
            over = true;
            stopped = true;
            results.receipt().thenAccept(receipt -> OnContext.run(context, () -> finish(receipt)));
        } else if (!ended && paused == mayGoOn()) {
            paused = !paused;
            if (paused) {
                request.pause();
            } else {
                request.resume();
            }
        }
    }

    private void finish(String receipt) {
        desk.inFlight().give(desk.tenant().id(), OWN_BYTES);
        results.end(counted == 0, receipt);
        leave();
    }

    /** Who goes on sending what nobody reads gets a moment to see the answer. */
    private void leave() {
        if (!ended) {
            request.resume();
            desk.context().vertx().setTimer(Answers.GRACE_MS, late -> {
                if (!ended) {
                    request.connection().close();
                }
            });
        }
    }

    private boolean mayGoOn() {
        boolean room = desk.inFlight().hasRoom();
        return credit.isPaid()
                && (results.underWay() == 0
                        ? room || results.unread() < MUCH_UNREAD
                        : room && results.underWay() < MOST_CHUNKS);
    }
}
