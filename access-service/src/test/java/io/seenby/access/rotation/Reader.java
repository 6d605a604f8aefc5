package io.seenby.access.rotation;

import io.seenby.access.LedgerReader;
import io.seenby.access.sealing.LedgerMac;
import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.CloudEventAttributes;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.LedgerKeyRotated;
import io.seenby.events.LedgerKeyId;
import io.seenby.local.LocalStack;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a partition as the projector does: each record is judged by the keys that the records before it accept. */
final class Reader {

    /** A record and whether the partition accepts the key that proves it. */
    record Read(LedgerEntry entry, LedgerKeyId provenBy, AcceptedKeys.Standing key) {}

    private Reader() {}

    static List<Read> read(String topic, int partition, LedgerMac allKeys) {
        List<Read> all = new ArrayList<>();
        AcceptedKeys keys = AcceptedKeys.beginning(allKeys.first());
        for (ConsumerRecord<byte[], byte[]> record : records(new TopicPartition(topic, partition))) {
            byte[] tag =
                    record.headers().lastHeader(CloudEventAttributes.MAC_HEADER).value();
            LedgerKeyId id = LedgerKeyId.ofBits(ByteBuffer.wrap(tag, 1, 4).getInt());
            if (!Arrays.equals(tag, allKeys.over(record.value(), id))) {
                throw new AssertionError("no valid MAC at offset " + record.offset());
            }
            Read read = new Read(LedgerReader.entry(record), id, keys.standing(id));
            all.add(read);
            if (read.key() == AcceptedKeys.Standing.ACCEPTED
                    && read.entry().event() instanceof LedgerKeyRotated rotated) {
                keys = keys.after(rotated, record.offset());
            }
        }
        return all;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers());
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }
}
