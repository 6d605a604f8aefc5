package io.seenby.access.http;

import io.seenby.access.problem.Problem;
import io.seenby.access.publisher.Standing;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Optional;

/** What a batch has taken from its publisher's quota and not yet paid for by waiting. On the batch's event loop. */
final class Credit {

    /** Well below the idle time after which a connection is closed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Standing publisher;
    private final Context context;
    private final Runnable paid;
    private int waits;

    /** @param paid run on the event loop whenever something is paid for */
    Credit(Standing publisher, Context context, Runnable paid) {
        this.publisher = publisher;
        this.context = context;
        this.paid = paid;
    }

    boolean isPaid() {
        return waits == 0;
    }

    /** Takes so many events, which are under way already. Says why no more is taken, if it would be paid for too late. */
    Optional<Problem> take(int events) {
        Duration wait = publisher.take(events);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Optional.of(Standing.exhausted(wait));
        }
        if (wait.isPositive()) {
            waits++;
            context.owner().setTimer(wait.toMillis() + 1, over -> OnContext.run(context, this::payOne));
        }
        return Optional.empty();
    }

    private void payOne() {
        waits--;
        paid.run();
    }
}
