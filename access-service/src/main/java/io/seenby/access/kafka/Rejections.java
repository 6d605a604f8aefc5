package io.seenby.access.kafka;

import io.seenby.access.http.ProblemJson;
import io.seenby.access.intake.IntakeTopic;
import io.seenby.access.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells a publisher what was refused and why. The record says where the report stood and carries it as it came, sealed;
 * what was not sealed to us may be in clear, and is not repeated. Neither is a key: it is never sealed.
 */
@ApplicationScoped
class Rejections {

    /** What was refused. */
    record Rejection(ConsumerRecord<byte[], byte[]> record, boolean sealed, Problem problem) {}

    private final IntakeClients clients;

    /** A producer that does not know its topic yet blocks whoever sends: nobody else. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    Rejections(IntakeClients clients) {
        this.clients = clients;
    }

    /** Done when all replicas have it; fails if it may not be there. */
    CompletableFuture<Void> tell(IntakeTopic topic, Rejection rejection) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                producer().send(record(topic, rejection), (there, failure) -> end(told, failure));
            } catch (RuntimeException failure) {
                told.completeExceptionally(failure);
            }
        });
        return told;
    }

    private static void end(CompletableFuture<Void> told, @Nullable Exception failure) {
        if (failure == null) {
            told.complete(null);
        } else {
            told.completeExceptionally(failure);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(IntakeTopic topic, Rejection rejection) {
        ConsumerRecord<byte[], byte[]> refused = rejection.record();
        var record = new ProducerRecord<byte[], byte[]>(
                topic.rejected(), null, rejection.sealed() ? refused.value() : new byte[0]);
        record.headers()
                .add("problem", utf8(ProblemJson.of(rejection.problem()).toString()))
                .add("intake-partition", utf8(Integer.toString(refused.partition())))
                .add("intake-offset", utf8(Long.toString(refused.offset())));
        return record;
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer.isEmpty()) {
            producer = Optional.of(clients.producer());
        }
        return producer.get();
    }

    private synchronized Optional<KafkaProducer<byte[], byte[]>> stopped() {
        return producer;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
        stopped().ifPresent(KafkaProducer::close);
    }
}
