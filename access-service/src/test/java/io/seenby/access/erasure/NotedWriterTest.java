package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.Stack;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.HoldRef;
import io.seenby.events.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What counts is decided where the approval stands in the ledger, by what stands before it. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class NotedWriterTest {

    private static final TenantId TENANT = new TenantId("noted");
    private static final int NOWHERE = 9_998;

    /** So long ago that nobody acts upon an approval of these tests. */
    private static final Instant THEN = Instant.parse("2026-01-05T09:00:00Z");

    private static final ActorRef ASKER = new ActorRef("A".repeat(22));
    private static final ActorRef OTHER = new ActorRef("B".repeat(22));

    private final DutyId duty = new DutyId(UUID.randomUUID().toString());
    private final ClientRef client =
            new ClientRef(UUID.randomUUID().toString().replace("-", "").substring(0, 22));

    @Inject
    FollowedTable followed;

    @Inject
    ProvenRecords records;

    @Inject
    DutyTable duties;

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT.value());
    }

    private void say(Noted... noted) throws Exception {
        Followed at = followed.find(NOWHERE, records.beginning()).get();
        assertThat(followed.move(NOWHERE, at.next(), new Followed(at.next() + 1, at.keys()), Arrays.asList(noted))
                        .get())
                .isTrue();
    }

    private Noted requested() {
        return new Noted.Requested(
                TENANT, duty, DutyKind.CLIENT_ERASURE, client, ASKER, THEN, THEN.plus(Duration.ofHours(72)));
    }

    private Noted approved(ActorRef by, Duration after) {
        return new Noted.Approved(TENANT, duty, by, THEN.plus(after));
    }

    private Duty.State state() throws Exception {
        return duties.find(TENANT, duty).get().orElseThrow().state();
    }

    @Test
    void anApprovalBySomebodyElseInTimeCounts() throws Exception {
        say(requested(), approved(OTHER, Duration.ofHours(72).minusSeconds(1)));

        assertThat(state()).isEqualTo(Duty.State.APPROVED);
    }

    @Test
    void oneByWhoAskedOrTooLateDoesNot() throws Exception {
        say(requested(), approved(ASKER, Duration.ZERO), approved(OTHER, Duration.ofHours(72)));

        assertThat(state()).isEqualTo(Duty.State.REQUESTED);
    }

    @Test
    void oneUnderAHoldThatWasQuickerDoesNot() throws Exception {
        HoldRef hold = new HoldRef("H".repeat(22));
        say(requested(), new Noted.Held(TENANT, client, hold), approved(OTHER, Duration.ZERO));
        assertThat(state()).isEqualTo(Duty.State.REQUESTED);

        say(new Noted.Released(TENANT, client, hold), approved(OTHER, Duration.ZERO));
        assertThat(state()).isEqualTo(Duty.State.APPROVED);
    }

    @Test
    void oneWithinSixYearsOfADisclosureDoesNot() throws Exception {
        Instant sixYearsBefore = Instant.parse("2020-01-05T09:00:00Z");
        say(
                requested(),
                new Noted.Disclosed(TENANT, List.of(client), sixYearsBefore.plusSeconds(2)),
                new Noted.Disclosed(TENANT, List.of(client), sixYearsBefore.minusSeconds(2)),
                approved(OTHER, Duration.ofSeconds(1)));
        assertThat(state()).isEqualTo(Duty.State.REQUESTED);

        say(approved(OTHER, Duration.ofSeconds(2)));
        assertThat(state()).isEqualTo(Duty.State.APPROVED);
    }

    @Test
    void anErasureThatIsReadTwiceDestroysNoKeyThatCameBetween() throws Exception {
        Noted erased = new Noted.Erased(TENANT, duty, client);
        key(1);
        say(requested(), approved(OTHER, Duration.ZERO), erased);
        assertThat(keys()).isZero();
        assertThat(state()).isEqualTo(Duty.State.DONE);
        key(2);

        say(erased);

        assertThat(keys()).isEqualTo(1);
    }

    private void key(int generation) {
        Restored.sql("insert into keys.client_keys (tenant, client, generation, key_id, wrapped_key)"
                + " values ('%s', '%s', %d, 'k%d', '')".formatted(TENANT, client, generation, generation));
    }

    private long keys() {
        return Restored.count("select count(*) from keys.client_keys where tenant = '%s' and client = '%s'"
                .formatted(TENANT, client));
    }

    @Test
    void whoComesSecondChangesNothing() throws Exception {
        Followed at = followed.find(NOWHERE, records.beginning()).get();
        say(requested());

        assertThat(followed.move(
                                NOWHERE,
                                at.next(),
                                new Followed(at.next() + 5, at.keys()),
                                List.of(approved(OTHER, Duration.ZERO)))
                        .get())
                .isFalse();

        assertThat(state()).isEqualTo(Duty.State.REQUESTED);
        assertThat(followed.find(NOWHERE, records.beginning()).get().next()).isEqualTo(at.next() + 1);
    }
}
