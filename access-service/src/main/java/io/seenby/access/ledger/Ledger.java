package io.seenby.access.ledger;

import io.seenby.access.AccessSettings;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.LedgerMac;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.events.LedgerKeyId;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to a partition of the ledger; an entry is there when all in-sync replicas have it. Behind an open gate
 * they go to the producer of the messaging channel on the caller's thread, where it has nothing to wait for; a probe may
 * wait for the broker, so it goes on the channel's own (see the ADR on the append path).
 */
@ApplicationScoped
public class Ledger {

    private static final String CHANNEL = "access-ledger";

    private static final Trouble TROUBLE = new Trouble(Ledger.class);
    private static final Problem NO_KEY = Problem.passing(
            ProblemType.UNAVAILABLE, "The ledger accepts no key of this instance just now.", Duration.ofSeconds(1));

    private final KafkaClientService channels;
    private final String topic;
    private final Gate gate;
    private final SigningKeys keys;
    private final LedgerMac mac;
    private final Clock clock;
    private final AccessMetrics metrics;

    Ledger(
            KafkaClientService channels,
            AccessSettings settings,
            Gate gate,
            SigningKeys keys,
            LedgerMac mac,
            Clock clock,
            AccessMetrics metrics) {
        this.channels = channels;
        this.topic = settings.ledger().topic();
        this.gate = gate;
        this.keys = keys;
        this.mac = mac;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One result per entry, in order. The entries reach the partition in this order too, if they all do. */
    public CompletableFuture<List<Appended>> append(int partition, List<SealedEntry> entries) {
        return append(partition, entries, () -> {});
    }

    /**
     * As {@link #append(int, List)}.
     *
     * @param sent run when what is appended next will come after these; not before the last answer if they cannot be sent
     */
    public CompletableFuture<List<Appended>> append(int partition, List<SealedEntry> entries, Runnable sent) {
        return keys.of(partition)
                .exceptionally(this::unknown)
                .thenCompose(key -> key.map(accepted -> append(partition, entries, accepted, sent))
                        .orElseGet(() -> CompletableFuture.completedFuture(notNow(NO_KEY, entries.size()))));
    }

    private CompletableFuture<List<Appended>> append(
            int partition, List<SealedEntry> entries, LedgerKeyId key, Runnable sent) {
        return switch (gate.enter()) {
            case Gate.Free free -> {
                CompletableFuture<List<Appended>> answer = send(partition, entries, key);
                sent.run();
                yield answer;
            }
            case Gate.Closed closed -> CompletableFuture.completedFuture(notNow(closed.why(), entries.size()));
            case Gate.Wait wait -> wait.over().thenCompose(over -> append(partition, entries, sent));
            case Gate.Probe probe -> probe(partition, entries, key, sent);
        };
    }

    private Optional<LedgerKeyId> unknown(Throwable failure) {
        TROUBLE.warn("Nothing is appended because its ledger key cannot be looked up", failure);
        return Optional.empty();
    }

    private CompletableFuture<List<Appended>> probe(
            int partition, List<SealedEntry> entries, LedgerKeyId key, Runnable sent) {
        List<SealedEntry> rest = entries.subList(1, entries.size());
        CompletableFuture<List<Appended>> first = channels.<byte[], byte[]>getProducer(CHANNEL)
                .runOnSendingThread((Producer<byte[], byte[]> producer) -> send(partition, entries.subList(0, 1), key))
                .subscribeAsCompletionStage()
                .thenCompose(Function.identity());
        return rest.isEmpty()
                ? first
                : first.thenCompose(one -> append(partition, rest, sent).thenApply(others -> {
                    List<Appended> all = new ArrayList<>(one);
                    all.addAll(others);
                    return all;
                }));
    }

    private static List<Appended> notNow(Problem why, int entries) {
        return Collections.nCopies(entries, new Appended.Unknown(why));
    }

    private CompletableFuture<List<Appended>> send(int partition, List<SealedEntry> entries, LedgerKeyId key) {
        Group group = new Group(entries.size());
        long sent = clock.millis();
        long began = System.nanoTime();
        Producer<byte[], byte[]> producer =
                channels.<byte[], byte[]>getProducer(CHANNEL).unwrap();
        for (int i = 0; i < entries.size(); i++) {
            send(producer, record(partition, entries.get(i), key), group, i, sent);
        }
        group.answer().thenRun(() -> metrics.appended(System.nanoTime() - began));
        return group.answer();
    }

    /** Every entry gets its answer, also when the producer throws instead of calling back. */
    private void send(
            Producer<byte[], byte[]> producer,
            ProducerRecord<byte[], byte[]> entry,
            Group group,
            int place,
            long sent) {
        try {
            producer.send(entry, (at, failure) -> group.done(place, result(sent, at, failure)));
        } catch (RuntimeException refused) {
            group.done(place, failed(refused));
        }
    }

    private ProducerRecord<byte[], byte[]> record(int partition, SealedEntry entry, LedgerKeyId provenBy) {
        byte[] key = entry.identity().tenant().value().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                topic, partition, key, entry.value(), EntryHeaders.of(entry, mac.over(entry.value(), provenBy)));
    }

    private Appended result(long sent, RecordMetadata at, @Nullable Exception failure) {
        if (failure != null) {
            return failed(failure);
        }
        gate.acknowledged(sent, at.timestamp());
        return new Appended.At(at.partition(), at.offset());
    }

    private Appended failed(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return new Appended.Unknown(
                    Problem.of(ProblemType.TOO_LARGE, "Sealed, the event is larger than a record."));
        }
        gate.unanswered(failure);
        return new Appended.Unknown(Problem.passing(
                ProblemType.UNAVAILABLE,
                "The ledger did not say that it has the event. Send it again under the same eventId.",
                Duration.ofSeconds(1)));
    }
}
