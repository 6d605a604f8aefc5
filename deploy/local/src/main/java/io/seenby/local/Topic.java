package io.seenby.local;

import io.seenby.core.ground.TopicDemands;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A topic of SeenBy with the settings that the ledger's promises need; kept for ever, stamped by the broker. */
record Topic(String name, int partitions) {
    NewTopic toNewTopic() {
        Map<String, String> settings = new HashMap<>(TopicDemands.exactly());
        settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.toString(TopicDemands.LARGEST_RECORD));
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }
}
