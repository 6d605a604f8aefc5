package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void startBroker() {
        var ports = Ports.free();
        broker = new KafkaBroker(
                ProjectRoot.find(),
                new KafkaBroker.Settings(
                        folder.resolve("kafka"),
                        folder.resolve("kafka.log"),
                        ports.kafka(),
                        ports.kafkaController(),
                        256,
                        true));
        broker.start();
    }

    @AfterAll
    static void killBroker() {
        broker.kill();
    }

    @Test
    void keepsEveryAckedRecordWhenItIsKilledAndStartedAgain() throws Exception {
        broker.createTopics();
        var written =
                IntStream.range(0, 500).mapToObj(number -> "entry " + number).toList();
        send(written);
        long killed = broker.pid();

        broker.kill();
        broker.start();

        assertThat(broker.pid()).isNotEqualTo(killed);
        assertThat(readAll(written.size())).isEqualTo(written);
    }

    @Test
    void createsTheTopicsOnceAndKeepsTheirRecordsForEver() throws Exception {
        broker.createTopics();
        broker.createTopics(9);

        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topics = admin.describeTopics(List.of("access-ledger", "breach-alerts", "ledger-checkpoints"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("access-ledger").partitions()).hasSize(6);
            assertThat(topics.get("ledger-checkpoints").partitions()).hasSize(1);
            var ledger = new ConfigResource(ConfigResource.Type.TOPIC, "access-ledger");
            var settings = admin.describeConfigs(List.of(ledger)).all().get().get(ledger);
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(settings.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            assertThat(settings.get("unclean.leader.election.enable").value()).isEqualTo("false");
        }
    }

    @Test
    void saysWhatItsLogSaysWhenItCannotStart() {
        var second = new KafkaBroker(
                ProjectRoot.find(),
                new KafkaBroker.Settings(
                        folder.resolve("second"),
                        folder.resolve("second.log"),
                        broker.port(),
                        broker.port(),
                        256,
                        true));

        assertThatThrownBy(second::start)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("kafka")
                .hasMessageContaining(folder.resolve("second.log").toString());
        assertThat(second.isRunning()).isFalse();
    }

    private void send(List<String> values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var acks = new ArrayList<java.util.concurrent.Future<?>>();
            for (String value : values) {
                acks.add(producer.send(new ProducerRecord<>("access-ledger", 0, "harbor-law", value)));
            }
            for (var ack : acks) {
                ack.get();
            }
        }
    }

    private List<String> readAll(int atLeast) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("access-ledger", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var values = new ArrayList<String>();
            Pause.until(Duration.ofSeconds(30), () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= atLeast;
            });
            return values;
        }
    }
}
