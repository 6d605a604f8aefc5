package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.Note;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The topic {@code ledger-checkpoints}: key = origin, value = the signed note. */
@ApplicationScoped
class CheckpointTopic {

    /** Its one partition. */
    static final String NAME = "ledger-checkpoints";

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final MutinyEmitter<String> emitter;

    /** The buffer is bounded by its one caller, who waits for what it has sent. */
    CheckpointTopic(@Channel(NAME) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Returns when all replicas have it; throws if that is not known. */
    void publish(String origin, Note note) {
        emitter.sendMessage(Message.of(note.format())
                        .addMetadata(OutgoingKafkaRecordMetadata.builder()
                                .withKey(origin)
                                .build()))
                .await()
                .atMost(LIMIT);
    }
}
