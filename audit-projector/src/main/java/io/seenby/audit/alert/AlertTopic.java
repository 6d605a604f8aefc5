package io.seenby.audit.alert;

import io.seenby.audit.alert.AlertOutbox.Revision;
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

/** The topic {@code breach-alerts}: key = tenant, value = the alert, CloudEvents attributes as headers. */
@ApplicationScoped
class AlertTopic {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final MutinyEmitter<byte[]> emitter;

    /** The buffer is bounded by its one caller, who waits for what it has sent. */
    AlertTopic(
            @Channel("breach-alerts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Sends the revisions in order and returns when all are acknowledged. */
    void publish(String tenant, List<Revision> revisions) throws NotAcknowledged {
        List<Uni<Void>> sent = revisions.stream()
                .map(revision -> emitter.sendMessage(message(tenant, revision)))
                .toList();
        try {
            Uni.join().all(sent).andFailFast().await().atMost(LIMIT);
        } catch (RuntimeException failed) {
            throw new NotAcknowledged(failed);
        }
    }

    private static Message<byte[]> message(String tenant, Revision revision) {
        Headers headers = new RecordHeaders();
        CloudEventAttributes.ofAlert(AlertCodec.decode(revision.payload()))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Message.of(revision.payload())
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withKey(tenant)
                        .withHeaders(headers)
                        .build());
    }
}
