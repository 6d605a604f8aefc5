package io.seenby.audit.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.seenby.audit.door.NotRecorded;
import io.seenby.events.BreachAlert;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The numbers of the reading side. No tag ever holds an actor, a client or a tenant: metrics are read by more people
 * than the trail.
 */
@Startup // Its counters must be there before they count.
@ApplicationScoped
public class QueryMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger subscribers = new AtomicInteger();
    private final Timer publishToAlert;
    private final Clock clock = Clock.systemUTC();

    QueryMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("seenby.stream.subscribers", subscribers, AtomicInteger::get)
                .description("Open alert streams.")
                .register(registry);
        this.publishToAlert = Timer.builder("seenby.publish.to.alert")
                .description("From recording the newest evidence to its alert leaving on a stream.")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        for (Refused why : Refused.values()) {
            refused(why);
        }
    }

    /** Why an answer did not leave. */
    private enum Refused {
        NOT_RECORDED,
        VIEWS_UNAVAILABLE
    }

    /** From the first look at the views to the recorded question. */
    <T> Uni<T> timed(Question question, Supplier<Uni<T>> work) {
        Timer.Sample sample = Timer.start(registry);
        return work.get()
                .onTermination()
                .invoke(() -> sample.stop(Timer.builder("seenby.query")
                        .description("Time to answer a question, recording it included.")
                        .tag("question", question.wire())
                        .publishPercentileHistogram()
                        .maximumExpectedValue(Duration.ofSeconds(20))
                        .register(registry)))
                .onFailure()
                .invoke(this::countRefused);
    }

    private void countRefused(Throwable failure) {
        if (failure instanceof NotRecorded) {
            refused(Refused.NOT_RECORDED).increment();
        } else if (failure instanceof ViewsUnavailable) {
            refused(Refused.VIEWS_UNAVAILABLE).increment();
        }
    }

    private Counter refused(Refused why) {
        return Counter.builder("seenby.answers.refused")
                .description("Answers that did not leave.")
                .tag("reason", why.name().toLowerCase(java.util.Locale.ROOT))
                .register(registry);
    }

    /** The caller undoes it with {@link #subscriberLeft}. */
    public void subscriberCame() {
        subscribers.incrementAndGet();
    }

    /** Open streams. */
    public int subscribers() {
        return subscribers.get();
    }

    public void subscriberLeft() {
        subscribers.decrementAndGet();
    }

    /** {@code raisedAt} is core time: the latest recordedAt of the tenant when the newest evidence was judged. */
    public void left(BreachAlert alert) {
        Duration took = Duration.between(alert.raisedAt(), clock.instant());
        publishToAlert.record(took.isNegative() ? Duration.ZERO : took);
    }
}
