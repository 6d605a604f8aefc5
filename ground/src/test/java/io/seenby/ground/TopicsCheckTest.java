package io.seenby.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seenby.local.LocalStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real broker: what it says of its topics is what is judged. */
class TopicsCheckTest {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers());

    @Test
    void theTopicsOfTheLocalStackAreTaken() throws Exception {
        var topics = List.of("access-ledger", "breach-alerts", "ledger-checkpoints");
        assertThat(TopicsCheck.refusal(BROKER, topics, 1)).isEmpty();
    }

    @Test
    void oneCopyIsRefusedWhereThreeAreAskedFor() throws Exception {
        assertThat(TopicsCheck.refusal(BROKER, List.of("access-ledger"), 3))
                .contains(
                        "The topic access-ledger keeps 1 copies of a record and 3 are asked for: a broken disk could lose it.");
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms,604800000",
        "retention.bytes,1073741824",
        "cleanup.policy,compact",
        "message.timestamp.type,CreateTime",
        "unclean.leader.election.enable,true",
        "max.message.bytes,1000"
    })
    void aTopicThatBreaksALawIsRefusedAmongGoodOnes(String setting, String value) throws Exception {
        String topic = "bad-" + setting;
        Map<String, String> settings = new HashMap<>(
                Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime", "retention.bytes", "-1"));
        settings.put(setting, value);
        try (Admin admin = Admin.create(BROKER)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
        assertThat(TopicsCheck.refusal(BROKER, List.of("access-ledger", topic), 1)
                        .orElseThrow())
                .startsWith("The topic " + topic + " needs " + setting)
                .contains(value);
    }

    @Test
    void nobodyWhoAnswersIsNoRefusal() {
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> TopicsCheck.refusal(BROKER, List.of("not-there-yet"), 1));
    }

    @Test
    void theEnvironmentNamesWhatReachesBrokersAndNothingElse() {
        assertThat(KafkaEnvironment.of(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                        "KAFKA_SASL_JAAS_CONFIG", "secret",
                        "KAFKA_GROUP_ID", "mine",
                        "KAFKA_HEAP_OPTS", "-Xmx1g",
                        "HOME", "/")))
                .isEqualTo(Map.of("bootstrap.servers", "broker:9093", "sasl.jaas.config", "secret"));
    }
}
