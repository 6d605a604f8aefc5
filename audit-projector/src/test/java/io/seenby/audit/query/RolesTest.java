package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.EventType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask what: every question by every role. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class RolesTest {

    private static final Set<String> READERS = Set.of("auditor", "investigator", "privacy-officer");
    static final List<String> ALL = List.of(
            "auditor",
            "investigator",
            "privacy-officer",
            "publisher",
            "client",
            "administrator",
            "erasure-approver",
            "service",
            "nobody");

    private final ViewsStory story = new ViewsStory();

    @BeforeEach
    void something() {
        AuditStack.DOOR.reset();
        story.entry().type(EventType.INFORMATION_DISCLOSED).withText().add();
        story.tell().finding(0, "vip", "open", ViewsStory.ref("actor", 1), ViewsStory.ref("client", 1));
        story.raise("vip", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));
    }

    @Test
    void onlyReadersReadAndNobodyElseLeavesATrace() {
        Endpoints.about(story).forEach((question, ask) -> {
            for (String role : ALL) {
                int before = AuditStack.DOOR.told(story.name()).size();
                var answer = ask.apply(Ask.as(role, story.name()));
                assertThat(answer.statusCode())
                        .as(question + " by " + role)
                        .isEqualTo(READERS.contains(role) ? 200 : 403);
                assertThat(AuditStack.DOOR.told(story.name()).size() - before)
                        .as(question + " by " + role)
                        .isEqualTo(READERS.contains(role) ? 1 : 0);
                if (!READERS.contains(role)) {
                    assertThat(answer.contentType()).contains("application/problem+json");
                }
            }
        });
    }

    @Test
    void theStreamIsForReaders() {
        for (String role : ALL) {
            if (!READERS.contains(role)) {
                Ask.as(role, story.name()).get("/v1/alerts/stream").then().statusCode(403);
            }
        }
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();
    }

    @Test
    void onlyInvestigatorsAndPrivacyOfficersUnseal() {
        AuditStack.DOOR.seals(java.util.Map.of("/what", "the chart"));
        for (String role : ALL) {
            int expected = Set.of("investigator", "privacy-officer").contains(role) ? 200 : 403;
            Ask.as(role, story.name())
                    .header("SeenBy-Purpose", "compliance")
                    .get("/v1/trail/0?unseal=true")
                    .then()
                    .statusCode(expected);
        }
    }
}
