package io.seenby.access.http;

import io.seenby.access.intake.Outcome;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A body of {@code application/json}: an array is handed to a {@link Batch}, everything else is one event. */
final class JsonBody {

    private static final Logger LOG = Logger.getLogger(JsonBody.class);

    private final Desk desk;
    private final HttpServerRequest request;
    private final Piece event;
    private boolean decided;
    private boolean answered;
    private long held;

    JsonBody(Desk desk) {
        this.desk = desk;
        this.request = desk.context().request();
        this.event = new Piece(desk.itemBytes());
    }

    void begin() {
        request.handler(this::more);
        request.endHandler(ignored -> end());
        request.exceptionHandler(gone -> giveUp());
        request.resume();
    }

    private void more(Buffer buffer) {
        byte[] bytes = buffer.getBytes();
        if (!decided) {
            int first = 0;
            while (first < bytes.length && Piece.isSpace(bytes[first])) {
                first++;
            }
            if (first == bytes.length) {
                return;
            }
            decided = true;
            if (bytes[first] == '[') {
                request.pause();
                Batch.array(desk).begin(bytes);
                return;
            }
            Optional<Problem> noRoom = takeRoom().or(() -> desk.publisher().tryTake());
            if (noRoom.isPresent()) {
                refuse(noRoom.get());
                return;
            }
        }
        event.add(bytes, 0, bytes.length);
        if (event.isOverflown()) {
            refuse(Problem.of(ProblemType.TOO_LARGE, "An event has at most " + desk.itemBytes() + " bytes."));
        }
    }

    private Optional<Problem> takeRoom() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        int bytes = length == null ? desk.itemBytes() : (int) Math.min(desk.itemBytes(), Long.parseLong(length));
        long wanted = InFlight.held(bytes);
        Optional<Problem> noRoom = desk.inFlight().tryTake(desk.tenant().id(), wanted);
        held = noRoom.isPresent() ? 0 : wanted;
        return noRoom;
    }

    private void end() {
        if (answered) {
            return;
        }
        answered = true;
        desk.intake()
                .recordText(desk.tenant(), desk.publisher(), event.bytes(), desk.trace())
                .thenAccept(this::settled)
                .exceptionally(this::bug);
    }

    /** Needs no particular thread. */
    private void settled(Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded recorded ->
                desk.receipts()
                        .receipt(() -> recorded.statement().bytes())
                        .thenAccept(receipt -> answer(() -> Answers.recorded(desk.context(), recorded, receipt)))
                        .exceptionally(this::bug);
            case Outcome.Refused refused -> answer(() -> Answers.problem(desk.context(), refused.problem()));
            case Outcome.Unavailable unavailable ->
                answer(() -> Answers.problem(desk.context(), unavailable.problem()));
        }
    }

    private @Nullable Void bug(Throwable bug) {
        LOG.error("An event ended in a bug", bug);
        Problem unsure = Problem.of(ProblemType.INTERNAL, "The event may be in the ledger or not.");
        answer(() -> Answers.problem(desk.context(), unsure));
        return null;
    }

    private void answer(Runnable answer) {
        OnContext.run(desk.context(), () -> {
            giveBack();
            answer.run();
        });
    }

    private void refuse(Problem problem) {
        answered = true;
        giveBack();
        desk.metrics().refused(problem.type());
        Answers.problem(desk.context(), problem);
    }

    private void giveUp() {
        if (!answered) {
            answered = true;
            giveBack();
        }
    }

    private void giveBack() {
        desk.inFlight().give(desk.tenant().id(), held);
        held = 0;
    }
}
