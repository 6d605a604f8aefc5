package io.seenby.access.ledger;

import io.seenby.access.AccessSettings;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.SealedEntry;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Appends entries to a partition of the ledger; an entry is there when all in-sync replicas have it. */
@ApplicationScoped
public class Ledger {

    private final Emitter<byte[]> channel;
    private final String topic;
    private final Gate gate;
    private final Clock clock;
    private final AccessMetrics metrics;

    Ledger(
            @Channel("access-ledger") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> channel,
            AccessSettings settings,
            Gate gate,
            Clock clock,
            AccessMetrics metrics) {
        this.channel = channel;
        this.topic = settings.ledger().topic();
        this.gate = gate;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One result per entry, in order. The entries reach the partition in this order too, if they all do. */
    public CompletableFuture<List<Appended>> append(int partition, List<SealedEntry> entries) {
        return switch (gate.enter()) {
            case Gate.Free free -> send(partition, entries);
            case Gate.Closed closed -> CompletableFuture.completedFuture(notNow(closed.why(), entries.size()));
            case Gate.Wait wait -> wait.over().thenCompose(over -> append(partition, entries));
            case Gate.Probe probe -> probe(partition, entries);
        };
    }

    private CompletableFuture<List<Appended>> probe(int partition, List<SealedEntry> entries) {
        List<SealedEntry> rest = entries.subList(1, entries.size());
        CompletableFuture<List<Appended>> first = send(partition, entries.subList(0, 1));
        return rest.isEmpty()
                ? first
                : first.thenCompose(one -> append(partition, rest).thenApply(others -> {
                    List<Appended> all = new ArrayList<>(one);
                    all.addAll(others);
                    return all;
                }));
    }

    private static List<Appended> notNow(Problem why, int entries) {
        return Collections.nCopies(entries, new Appended.Unknown(why));
    }

    private CompletableFuture<List<Appended>> send(int partition, List<SealedEntry> entries) {
        Group group = new Group(entries.size());
        long sent = clock.millis();
        long began = System.nanoTime();
        for (int i = 0; i < entries.size(); i++) {
            int place = i;
            SealedEntry entry = entries.get(i);
            OutgoingMessageMetadata<RecordMetadata> result = new OutgoingMessageMetadata<>();
            Metadata metadata = Metadata.of(record(partition, entry), result);
            channel.send(Message.of(
                    entry.value(),
                    metadata,
                    () -> {
                        group.done(place, acknowledged(sent, result.getResult()));
                        return CompletableFuture.completedFuture(null);
                    },
                    failure -> {
                        group.done(place, failed(failure));
                        return CompletableFuture.completedFuture(null);
                    }));
        }
        group.answer().thenRun(() -> metrics.appended(System.nanoTime() - began));
        return group.answer();
    }

    private OutgoingKafkaRecordMetadata<byte[]> record(int partition, SealedEntry entry) {
        return OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(topic)
                .withPartition(partition)
                .withKey(entry.identity().tenant().value().getBytes(StandardCharsets.UTF_8))
                .withHeaders(EntryHeaders.of(entry))
                .build();
    }

    private Appended acknowledged(long sent, RecordMetadata at) {
        gate.acknowledged(sent, at.timestamp());
        return new Appended.At(at.partition(), at.offset());
    }

    private Appended failed(Throwable failure) {
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
