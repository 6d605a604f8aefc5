package io.seenby.access.ledger;

import io.seenby.ground.KafkaEnvironment;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What stands under {@code kafka.} in the configuration is told to our own clients too: address, TLS, who we are. */
@ApplicationScoped
public class BrokerSettings {

    private final Map<String, Object> settings;

    BrokerSettings(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = KafkaEnvironment.reaching(settings);
    }

    /** A client's own settings, with ours below them. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
