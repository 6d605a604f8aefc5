package io.seenby.audit.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.audit.alert.AlertOutbox.Pending;
import io.seenby.audit.alert.AlertOutbox.Revision;
import io.seenby.audit.kafka.OwnedPartitions;
import io.seenby.audit.ops.Halt;
import io.seenby.audit.ops.ProjectorMetrics;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.postgres.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes alert revisions of the partitions that are ours, per tenant in order, at least once under a stable id: the
 * mark moves after the topic's acknowledgement, so a crash between the two sends the last few again. It wakes when a
 * batch has raised or changed an alert, and every second for whatever another instance left behind.
 */
@ApplicationScoped
class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final int AT_ONCE = 200;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AlertOutbox outbox;
    private final AlertTopic topic;
    private final OwnedPartitions partitions;
    private final ProjectorMetrics metrics;
    private final Halt halt;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("alert-outbox").unstarted(this::run);

    OutboxPublisher(
            AlertOutbox outbox, AlertTopic topic, OwnedPartitions partitions, ProjectorMetrics metrics, Halt halt) {
        this.outbox = outbox;
        this.topic = topic;
        this.partitions = partitions;
        this.metrics = metrics;
        this.halt = halt;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /** Told after the commit, by the projecting thread. */
    void integrated(@Observes Outcome.Integrated outcome) {
        if (outcome.alerts()) {
            news.release();
        }
    }

    private void run() {
        Duration pause = IDLE;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                pause = publishOrWait(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | SQLException bug) {
            halt.now(bug);
        }
    }

    private Duration publishOrWait(Duration pause) throws SQLException, InterruptedException {
        try {
            publishPending();
            return IDLE;
        } catch (SQLException error) {
            if (Fault.of(error) != Fault.TRANSIENT) {
                throw error;
            }
            LOG.warnf("alerts wait: the database failed with SQLSTATE %s", error.getSQLState());
        } catch (NotAcknowledged broker) {
            LOG.warnf("alerts wait: %s", broker.getMessage());
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void publishPending() throws SQLException, NotAcknowledged, InterruptedException {
        for (Pending pending : outbox.pending(partitions.numbers())) {
            Pending from = pending;
            for (List<Revision> next = outbox.after(from, AT_ONCE);
                    !next.isEmpty();
                    next = outbox.after(from, AT_ONCE)) {
                topic.publish(from.tenant(), next);
                long upTo = next.get(next.size() - 1).ordinal();
                if (!outbox.published(from, upTo)) {
                    LOG.infof("the mark of a tenant was moved by another instance at ordinal %d", from.mark());
                    break;
                }
                metrics.alertsPublished(next.size());
                from = new Pending(from.tenant(), upTo);
            }
        }
    }
}
