package io.seenby.access;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import io.seenby.events.CloudEventAttributes;
import io.seenby.events.LedgerEntry;
import io.seenby.events.json.EntryCodec;
import io.seenby.local.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The ledger as it stands on the broker, read without any code of the service. */
public final class LedgerReader {

    private LedgerReader() {}

    /** All records of a tenant, in order. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String tenant) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers(), "max.poll.records", 10_000);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("access-ledger").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (tenant.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** As entries; fails if one of them is none. */
    public static List<LedgerEntry> entries(String tenant) {
        return records(tenant).stream().map(LedgerReader::entry).toList();
    }

    public static LedgerEntry entry(ConsumerRecord<byte[], byte[]> record) {
        return ((EntryCodec.Entry) EntryCodec.decode(record.value())).entry();
    }

    /** Fails unless the record's MAC header holds over its value. */
    public static void verifyMac(ConsumerRecord<byte[], byte[]> record) {
        try {
            MacConfig.register();
            String keyset = Files.readString(LocalStack.shared().keysets().ledgerMac());
            TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Mac.class)
                    .verifyMac(
                            record.headers()
                                    .lastHeader(CloudEventAttributes.MAC_HEADER)
                                    .value(),
                            record.value());
        } catch (IOException | GeneralSecurityException broken) {
            throw new AssertionError("no valid MAC at offset " + record.offset(), broken);
        }
    }
}
