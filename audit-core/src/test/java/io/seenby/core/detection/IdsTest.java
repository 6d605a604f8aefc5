package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.Patterns;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static String id(long index, String rule, String subject) {
        return Ids.of(Happening.TENANT, index, rule, subject);
    }

    @Test
    void isTheDigestThatAnyoneCanCompute() {
        // printf 'st-anna\0%d\0no-relationship\0client-0001' 42 | sha256sum, first 16 bytes in base64url
        assertThat(id(42, "no-relationship", "client-0001"))
                .isEqualTo("I5arXrYZNKgiH7Qml1u4Rw")
                .matches(Patterns.REF);
    }

    @Test
    void tellsTenantIndexRuleAndSubjectApart() {
        assertThat(new String[] {
                    id(1, "rule", "a"), id(11, "rule", "a"), id(1, "rule1", "a"), id(1, "rule", "b"), id(1, "rul", "ea")
                })
                .doesNotHaveDuplicates();
    }
}
