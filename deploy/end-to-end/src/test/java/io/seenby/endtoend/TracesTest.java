package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.endtoend.SpanReceiver.Seen;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** One trace from a publisher's request to the alert, and nothing in it that anybody may not read. */
class TracesTest {

    private static final String TENANT = RunningSystem.TENANT;

    private final RunningSystem system = RunningSystem.shared();
    private final String canary = "canary-" + UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String span = trace.substring(0, 16);

    @Test
    void aPublishersTraceGoesOnToTheAlertAndNamesNobody() throws Exception {
        JsonNode recorded = publish(Optional.of("00-" + trace + "-" + span + "-01"));

        RunningSystem.await(
                "each process has exported its spans",
                () -> Stream.of("recorded", "integrated", "alert")
                        .allMatch(name -> find(name).isPresent()));
        Seen first = find("recorded").orElseThrow();
        Seen second = find("integrated").orElseThrow();
        Seen third = find("alert").orElseThrow();
        assertThat(List.of(first.parent(), second.parent(), third.parent()))
                .containsExactly(span, first.id(), second.id());
        assertThat(header(record("access-ledger", recorded))).contains("00-" + trace + "-" + first.id() + "-01");
        assertThat(alertHeaders()).contains("00-" + trace + "-" + third.id() + "-01");

        String ref = system.clientRef(TENANT, canary + "-client");
        assertThat(ref).isNotEmpty();
        String actor = actorRef();
        assertThat(actor).isNotEmpty();
        assertThat(system.spans.everything())
                .contains("recorded", "integrated", "alert", "access-service", "audit-projector")
                .doesNotContain(canary, ref, actor, TENANT, "/v1/", "insert", "select");
        assertThat(system.spans.spans()).extracting(Seen::name).containsOnly("recorded", "integrated", "alert");
    }

    @Test
    void whoBeginsNoTraceGetsNoHeaderAndNoSpan() throws Exception {
        assertThat(header(record("access-ledger", publish(Optional.empty())))).isEmpty();
        String unsampled = "00-" + trace + "-" + span + "-00";
        assertThat(header(record("access-ledger", publish(Optional.of(unsampled)))))
                .isEmpty();
        system.awaitQuiet();
        assertThat(system.spans.spans()).extracting(Seen::trace).doesNotContain(trace);
    }

    /** A disclosure that nothing allows. */
    private JsonNode publish(Optional<String> traceparent) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.access.url() + "/v1/events"))
                .header("Authorization", "Bearer " + system.token("publisher", TENANT))
                .header("Content-Type", "application/json")
                .header("tracestate", canary + "=state")
                .header("baggage", "client=" + canary)
                .POST(BodyPublishers.ofString(
                        Reports.disclosure(canary + "-" + UUID.randomUUID(), canary + "-clerk", canary + "-client")));
        traceparent.ifPresent(value -> request.header("traceparent", value));
        return system.read(system.http.send(request.build(), BodyHandlers.ofString()));
    }

    private String actorRef() throws Exception {
        return system.read(system.post(
                        system.audit.url() + "/v1/actors/lookup",
                        system.token("auditor", TENANT),
                        "application/json",
                        "{\"actorId\":\"%s\"}".formatted(canary + "-clerk")))
                .path("actorRef")
                .asText();
    }

    private Optional<Seen> find(String name) {
        return system.spans.spans().stream()
                .filter(seen -> seen.trace().equals(trace) && seen.name().equals(name))
                .findFirst();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record) {
        assertThat(record.headers().lastHeader("tracestate")).isNull();
        return Optional.ofNullable(record.headers().lastHeader("traceparent"))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", system.stack.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Where the answer says that it stands. */
    private ConsumerRecord<byte[], byte[]> record(String topic, JsonNode answer) {
        TopicPartition partition =
                new TopicPartition(topic, answer.path("partition").asInt());
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, answer.path("offset").asLong());
            return consumer.poll(Duration.ofSeconds(20)).records(partition).get(0);
        }
    }

    private List<String> alertHeaders() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor("breach-alerts").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            partitions.forEach(each -> consumer.seek(each, Math.max(0, ends.get(each) - 20)));
            List<String> headers = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(alert -> header(alert).ifPresent(headers::add));
            }
            return headers;
        }
    }
}
