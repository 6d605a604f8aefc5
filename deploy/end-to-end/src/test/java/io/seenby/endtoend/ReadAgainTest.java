package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Whoever reports by Kafka, and a service that died after the ledger had it and before the group knew. */
class ReadAgainTest {

    private static final String TENANT = RunningSystem.TENANT;
    private static final String PUBLISHER = "sends-by-kafka";
    private static final String TOPIC = "intake." + TENANT + "." + PUBLISHER;
    private static final int REPORTS = 100;

    private final RunningSystem system = RunningSystem.shared();
    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", system.stack.kafka().bootstrapServers(), "acks", "all");

    @Test
    void whatWasAppendedButNotCommittedIsADuplicateAndOneRow() throws Exception {
        system.register(TENANT, PUBLISHER);
        createTopics();
        send();
        RunningSystem.await("a row of each", () -> rows() == REPORTS);
        RunningSystem.await("the group knows", () -> committed() == REPORTS);
        long duplicates = duplicates();

        system.access.kill();
        RunningSystem.await("the group is empty", this::forgetHalf);
        system.access.start();

        RunningSystem.await("half of them again", () -> duplicates() == duplicates + REPORTS / 2);
        RunningSystem.await("the group knows again", () -> committed() == REPORTS);
        system.awaitQuiet();
        assertThat(rows()).isEqualTo(REPORTS);
        assertThat(duplicates()).isEqualTo(duplicates + REPORTS / 2);
    }

    private long rows() {
        return system.count("select count(*) from views.entries where publisher = '%s'".formatted(PUBLISHER));
    }

    private long duplicates() {
        return system.count("select coalesce(sum(duplicates), 0) from views.positions");
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(
                            new NewTopic(TOPIC, 1, (short) 1),
                            new NewTopic(TOPIC.replaceFirst("intake", "rejected"), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void send() throws Exception {
        HybridConfig.register();
        HybridEncrypt seal = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                        system.get(system.access.url() + "/v1/intake/key"))
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        try (var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < REPORTS; i++) {
                byte[] report =
                        Reports.read(Reports.id(), "clerk-1", "client-1").getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(TOPIC, seal.encrypt(report, TOPIC.getBytes(StandardCharsets.UTF_8))))
                        .get();
            }
        }
    }

    private long committed() {
        try (Admin admin = Admin.create(broker)) {
            return admin.listConsumerGroupOffsets("seenby-intake")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .getOrDefault(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(0))
                    .offset();
        } catch (Exception notYet) {
            return -1;
        }
    }

    /** As if the service had died before it could say so. Kafka allows it once it has noticed that nobody reads. */
    private boolean forgetHalf() {
        try (Admin admin = Admin.create(broker)) {
            admin.alterConsumerGroupOffsets(
                            "seenby-intake", Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(REPORTS / 2)))
                    .all()
                    .get();
            return true;
        } catch (Exception stillThere) {
            return false;
        }
    }
}
