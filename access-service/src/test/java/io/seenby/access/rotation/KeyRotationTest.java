package io.seenby.access.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.seenby.access.Client;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.access.ledger.AnnouncedKeys;
import io.seenby.access.ledger.SigningKeys;
import io.seenby.access.sealing.LedgerMac;
import io.seenby.access.tenant.TenantOpening;
import io.seenby.core.ledger.AcceptedKeys.Standing;
import io.seenby.events.LedgerEvent.LedgerKeyRotated;
import io.seenby.local.KafkaBroker;
import io.seenby.local.LocalStack;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts with one key file after the other, each test in a partition of its own. */
@QuarkusTest
@TestProfile(KeyRotationTest.OwnTopic.class)
@QuarkusTestResource(Stack.class)
class KeyRotationTest {

    private static final String TOPIC = "key-rotation";
    private static final int PARTITIONS = 30;
    private static final AtomicInteger NEXT = new AtomicInteger(PARTITIONS);

    /** What is told here must not change the partitions of other tests. */
    public static class OwnTopic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("access.ledger.topic", TOPIC);
        }
    }

    @Inject
    LedgerMac mac;

    @Inject
    SigningKeys signing;

    @Inject
    AnnouncedKeys announced;

    @Inject
    RotationRecord record;

    @Inject
    TenantOpening opening;

    @Inject
    Clock clock;

    private final int partition = NEXT.decrementAndGet();
    private KeyFiles keys;

    @BeforeEach
    void theServiceHasStartedWithOneKey() throws Exception {
        keys = new KeyFiles(Files.createTempDirectory("key-files"));
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)
                                .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                        .all()
                        .get();
            }
        }
        while (!sql("select count(*) from keys.ledger_keys where partition = " + (PARTITIONS - 1))
                .equals("1")) {
            Thread.sleep(50);
        }
        while (opening.openOwn(partition).get() instanceof TenantOpening.NotOpened) {
            Thread.sleep(50);
        }
        // Not through the door, which would write into the partition that is looked at.
        sql("insert into keys.publisher_changes select coalesce(max(ordinal), 0) + 1, 'seenby-ledger-" + partition
                + "', 'ehr', false, 'seenby.record-read.v1', 1000000, 1000000, now(), null"
                + " from keys.publisher_changes");
    }

    private static String sql(String statement) throws Exception {
        try (Connection database = LocalStack.shared().postgres().connect("postgres");
                var run = database.createStatement()) {
            if (!run.execute(statement)) {
                return "";
            }
            try (ResultSet row = run.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** As after a restart: the file is read anew and nothing is remembered. */
    private Rotation start(List<Integer> inFile, int primary, Integer... disabled) throws Exception {
        LedgerMac read = new LedgerMac(Optional.of(keys.file(inFile, primary, Set.of(disabled))));
        SigningKeys fresh = new SigningKeys(read, announced);
        QuarkusMock.installMockForInstance(read, mac);
        QuarkusMock.installMockForInstance(fresh, signing);
        return new Rotation(read, announced, fresh, record, clock);
    }

    private boolean rotated(Rotation rotation) throws Exception {
        try {
            rotation.rotate(partition);
            return true;
        } catch (NotRotated notYet) {
            return false;
        }
    }

    private int append() {
        return Client.publisher("seenby-ledger-" + partition)
                .event(Reports.read(Reports.newId(), "client-1"))
                .statusCode();
    }

    private List<Reader.Read> records() throws Exception {
        return Reader.read(TOPIC, partition, new LedgerMac(Optional.of(keys.file(List.of(0, 1, 2), 0, Set.of()))));
    }

    /** What a reader makes of the partition: nothing that it refuses. */
    private List<String> read() throws Exception {
        List<Reader.Read> records = records();
        assertThat(records).extracting(Reader.Read::key).containsOnly(Standing.ACCEPTED);
        return records.stream()
                .map(read -> (read.entry().event() instanceof LedgerKeyRotated
                                ? read.entry().eventId().value()
                                : read.entry().type().name())
                        + " by " + read.provenBy())
                .toList();
    }

    private String by(String event, int key) {
        return event + " by " + keys.id(key);
    }

    @Test
    void theNewKeyIsAnnouncedUnderTheOldOneAndOnlyThenUsed() throws Exception {
        append();
        Rotation rotation = start(List.of(0, 1), 1);
        append();
        rotation.rotate(partition);
        append();
        rotation.rotate(partition);
        start(List.of(0, 1), 1).rotate(partition);
        append();

        assertThat(read())
                .containsExactly(
                        by("TENANT_OPENED", 0),
                        by("RECORD_READ", 0),
                        by("RECORD_READ", 0),
                        by("accept-" + keys.id(1), 0),
                        by("RECORD_READ", 1),
                        by("RECORD_READ", 1));
    }

    @Test
    void anInstanceThatStillHasTheOldFileAndOneWithTheNewAreBothAccepted() throws Exception {
        start(List.of(0, 1), 1).rotate(partition);
        append();
        start(List.of(0), 0).rotate(partition);
        append();
        start(List.of(0, 1), 1).rotate(partition);
        append();

        assertThat(read())
                .endsWith(by("RECORD_READ", 1), by("RECORD_READ", 0), by("RECORD_READ", 1))
                .hasSize(5);
    }

    @Test
    void aDisabledKeyIsRetiredByTheNextStartAndNeverTwice() throws Exception {
        start(List.of(0, 1), 1).rotate(partition);
        append();
        start(List.of(0, 1), 1, 0).rotate(partition);
        append();
        start(List.of(0, 1), 1, 0).rotate(partition);

        assertThat(read())
                .containsExactly(
                        by("TENANT_OPENED", 0),
                        by("accept-" + keys.id(1), 0),
                        by("RECORD_READ", 1),
                        by("retire-" + keys.id(0), 1),
                        by("RECORD_READ", 1));
    }

    @Test
    void aKeyThatThisStartHasUsedIsRetiredByALaterOne() throws Exception {
        Rotation hasty = start(List.of(0, 1), 1, 0);
        append();
        hasty.rotate(partition);
        hasty.rotate(partition);
        assertThat(read()).endsWith(by("accept-" + keys.id(1), 0));
        start(List.of(0, 1), 1, 0).rotate(partition);
        assertThat(read()).endsWith(by("retire-" + keys.id(0), 1));
    }

    @Test
    void aCrashBetweenTheRecordAndItsMarkRepeatsTheRecordWordForWord() throws Exception {
        start(List.of(0, 1), 1).rotate(partition);
        sql("update keys.ledger_keys set state = 'accepting' where ordinal = 1 and partition = " + partition);
        start(List.of(0, 1), 1).rotate(partition);

        assertThat(read()).endsWith(by("accept-" + keys.id(1), 0), by("accept-" + keys.id(1), 0));
        assertThat(records().subList(1, 3))
                .as("the projector counts the second as a duplicate")
                .extracting(read -> read.entry().contentTag())
                .containsOnly(records().get(1).entry().contentTag());
    }

    @Test
    void withoutABrokerTheOldKeyStaysInUseAndTheNewOneComesLater() throws Exception {
        KafkaBroker broker = LocalStack.shared().kafka();
        Rotation rotation = start(List.of(0, 1), 1);
        broker.kill();
        try {
            assertThatThrownBy(() -> rotation.rotate(partition)).isInstanceOf(NotRotated.class);
        } finally {
            broker.start();
        }
        while (append() != 201 || !rotated(rotation)) {
            Thread.sleep(200);
        }
        append();
        assertThat(read()).contains(by("RECORD_READ", 0)).endsWith(by("RECORD_READ", 1));
    }

    @Test
    void aFileWithoutAnyAcceptedKeyCannotAppend() throws Exception {
        start(List.of(1), 1);
        sql("insert into keys.ledger_keys values (" + partition + ", "
                + keys.id(0).value() + ", 0, 'accepted', now()) on conflict do nothing");
        assertThat(append()).isEqualTo(503);
        assertThat(read()).hasSize(1);
    }

    @Test
    void nobodyElseOpensATenantOfOurs() {
        assertThat(Client.with(Map.of("role", "administrator", "sub", "admin-1"))
                        .post("/v1/tenants", "application/json", "{\"tenant\":\"seenby-mine\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
