package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import io.seenby.events.shape.AlertShape;
import io.seenby.events.shape.RandomValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlertCodecTest {

    private static final Instant THEN = Instant.parse("2026-03-04T10:15:30.123456Z");

    @Property(tries = 1_000)
    void everyAlertComesBackAsItWent(@ForAll Random random) {
        JsonNode json = new RandomValues(random).of(AlertShape.FIELDS);

        BreachAlert alert = AlertCodec.decode(CanonicalJson.write(json));

        assertThat(AlertCodec.decode(AlertCodec.encode(alert))).isEqualTo(alert);
        assertThat(alert.revision()).isEqualTo(json.get("revision").intValue());
        assertThat(alert.evidence()).hasSize(json.get("evidence").size());
    }

    @Property(tries = 3_000)
    void damagedAlertsAreRefusedOrReadButBreakNothing(@ForAll Random random) {
        byte[] bytes = AlertCodec.encode(alert("A record was read.", List.of(7L), 1));
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        try {
            assertThat(AlertCodec.decode(bytes)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("alert");
        }
    }

    @Example
    void refusesToSendWhatItsSchemaRefuses() {
        assertNotSent(alert("Ms Twelve’s record was read.", List.of(7L), 1), "/summary");
        assertNotSent(alert("", List.of(7L), 1), "/summary");
        assertNotSent(alert("A record was read.", List.of(), 1), "/evidence");
        assertNotSent(alert("A record was read.", Collections.nCopies(1_001, 7L), 1), "/evidence");
        assertNotSent(alert("A record was read.", List.of(7L), 0), "/revision");
    }

    @Example
    void numbersThatJavaWouldTruncateAreRefused() {
        String alert =
                new String(AlertCodec.encode(alert("A record was read.", List.of(7L), 1)), StandardCharsets.UTF_8);
        byte[] beyond =
                alert.replace("\"revision\":1", "\"revision\":4294967297").getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertCodec.decode(beyond))
                .withMessageStartingWith("alert: /revision must be");
    }

    @Example
    void whatIsNoAlertIsRefusedWithoutQuotingIt() {
        for (String none : new String[] {"", "canary", "{}", "[]", "{\"canary\":1}", "{\"type\":\"canary\"}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AlertCodec.decode(none.getBytes(StandardCharsets.UTF_8)))
                    .withMessageStartingWith("alert")
                    .withMessageNotContaining("canary");
        }
    }

    private static void assertNotSent(BreachAlert alert, String pointer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertCodec.encode(alert))
                .withMessageStartingWith("alert: " + pointer + " must");
    }

    private static BreachAlert alert(String summary, List<Long> evidence, int revision) {
        return new BreachAlert(
                "Zm9vYmFyYmF6cXV4MDAwMQ",
                revision,
                new TenantId("harbor-law"),
                41,
                "unexplained-access",
                1,
                BreachAlert.Severity.MEDIUM,
                BreachAlert.Status.OPEN,
                Optional.empty(),
                List.of(new ClientRef("AAAAAAAAAAAAAAAAAAAAAA")),
                summary,
                evidence,
                THEN,
                THEN);
    }
}
