package io.seenby.ground;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How brokers are reached and who we are there, for clients that the services make themselves. */
public final class KafkaEnvironment {

    private static final String PREFIX = "KAFKA_";

    private KafkaEnvironment() {}

    /** From environment variables: {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}. */
    public static Map<String, Object> of(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return reaching(settings);
    }

    /** Of a client's settings only those that reach brokers: no group, which would make a member of each client. */
    public static Map<String, Object> reaching(Map<String, Object> settings) {
        Map<String, Object> reaching = new HashMap<>(settings);
        reaching.keySet().retainAll(AdminClientConfig.configNames());
        reaching.remove(AdminClientConfig.CLIENT_ID_CONFIG);
        return reaching;
    }
}
