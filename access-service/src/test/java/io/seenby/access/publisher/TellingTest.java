package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.access.sealing.PutAside;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Moments;
import io.seenby.local.LocalStack;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a decision when somebody dies between the table and the ledger, or is not there at all. */
@QuarkusTest
@TestProfile(TellingTest.Impatient.class)
@QuarkusTestResource(Stack.class)
class TellingTest {

    private static final TenantId TENANT = new TenantId("telling");
    private static final Terms TERMS = new Terms(Set.of(EventType.RECORD_READ), new Quota(1_000, 1_000));

    /** So that nobody waits for what is done by itself. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("access.publishers.tell-again", "1s");
        }
    }

    @Inject
    PublisherTable table;

    @Inject
    Tenants tenants;

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT.value());
    }

    private static HttpResponse<String> register(String publisher) {
        return Client.administrator(TENANT.value())
                .post(
                        "/v1/publishers",
                        "application/json",
                        Client.registration(publisher, TERMS.wireNames(), 1_000, 1_000));
    }

    private static HttpResponse<String> suspend(String publisher) {
        return Client.administrator(TENANT.value())
                .post("/v1/publishers/" + publisher + "/suspend", "application/json", "{\"reason\":\"Test.\"}");
    }

    private static int publish(String publisher) {
        return Client.with(Map.of("role", "publisher", "tenant", TENANT.value(), "sub", publisher))
                .event(Reports.read(Reports.newId(), "client-1"))
                .statusCode();
    }

    /** What another instance does before it dies: the table has it, the ledger does not. */
    private void decideElsewhere(String publisher, String eventId, boolean suspended) {
        Tenant tenant = tenants.find(TENANT).join().orElseThrow();
        Instant now = Instant.now();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", EventType.PUBLISHER_SUSPENDED.wire());
        report.put("eventId", eventId);
        report.put("occurredAt", Moments.write(now));
        report.put("suspended", publisher).put("reason", "Test.");
        byte[] untold = PutAside.seal(tenant.keys(), report);
        table.decide(
                        TENANT,
                        new PublisherId(publisher),
                        before -> Optional.of(new PublisherTable.Decision(suspended, TERMS, now, untold)))
                .join();
    }

    private static List<LedgerEntry> suspensions(String eventId) {
        return LedgerReader.entries(TENANT.value()).stream()
                .filter(entry -> entry.eventId().value().equals(eventId))
                .toList();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(LocalStack.shared().kafka().pid());
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }

    private static void sql(String statement) {
        try (Connection database = LocalStack.shared().postgres().connect("postgres")) {
            database.createStatement().execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aSuspensionAtAnotherInstanceHoldsHereWithinTwoSeconds() throws InterruptedException {
        register("elsewhere");
        assertThat(publish("elsewhere")).isEqualTo(201);

        long began = System.nanoTime();
        decideElsewhere("elsewhere", "elsewhere-1", true);
        await("it holds here", () -> publish("elsewhere") == 403);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatAnInstanceDiedOverIsToldByAnother() throws InterruptedException {
        register("orphan");
        decideElsewhere("orphan", "orphan-1", true);

        await("the ledger has it", () -> !suspensions("orphan-1").isEmpty());

        await("and it is noted", () -> table.untold(TENANT).join().isEmpty());
        assertThat(suspensions("orphan-1")).hasSize(1);
    }

    @Test
    void whatWasAppendedAndNotNotedIsAppendedAgainInTheSameWords() throws InterruptedException {
        register("twice");
        decideElsewhere("twice", "twice-1", true);
        sql("create table if not exists keys.kept as select ordinal, untold from keys.publisher_changes"
                + " where publisher = 'twice' and untold is not null");
        await("the ledger has it", () -> table.untold(TENANT).join().isEmpty());

        sql("update keys.publisher_changes set untold = kept.untold from keys.kept"
                + " where kept.ordinal = publisher_changes.ordinal");
        await("it is told again", () -> suspensions("twice-1").size() == 2);

        List<LedgerEntry> told = suspensions("twice-1");
        assertThat(told.get(1).contentTag())
                .as("the projector counts it as a duplicate")
                .isEqualTo(told.get(0).contentTag());
        sql("drop table keys.kept");
    }

    @Test
    void aSuspensionHoldsWhileKafkaIsDownAndIsToldWhenItIsBack() throws Exception {
        register("kafka-down");
        assertThat(publish("kafka-down")).isEqualTo(201);
        HttpResponse<String> answer;
        signal("STOP");
        try {
            answer = suspend("kafka-down");
            assertThat(publish("kafka-down")).as("the deny list comes first").isEqualTo(403);
        } finally {
            signal("CONT");
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).contains("It holds already");

        await(
                "the ledger has it",
                () -> LedgerReader.entries(TENANT.value()).stream()
                        .anyMatch(entry -> entry.event().toString().contains("suspended=kafka-down")));
        await("a repeat says so", () -> suspend("kafka-down").statusCode() == 200);
    }

    @Test
    void anInstanceThatStartsKnowsWhoIsSuspended() {
        register("before-restart");
        suspend("before-restart");

        Register started = new Register(table, Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertThat(started.find(TENANT, new PublisherId("before-restart"))
                        .join()
                        .orElseThrow()
                        .closed())
                .isPresent();
    }

    @Test
    void decisionsAreNumberedInTheOrderInWhichTheyAreSeen() throws Exception {
        List<Thread> deciding = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int j = 0; j < 10; j++) {
                        decideElsewhere("race-" + i, "race-" + i + "-" + j, j % 2 == 0);
                    }
                }))
                .toList();
        Register other = new Register(table, Duration.ofSeconds(1), Duration.ofSeconds(30));
        while (deciding.stream().anyMatch(Thread::isAlive)) {
            other.look().join();
        }
        other.look().join();

        for (int i = 0; i < 8; i++) {
            assertThat(other.find(TENANT, new PublisherId("race-" + i))
                            .join()
                            .orElseThrow()
                            .registration())
                    .as("no change was passed over")
                    .isEqualTo(table.of(TENANT).join().stream()
                            .filter(ofName("race-" + i))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Predicate<Registration> ofName(String publisher) {
        return each -> each.publisher().value().equals(publisher);
    }
}
