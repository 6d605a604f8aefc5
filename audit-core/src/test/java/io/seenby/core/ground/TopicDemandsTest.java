package io.seenby.core.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicDemandsTest {

    private final Map<String, String> settings = new HashMap<>(TopicDemands.exactly());

    TopicDemandsTest() {
        settings.put("max.message.bytes", "2097152");
        settings.put("min.insync.replicas", "2");
    }

    private TopicDemands.Found found(int copies) {
        return new TopicDemands.Found("access-ledger", settings, copies);
    }

    @Test
    void whatIsKeptForEverInThreeCopiesIsTaken() {
        assertThat(TopicDemands.refusal(found(3), 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy,compact",
        "'cleanup.policy','compact,delete'",
        "retention.ms,604800000",
        "retention.bytes,1073741824",
        "message.timestamp.type,CreateTime",
        "unclean.leader.election.enable,true",
        "max.message.bytes,1048588",
        "min.insync.replicas,1",
        "min.insync.replicas,3"
    })
    void eachSettingThatBreaksALawIsNamed(String setting, String value) {
        settings.put(setting, value);
        assertThat(TopicDemands.refusal(found(3), 3).orElseThrow())
                .startsWith("The topic access-ledger ")
                .contains(setting)
                .contains(value)
                .endsWith(".");
    }

    @Test
    void whatIsNotSetIsNotMet() {
        settings.remove("retention.ms");
        assertThat(TopicDemands.refusal(found(3), 3))
                .hasValueSatisfying(why -> assertThat(why).contains("retention.ms=-1 and has nothing"));
    }

    @Test
    void fewerCopiesThanAskedForAreRefused() {
        assertThat(TopicDemands.refusal(found(2), 3).orElseThrow()).contains("2 copies", "3 are asked for");
    }

    @Test
    void oneCopyIsTakenWhereOneIsAskedFor() {
        settings.put("min.insync.replicas", "1");
        assertThat(TopicDemands.refusal(found(1), 1)).isEmpty();
    }
}
