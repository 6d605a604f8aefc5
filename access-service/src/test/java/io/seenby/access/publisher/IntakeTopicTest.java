package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.access.intake.IntakeTopic;
import io.seenby.access.intake.Publisher;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTopicTest {

    @ParameterizedTest
    @ValueSource(strings = {"ehr", "ehr.north-2", "a_b", "mail@firm:4", "X", "a.b.c", "_0"})
    void itsNameSaysWhoReportsAndNobodyElse(String publisher) {
        if (publisher.startsWith("_")) {
            assertThat(IntakeTopic.of("intake.harbor-law." + publisher)).isEmpty();
            return;
        }
        IntakeTopic topic = new IntakeTopic(new Publisher(new TenantId("harbor-law"), new PublisherId(publisher)));

        assertThat(topic.name()).matches("[a-zA-Z0-9._-]+").startsWith("intake.harbor-law.");
        assertThat(IntakeTopic.ALL.matcher(topic.name()).matches()).isTrue();
        assertThat(IntakeTopic.ALL.matcher(topic.rejected()).matches()).isFalse();
        assertThat(IntakeTopic.of(topic.name())).hasValue(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake.harbor-law.",
                "intake.harbor-law",
                "intake..ehr",
                "rejected.harbor-law.ehr",
                "access-ledger",
                "intake.harbor-law.a_62",
                "intake.harbor-law.a_zz",
                "intake.Harbor.ehr"
            })
    void aNameThatWeDoNotGiveIsNobodys(String topic) {
        assertThat(IntakeTopic.of(topic)).isEmpty();
    }
}
