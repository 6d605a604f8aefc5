package io.seenby.local;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A topic of SeenBy with the settings that the ledger's promises need; kept for ever, stamped by the broker. */
record Topic(String name, int partitions) {
    private static final String TWO_MEBIBYTES = Integer.toString(2 * 1024 * 1024);

    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
            TopicConfig.COMPRESSION_TYPE_CONFIG, "producer",
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TWO_MEBIBYTES);

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, (short) 1).configs(KEPT_FOR_EVER);
    }
}
