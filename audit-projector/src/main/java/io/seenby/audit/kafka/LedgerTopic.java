package io.seenby.audit.kafka;

import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.events.CloudEventAttributes;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** The topic of the ledger and how its records are read: bytes, of which only the MAC's header counts. */
public final class LedgerTopic {

    public static final String NAME = "access-ledger";

    private LedgerTopic() {}

    static TopicPartition partition(int partition) {
        return new TopicPartition(NAME, partition);
    }

    /** A record as the pipeline takes it. If the MAC's header stands there several times, the last one counts. */
    public static LedgerRecord recordOf(ConsumerRecord<byte[], byte[]> record) {
        return new LedgerRecord(
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()),
                Optional.ofNullable(record.headers().lastHeader(CloudEventAttributes.MAC_HEADER))
                        .map(Header::value));
    }
}
