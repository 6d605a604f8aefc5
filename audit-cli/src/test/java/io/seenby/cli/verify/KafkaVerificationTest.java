package io.seenby.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.cli.export.ExportFile;
import io.seenby.cli.export.ExportWriter;
import io.seenby.cli.export.KafkaLedger;
import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.export.MemoryLedger;
import io.seenby.events.CloudEventAttributes;
import io.seenby.local.LocalStack;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topics of a real broker, and from an export of them. */
class KafkaVerificationTest {

    @TempDir
    Path folder;

    @Test
    void readsTheTopicsAndChangesNothing() {
        String broker = LocalStack.shared().kafka().bootstrapServers();
        Scribe scribe = new Scribe(6)
                .open("harbor-law", 3)
                .entries("harbor-law", 2_000)
                .open("east-bank", 0)
                .strangers(3, "harbor-law")
                .checkpoints()
                .entries("harbor-law", 10)
                .checkpoints()
                .entries("east-bank", 5);
        send(scribe.ledger, broker);

        Path file = folder.resolve("ledger.export");
        try (LedgerSource kafka = KafkaLedger.at(broker)) {
            Verdict clean = Verdict.on(kafka);
            assertThat(clean.sentences()).isEmpty();
            assertThat(clean.summary().records()).isEqualTo(2_019);
            assertThat(clean.summary().uncovered()).isEqualTo(5);
        }
        try (LedgerSource kafka = KafkaLedger.at(broker)) {
            assertThat(ExportWriter.write(kafka, file)).isEqualTo(2_019);
        }
        try (LedgerSource export = ExportFile.open(file)) {
            Verdict same = Verdict.on(export);
            assertThat(same.sentences()).isEmpty();
            assertThat(same.summary().records()).isEqualTo(2_019);
        }
        scribe.ledger.entries.clear();
        scribe.ledger.notes.clear();
        scribe.write("seenby/east-bank", 0, Scribe.bytes("east-bank"), Scribe.bytes("unseen"), true);
        send(scribe.ledger, broker);
        scribe.ledger.entries.clear();
        scribe.entries("east-bank", 1).checkpoints();
        scribe.ledger.entries.clear();
        send(scribe.ledger, broker);
        try (LedgerSource kafka = KafkaLedger.at(broker)) {
            assertThat(Verdict.on(kafka).exitCode()).isEqualTo(13);
        }
    }

    private static void send(MemoryLedger ledger, String broker) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "compression.type", "lz4", "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (MemoryLedger.Entry entry : ledger.entries) {
                var record = new ProducerRecord<>("access-ledger", entry.partition(), entry.key(), entry.value());
                if (entry.mac()) {
                    record.headers().add(CloudEventAttributes.MAC_HEADER, new byte[] {1, 2, 3});
                }
                producer.send(record);
            }
            ledger.notes.forEach(note -> producer.send(new ProducerRecord<>("ledger-checkpoints", 0, null, note)));
        }
    }
}
