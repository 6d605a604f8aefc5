package io.seenby.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.audit.query.Ask;
import io.seenby.audit.query.AuditStack;
import io.seenby.audit.query.DoorProcess.Told;
import io.seenby.audit.query.ViewsStory;
import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.json.AlertCodec;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dashboards miss nothing and get nothing twice; and nobody's alert is shown before the ledger knows to whom. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class AlertStreamTest {

    private final ViewsStory story = new ViewsStory();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Feeds feeds;

    @BeforeEach
    @AfterEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private BreachAlert raise(int client) {
        return story.raise("vip", Severity.HIGH, List.of(ViewsStory.ref("client", client)));
    }

    private List<Told> told(String question) {
        return AuditStack.DOOR.told(story.name()).stream()
                .filter(each -> each.question().equals(question))
                .toList();
    }

    @Test
    void showsAnAlertAsItIsRaisedWithItsOrdinal() throws Exception {
        raise(1);
        try (Following dashboard = Following.open(port, story.name(), Optional.empty())) {
            BreachAlert raised = raise(2);

            Following.Event event = dashboard.next();
            assertThat(event.id()).isEqualTo(2);
            assertThat(AlertCodec.decode(event.data().getBytes(StandardCharsets.UTF_8))
                            .alertId())
                    .isEqualTo(raised.alertId());
        }
    }

    @Test
    void resumesWithoutGapOrDuplicateWhereverItBroke() throws Exception {
        Random random = new Random(3);
        List<Long> seen = new ArrayList<>();
        Thread raising = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                raise(i % 7);
            }
        });
        while (seen.size() < 300) {
            Optional<Long> last = Optional.of(seen.isEmpty() ? 0L : seen.getLast());
            try (Following dashboard =
                    Following.open(port, Ask.token("auditor", story.name()), last, random.nextBoolean())) {
                for (int i = random.nextInt(60); i >= 0 && seen.size() < 300; i--) {
                    seen.add(dashboard.next().id());
                }
            }
        }
        raising.join();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void manySubscribersShareOneFeedAndEachGetsEverything() throws Exception {
        List<Following> dashboards = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            dashboards.add(Following.open(port, story.name(), Optional.of(0L)));
        }
        for (int i = 0; i < 200; i++) {
            raise(1);
        }
        assertThat(feeds.followed()).isEqualTo(1);
        for (Following dashboard : dashboards) {
            for (long expected = 1; expected <= 200; expected++) {
                assertThat(dashboard.next().id()).isEqualTo(expected);
            }
            dashboard.close();
        }
        for (int i = 0; i < 100 && feeds.followed() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(feeds.followed()).isZero();
    }

    @Test
    void oneTenantsStreamNeverShowsAnothersAlerts() throws Exception {
        ViewsStory others = new ViewsStory();
        try (Following dashboard = Following.open(port, story.name(), Optional.of(0L))) {
            others.raise("vip", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));
            BreachAlert ours = raise(1);
            assertThat(dashboard.next().data()).contains(ours.alertId()).contains(story.name());
            assertThat(dashboard.within(1_500)).isEmpty();
        }
    }

    @Test
    void recordsItsOpeningAndEachClientBeforeItsFirstAlertLeaves() throws Exception {
        try (Following dashboard = Following.open(port, story.name(), Optional.of(0L))) {
            assertThat(told("alert-stream")).hasSize(1);
            assertThat(told("alert-stream").get(0).report().get("asked").asText())
                    .isEqualTo("{\"lastEventId\":0,\"purpose\":\"routine-review\"}");
            raise(1);
            dashboard.next();
            raise(1);
            dashboard.next();
            raise(2);
            dashboard.next();

            assertThat(told("alert-stream-client").stream().map(Told::clients))
                    .containsExactly(List.of(ViewsStory.ref("client", 1)), List.of(ViewsStory.ref("client", 2)));

            CountDownLatch gate = AuditStack.DOOR.hold();
            raise(3);
            while (told("alert-stream-client").size() < 3) {
                Thread.sleep(10);
            }
            assertThat(dashboard.within(500)).isEmpty();
            gate.countDown();
            assertThat(dashboard.next().id()).isEqualTo(4);
        }
    }

    @Test
    void withholdsAlertsWhileTheyCannotBeRecordedAndShowsThemAfterwards() throws Exception {
        try (Following dashboard = Following.open(port, story.name(), Optional.of(0L))) {
            AuditStack.DOOR.refuseWith(503);
            raise(1);
            raise(2);
            assertThat(dashboard.within(2_500)).isEmpty();
            AuditStack.DOOR.reset();
            assertThat(dashboard.next().id()).isEqualTo(1);
            assertThat(dashboard.next().id()).isEqualTo(2);
            assertThat(told("alert-stream-client")).isNotEmpty();
        }
    }

    @Test
    void givesSignsOfLifeWhenNothingHappens() throws Exception {
        try (Following dashboard = Following.open(port, story.name(), Optional.empty())) {
            assertThat(dashboard.within(3_500)).isEmpty();
            assertThat(dashboard.signsOfLife()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void endsWhenTheTokenExpires() throws Exception {
        String token = Ask.token(Map.of("role", "auditor", "tenant", story.name(), "expires_in", "4"));
        try (Following dashboard = Following.open(port, token, Optional.empty(), true)) {
            assertThat(dashboard.status()).isEqualTo(200);
            assertThat(dashboard.endsWithin(20_000)).isTrue();
        }
    }

    @Test
    void findsAlertsThatNobodyAnnounced() throws Exception {
        try (Following dashboard = Following.open(port, story.name(), Optional.of(0L))) {
            story.raiseQuietly("vip", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));
            assertThat(dashboard.next().id()).isEqualTo(1);
        }
    }

    @Test
    void aDashboardThatListsAndThenFollowsMissesNothing() throws Exception {
        raise(1);
        raise(2);
        long ordinal = io.restassured.RestAssured.given()
                .auth()
                .oauth2(Ask.token("auditor", story.name()))
                .get("/v1/alerts")
                .jsonPath()
                .getLong("ordinal");
        raise(3);
        try (Following dashboard = Following.open(port, story.name(), Optional.of(ordinal))) {
            assertThat(dashboard.next().id()).isEqualTo(3);
        }
    }

    @Test
    void aSubscriberThatReadsNothingHoldsUpNobodyAndIsOnlyBehind() throws Exception {
        try (SlowReader slow = SlowReader.open(port, story.name());
                Following quick = Following.open(port, story.name(), Optional.of(0L))) {
            int alerts = 3 * TenantFeed.KEPT;
            List<String> many = LongStream.range(0, 400)
                    .mapToObj(each -> ViewsStory.ref("client", each))
                    .toList();
            for (int i = 0; i < alerts; i++) {
                story.raise("vip", Severity.HIGH, many);
            }
            for (long expected = 1; expected <= alerts; expected++) {
                assertThat(quick.next().id()).isEqualTo(expected);
            }
            assertThat(slow.readIds(alerts))
                    .isEqualTo(LongStream.rangeClosed(1, alerts).boxed().toList());
        }
    }
}
