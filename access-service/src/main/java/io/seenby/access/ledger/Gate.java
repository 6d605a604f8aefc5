package io.seenby.access.ledger;

import io.seenby.access.AccessSettings;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Lets appends through, or not: while the broker does not answer, and while our clock is further off the broker's than
 * the ledger tolerates. A shut gate lets one entry try now and then; its result decides. The topic is stamped with the
 * broker's clock, so each acknowledgement tells what time it is there.
 */
@ApplicationScoped
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    /** What the gate says to an append. */
    sealed interface Pass {}

    /** Go on. */
    record Free() implements Pass {}

    /** Try with one entry and come back for the others. */
    record Probe() implements Pass {}

    /** Nothing has been appended since the start; somebody tries just now. Ask again when that is over. */
    record Wait(CompletableFuture<Void> over) implements Pass {}

    /** Not now. */
    record Closed(Problem why) implements Pass {}

    private sealed interface State {}

    private record Open() implements State {}

    /** @param first nothing has been appended since the start */
    private record Probing(Problem why, boolean first, CompletableFuture<Void> over) implements State {}

    private record Shut(Problem why, boolean first, long nextTry) implements State {}

    private final Clock clock;
    private final LongSupplier ticker;
    private final long tolerance;
    private final Duration retryAfter;
    private volatile State state;

    @Inject
    Gate(Clock clock, AccessSettings settings) {
        this(
                clock,
                System::nanoTime,
                settings.ledger().clockTolerance(),
                settings.ledger().retryAfter());
    }

    /** @param ticker tells how much time passes, whatever the clock says: it may be the clock that is wrong */
    Gate(Clock clock, LongSupplier ticker, Duration tolerance, Duration retryAfter) {
        this.clock = clock;
        this.ticker = ticker;
        this.tolerance = tolerance.toMillis();
        this.retryAfter = retryAfter;
        this.state = new Shut(unreachable(), true, ticker.getAsLong());
    }

    Pass enter() {
        return switch (state) {
            case Open open -> new Free();
            case Probing probing -> probing.first() ? new Wait(probing.over()) : new Closed(probing.why());
            case Shut shut -> tryAgain(shut);
        };
    }

    private synchronized Pass tryAgain(Shut shut) {
        if (state != shut) {
            return enter();
        }
        if (ticker.getAsLong() - shut.nextTry() < 0) {
            return new Closed(shut.why());
        }
        state = new Probing(shut.why(), shut.first(), new CompletableFuture<>());
        return new Probe();
    }

    /**
     * An entry was acknowledged.
     *
     * @param sent our clock before it was sent, in ms
     * @param broker the broker's clock at some moment between then and now, in ms
     */
    void acknowledged(long sent, long broker) {
        boolean right = broker >= sent - tolerance && broker <= clock.millis() + tolerance;
        if (right) {
            open();
        } else {
            shut("The clock of this instance is too far off the broker's; nothing more is appended until it is right.");
        }
    }

    /** An entry was not acknowledged in time. */
    void unanswered(Throwable cause) {
        LOG.debugf(cause, "An append failed");
        shut("The ledger does not answer.");
    }

    /** Why nothing can be appended now, if it can't. */
    Optional<Problem> closed() {
        return switch (state) {
            case Open open -> Optional.empty();
            case Probing probing -> probing.first() ? Optional.empty() : Optional.of(probing.why());
            case Shut shut -> shut.first() ? Optional.empty() : Optional.of(shut.why());
        };
    }

    private void open() {
        if (!(state instanceof Open)) {
            change(new Open()).ifPresent(before -> LOG.info("The ledger takes entries."));
        }
    }

    private void shut(String detail) {
        Problem why = Problem.passing(ProblemType.UNAVAILABLE, detail, retryAfter);
        change(new Shut(why, false, ticker.getAsLong() + retryAfter.toNanos())).ifPresent(before -> LOG.warn(detail));
    }

    /** Answers the state before, if people should hear of the change. */
    private Optional<State> change(State next) {
        State before;
        synchronized (this) {
            before = state;
            // A late acknowledgement of what was sent before the gate was shut must not open it: only the probe's does.
            if (next instanceof Open && !(before instanceof Probing)) {
                return Optional.empty();
            }
            state = next;
        }
        if (before instanceof Probing probing) {
            probing.over().complete(null);
        }
        boolean news = before instanceof Open
                || before instanceof Probing probing && (probing.first() || next instanceof Open);
        return news ? Optional.of(before) : Optional.empty();
    }

    private static Problem unreachable() {
        return Problem.passing(ProblemType.UNAVAILABLE, "The ledger does not answer.", Duration.ofSeconds(1));
    }
}
