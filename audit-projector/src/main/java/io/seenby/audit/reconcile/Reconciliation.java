package io.seenby.audit.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.seenby.audit.doubt.Doubts;
import io.seenby.audit.kafka.LedgerReader;
import io.seenby.audit.kafka.OwnedPartitions;
import io.seenby.audit.ops.ProjectorSettings;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.Fault;
import io.seenby.events.IntegrityDoubt;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Each second some records of each partition that is ours, at most up to where the views stand; from the end back to the
 * beginning. Slow on purpose: it runs beside the live traffic for ever.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final OwnedPartitions partitions;
    private final LedgerReader ledger;
    private final Database database;
    private final Doubts doubts;
    private final int recordsASecond;
    private final Counter compared;
    private final Counter passes;
    private final Map<Integer, PartitionPass> underWay = new HashMap<>();

    Reconciliation(
            OwnedPartitions partitions,
            LedgerReader ledger,
            Database database,
            Doubts doubts,
            ProjectorSettings settings,
            MeterRegistry registry) {
        this.partitions = partitions;
        this.ledger = ledger;
        this.database = database;
        this.doubts = doubts;
        this.recordsASecond = settings.reconcileRecords();
        this.compared = Counter.builder("seenby.reconciled.records")
                .description("Ledger records that were compared with the views")
                .register(registry);
        this.passes = Counter.builder("seenby.reconciled.passes")
                .description("Times that a partition was compared from its first record to its last")
                .register(registry);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void go() throws SQLException {
        underWay.keySet().retainAll(partitions.numbers());
        int share = recordsASecond / Math.max(1, partitions.numbers().size());
        for (int partition : partitions.numbers()) {
            try {
                step(underWay.computeIfAbsent(partition, PartitionPass::new), share);
            } catch (KafkaException passing) {
                LOG.debugf("the ledger is not read: %s", passing.getMessage());
            } catch (SQLException error) {
                if (Fault.of(error) != Fault.TRANSIENT) {
                    throw error;
                }
                LOG.debugf("the views are not read: SQLSTATE %s", error.getSQLState());
            }
        }
    }

    private void step(PartitionPass pass, int share) throws SQLException {
        long integrated = partitions.integratedUpTo(pass.partition());
        List<ConsumerRecord<byte[], byte[]>> records =
                ledger.read(pass.partition(), pass.nextOffset(), Math.min(integrated, pass.nextOffset() + share));
        if (records.isEmpty()) {
            return;
        }
        Optional<Discrepancy> found = pass.compare(records, database);
        compared.increment(records.size());
        found.ifPresent(this::raise);
        boolean ended = pass.nextOffset() >= integrated;
        if (ended) {
            passes.increment();
        }
        if (ended || found.isPresent()) {
            underWay.put(pass.partition(), new PartitionPass(pass.partition()));
        }
    }

    private void raise(Discrepancy found) {
        LOG.errorf("%s, index %d: %s", found.tenant(), found.index(), found.what());
        doubts.raise(found.tenant(), IntegrityDoubt.VIEWS_DIFFER, found.index());
    }

    @PreDestroy
    void stop() {
        ledger.close();
    }
}
