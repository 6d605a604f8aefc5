package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.intake.Intake;
import io.seenby.access.intake.Outcome;
import io.seenby.access.intake.Publisher;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The intake as other doors use it. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class IntakeTest {

    @Inject
    Intake intake;

    private Outcome record(String tenant, String report) {
        Publisher publisher = new Publisher(new TenantId(tenant), new PublisherId("fhir-gateway"));
        return intake.record(publisher, Client.json(report))
                .toCompletableFuture()
                .join();
    }

    @Test
    void takesChecksAndRefusesAsTheEventsRouteDoes() {
        Client.openTenant("other-door");
        Client.register("other-door", "fhir-gateway");
        String id = Reports.newId();
        assertThat(record("other-door", Reports.read(id, "client-1")))
                .isInstanceOfSatisfying(Outcome.Recorded.class, recorded -> {
                    assertThat(recorded.eventId().value()).isEqualTo(id);
                    assertThat(recorded.tenant().value()).isEqualTo("other-door");
                });
        assertThat(record("other-door", "{}"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().errors().get(0).pointer())
                                .isEqualTo("/type"));
        assertThat(record("never-opened", Reports.read(id, "client-1")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
    }
}
