package io.seenby.audit.alert;

import io.seenby.audit.alert.AlertOutbox.Revision;
import io.seenby.audit.trace.Traces;
import io.seenby.events.BreachAlert;
import io.seenby.events.CloudEventAttributes;
import io.seenby.events.json.AlertCodec;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The topic {@code breach-alerts}: key = tenant, value = the alert, CloudEvents attributes and the trace as headers. */
@ApplicationScoped
class AlertTopic {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final MutinyEmitter<byte[]> emitter;
    private final Traces traces;

    /** The buffer is bounded by its one caller, who waits for what it has sent. */
    AlertTopic(
            @Channel("breach-alerts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            Traces traces) {
        this.emitter = emitter;
        this.traces = traces;
    }

    /** Sends the revisions in order and returns when all are acknowledged. */
    void publish(String tenant, List<Revision> revisions) throws NotAcknowledged {
        List<Uni<Void>> sent =
                revisions.stream().map(revision -> send(tenant, revision)).toList();
        try {
            Uni.join().all(sent).andFailFast().await().atMost(LIMIT);
        } catch (RuntimeException failed) {
            throw new NotAcknowledged(failed);
        }
    }

    private Uni<Void> send(String tenant, Revision revision) {
        BreachAlert alert = AlertCodec.decode(revision.payload());
        Headers headers = new RecordHeaders();
        CloudEventAttributes.ofAlert(alert)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        Runnable end = traces.alert(alert, headers);
        return emitter.sendMessage(message(tenant, revision.payload(), headers))
                .onTermination()
                .invoke(end);
    }

    private static Message<byte[]> message(String tenant, byte[] payload, Headers headers) {
        return Message.of(payload)
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withKey(tenant)
                        .withHeaders(headers)
                        .build());
    }
}
