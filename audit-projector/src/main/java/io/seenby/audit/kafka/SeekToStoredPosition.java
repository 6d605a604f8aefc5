package io.seenby.audit.kafka;

import io.seenby.audit.ops.Halt;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.Fault;
import io.seenby.audit.postgres.Positions;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where reading begins: each assigned partition at the position that PostgreSQL holds, in whose transaction all that
 * came before was saved; at 0 when nothing was. There is no other starting point: {@code auto.offset.reset} is none.
 */
@ApplicationScoped
@Identifier("ledger")
class SeekToStoredPosition implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(SeekToStoredPosition.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final OwnedPartitions partitions;
    private final Database database;
    private final Halt halt;

    SeekToStoredPosition(OwnedPartitions partitions, Database database, Halt halt) {
        this.partitions = partitions;
        this.database = database;
        this.halt = halt;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        LogBounds.of(consumer, assigned).forEach((partition, log) -> {
            long stored = storedPosition(log.partition());
            try {
                log.require(stored);
            } catch (PositionOutsideLog lost) {
                halt.now(lost);
                throw lost;
            }
            consumer.seek(partition, stored);
            partitions.assign(log.partition(), stored, log.end());
            LOG.infof("partition %d is ours from offset %d", log.partition(), stored);
        });
        partitions.assignmentDone();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        for (TopicPartition each : revoked) {
            try {
                partitions.revoke(each.partition());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Without the position nothing can begin, so this waits for the database for ever. */
    private long storedPosition(int partition) {
        while (true) {
            try {
                return database.inTransaction(connection -> Positions.nextOffset(connection, partition));
            } catch (SQLException error) {
                if (Fault.of(error) != Fault.TRANSIENT) {
                    halt.now(error);
                    throw new IllegalStateException("the projector has halted", error);
                }
                LOG.warnf("the stored position cannot be read yet (SQLSTATE %s)", error.getSQLState());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", stopping);
        }
    }
}
