package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.access.ledger.TopicWatch;
import io.seenby.access.sealing.KeyGate;
import io.seenby.events.ActorRef;
import io.seenby.events.DutyId;
import io.seenby.events.EventType;
import io.seenby.events.TenantId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Law 13, after a crash or a restore: what the ledger says is done, and done again before anything is opened. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class RestoreTest {

    /** No partition of the topic: what is stored for it comes from no ledger. */
    private static final int NOWHERE = 9_999;

    @Inject
    TopicWatch topic;

    @Inject
    ErasureTable erasures;

    @Inject
    Readings readings;

    @Inject
    FollowedTable followed;

    @Inject
    ProvenRecords records;

    @AfterEach
    void clean() {
        Restored.forget();
    }

    private static Officers tenantWithOneClient(String tenant) {
        Client.openTenant(tenant);
        return new Officers(tenant);
    }

    /** As an instance starts: once its gate is open, whatever was to be destroyed is. */
    private void start() throws InterruptedException {
        KeyGate gate = new KeyGate();
        LedgerFollower follower = new LedgerFollower(topic, erasures, readings, gate, new SimpleMeterRegistry());
        follower.start(new StartupEvent());
        try {
            Restored.await("the gate opens", gate::isOpen);
        } finally {
            follower.stop(new ShutdownEvent());
        }
    }

    private static void erase(Officers people, String client) {
        assertThat(people.approve(people.requested(client)).statusCode()).isEqualTo(200);
    }

    @Test
    void law13AWholeBackupOfBeforeTheErasureLosesItsKeysAgain() throws InterruptedException {
        Officers people = tenantWithOneClient("restored-wholly");
        String client = people.newClient();
        Restored.save("restored-wholly");
        erase(people, client);
        assertThat(Restored.keysOf("restored-wholly")).isZero();
        Restored.restore("restored-wholly");
        assertThat(Restored.keysOf("restored-wholly")).as("positive control").isEqualTo(1);

        start();

        assertThat(Restored.keysOf("restored-wholly")).isZero();
    }

    @Test
    void law13ABackupOfTheKeysAloneLosesThemAgainButNoLaterOnes() throws InterruptedException {
        Officers people = tenantWithOneClient("restored-partly");
        String client = people.newClient();
        Restored.sql("create table keys.saved_client_keys as select * from keys.client_keys"
                + " where tenant = 'restored-partly'");
        erase(people, client);
        people.publish(Reports.read(Reports.newId(), client));
        assertThat(Restored.keysOf("restored-partly")).isEqualTo(1);
        Restored.sql("insert into keys.client_keys select * from keys.saved_client_keys");
        assertThat(Restored.keysOf("restored-partly")).as("positive control").isEqualTo(2);

        start();

        assertThat(Restored.keysOf("restored-partly")).isEqualTo(1);
        assertThat(Restored.count(
                        "select count(*) from keys.client_keys where tenant = 'restored-partly' and generation = 2"))
                .isEqualTo(1);
    }

    @Test
    void whoDiesBetweenTheApprovalAndTheErasureIsFinishedByAnother() throws Exception {
        Officers people = tenantWithOneClient("died-between");
        String duty = people.requested(people.newClient());
        TenantId tenant = new TenantId("died-between");
        Followed at = followed.find(NOWHERE, records.beginning()).get();
        boolean moved = followed.move(
                        NOWHERE,
                        at.next(),
                        new Followed(at.next() + 1, at.keys()),
                        List.of(new Noted.Approved(
                                tenant, new DutyId(duty), new ActorRef("A".repeat(22)), Instant.now())))
                .get();
        assertThat(moved).isTrue();

        Restored.await("it is done", () -> people.state(duty).equals("done"));

        assertThat(Restored.keysOf("died-between")).isZero();
        assertThat(LedgerReader.entries("died-between"))
                .filteredOn(entry -> entry.type() == EventType.CLIENT_ERASED)
                .hasSize(1);
    }
}
