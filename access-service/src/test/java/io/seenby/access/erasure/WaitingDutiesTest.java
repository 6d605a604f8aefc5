package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.Stack;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever may approve sees what waits for them, in their own tenant. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class WaitingDutiesTest {

    private static final String TENANT = "waiting";

    private final Officers people = new Officers(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
        Client.openTenant("waiting-not");
    }

    private static List<String> waiting(Officers people) {
        return Client.json(people.approver().get("/v1/duties").body())
                .get("duties")
                .valueStream()
                .map(duty -> duty.get("id").textValue())
                .toList();
    }

    @Test
    void aDutyWaitsFromItsRequestToItsApprovalTheFirstToExpireFirst() {
        String first = people.requested(people.newClient());
        String second = people.requested(people.newClient());

        assertThat(waiting(people)).containsSubsequence(first, second);
        assertThat(waiting(new Officers("waiting-not"))).doesNotContain(first, second);

        people.approve(first);

        assertThat(waiting(people)).contains(second).doesNotContain(first);
    }
}
