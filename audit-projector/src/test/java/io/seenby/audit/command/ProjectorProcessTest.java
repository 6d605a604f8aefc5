package io.seenby.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.FreshLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.ProjectorProgram;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.events.BreachAlert;
import io.seenby.events.json.AlertCodec;
import io.seenby.local.LocalStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged program against real Kafka and PostgreSQL: laws 1 to 7 and 9 from end to end. */
class ProjectorProcessTest {

    private static final Map<String, String> SMALL_BATCHES = Map.of("SEENBY_BATCH", "40");

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private Topic ledger;
    private Topic alerts;

    @BeforeEach
    void empty() throws Exception {
        ledger = FreshLedger.create();
        alerts = Topic.existing("breach-alerts");
    }

    @Test
    void projectsTheLedgerAndPublishesItsAlertsInOrder() throws Exception {
        List<Draft> drafts = BusyLedger.of(21, 2_000, signer);
        ledger.append(drafts);
        try (Views views = Views.of("views");
                ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
            await(() -> views.integrated() == drafts.size(), projector);
            await(() -> projector.get("/q/health/ready").status() == 200, projector);

            assertThat(views.digest()).isEqualTo(projectedHere());
            await(() -> published().equals(journal(views)), projector);
            assertThat(journal(views)).isNotEmpty();
            assertThat(views.ask("SELECT tenant, published_ordinal FROM owned.alert_marks ORDER BY tenant"))
                    .isEqualTo(views.ask(
                            "SELECT tenant, alert_ordinal FROM tenants WHERE alert_ordinal > 0 ORDER BY tenant"));
            assertThat(projector.metric("seenby_integrated_total")).isEqualTo(drafts.size());
            assertThat(projector.metric("seenby_quarantined_total"))
                    .isEqualTo(Double.parseDouble(
                            views.ask("SELECT sum(quarantined) FROM positions").get(0)));
            assertThat(projector.metric("seenby_lag_entries")).isZero();
            assertThat(projector.metric("seenby_alerts_published_total"))
                    .isEqualTo(
                            alerts.read().values().stream().mapToInt(List::size).sum());
        }
    }

    @Test
    void law1And9KilledUnderLoadItGoesOnWhereItWas() throws Exception {
        List<Draft> drafts = BusyLedger.of(22, 4_000, signer);
        ledger.append(drafts.subList(0, 3_000));
        try (Views views = Views.of("views")) {
            try (ProjectorProgram killed = ProjectorProgram.run(SMALL_BATCHES)) {
                await(() -> views.integrated() > 500, killed);
                killed.kill();
            }
            long atDeath = views.integrated();
            ledger.append(drafts.subList(3_000, drafts.size()));
            try (ProjectorProgram restarted = ProjectorProgram.run(SMALL_BATCHES)) {
                await(() -> views.integrated() == drafts.size(), restarted);

                assertThat(atDeath).isLessThan(3_000);
                assertThat(views.digest()).isEqualTo(projectedHere());
                await(() -> distinct(published()).equals(journal(views)), restarted);
            }
        }
    }

    @Test
    void law7BrokerAndDatabaseMayDieUnderLoad() throws Exception {
        List<Draft> drafts = BusyLedger.of(23, 4_000, signer);
        ledger.append(drafts);
        try (Views views = Views.of("views");
                ProjectorProgram projector = ProjectorProgram.run(SMALL_BATCHES)) {
            await(() -> views.integrated() > 300, projector);
            LocalStack.shared().postgres().kill();
            await(() -> projector.metric("seenby_retries_total") > 0, projector);
            LocalStack.shared().postgres().start();
            await(() -> views.integrated() > 1_000, projector);
            LocalStack.shared().kafka().kill();
            LocalStack.shared().kafka().start();
            await(() -> views.integrated() == drafts.size(), projector);

            assertThat(views.digest()).isEqualTo(projectedHere());
            await(() -> distinct(published()).equals(journal(views)), projector);
        }
    }

    @Test
    void twoInstancesShareThePartitionsAndOneTakesOverFromTheOther() throws Exception {
        List<Draft> drafts = BusyLedger.of(24, 3_000, signer);
        try (Views views = Views.of("views");
                ProjectorProgram one = ProjectorProgram.run(SMALL_BATCHES);
                ProjectorProgram other = ProjectorProgram.run(SMALL_BATCHES)) {
            await(() -> one.log().contains("is ours from") && other.log().contains("is ours from"), one);
            ledger.append(drafts);
            await(() -> views.integrated() > 300, one);
            one.kill();
            await(() -> views.integrated() == drafts.size(), other);

            assertThat(views.digest()).isEqualTo(projectedHere());
            await(() -> distinct(published()).equals(journal(views)), other);
            assertThat(other.get("/q/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void law4And9ARebuildIsEqualAndSendsNothing() throws Exception {
        List<Draft> drafts = BusyLedger.of(25, 2_000, signer);
        ledger.append(drafts);
        try (Views views = Views.of("views");
                Views rebuilt = Views.of("views_rebuilt")) {
            try (ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
                await(() -> views.integrated() == drafts.size(), projector);
                await(() -> published().equals(journal(views)), projector);
            }
            try (ProjectorProgram rebuild =
                    ProjectorProgram.run(Map.of(), "rebuild", "--schema", "views_rebuilt", "--batch", "333")) {
                assertThat(rebuild.exitCode()).isZero();
                assertThat(rebuild.log())
                        .contains("rebuilt schema views_rebuilt: %1$d of %1$d".formatted(drafts.size()));
            }
            assertThat(digestCommand("views_rebuilt"))
                    .isEqualTo(digestCommand("views"))
                    .contains("alert_revisions");
            assertThat(rebuilt.digest()).isEqualTo(views.digest());

            List<BreachAlert> before = published();
            try (ProjectorProgram switched =
                    ProjectorProgram.run(Map.of("SEENBY_SCHEMA", "views_rebuilt", "SEENBY_GROUP", "rebuilt"))) {
                await(() -> switched.get("/q/health/ready").status() == 200, switched);
                Draft more = BusyLedger.of(26, 30, signer).get(0);
                ledger.append(List.of(more));
                await(() -> rebuilt.integrated() == drafts.size() + 1, switched);
                assertThat(published()).isEqualTo(before);
            }
        }
    }

    @Test
    void law6AGapInTheLogHaltsTheProcess() throws Exception {
        ledger.append(BusyLedger.of(27, 50, signer));
        // The marker that ends a transaction takes an offset that no consumer ever sees.
        ledger.appendInTransaction(new Draft(0, Draft.bytes("nobody"), Draft.bytes("{}"), null));
        ledger.append(List.of(new Draft(0, Draft.bytes("nobody"), Draft.bytes("{}"), null)));
        try (Views views = Views.of("views");
                ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
            assertThat(projector.exitCode()).isEqualTo(70);
            assertThat(projector.log()).contains("HALT: partition 0 of the ledger goes on at offset");
            assertThat(views.ask("SELECT count(*) FROM quarantine WHERE reason = 'unstorable'"))
                    .containsExactly("0");
        }
    }

    @Test
    void law6APositionBeyondTheLogHaltsTheProcess() throws Exception {
        List<Draft> drafts = BusyLedger.of(28, 50, signer);
        ledger.append(drafts);
        try (Views views = Views.of("views")) {
            try (ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
                await(() -> views.integrated() == drafts.size(), projector);
            }
            views.ask("UPDATE positions SET next_offset = next_offset + 5, entries = entries + 5 WHERE partition = 1");
            try (ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
                assertThat(projector.exitCode()).isEqualTo(70);
                assertThat(projector.log()).contains("HALT: partition 1 is integrated up to offset");
            }
        }
    }

    @Test
    void law7WhatNobodyUnderstandsEndsTheProcessLoudly() throws Exception {
        ledger.append(BusyLedger.of(29, 50, signer));
        try (Views views = Views.of("views")) {
            views.askAs("owner", "REVOKE INSERT ON entries_all FROM projector");
            try (ProjectorProgram projector = ProjectorProgram.run(Map.of())) {
                assertThat(projector.exitCode()).isEqualTo(70);
                assertThat(projector.log()).contains("HALT: partition").contains("SQLSTATE 42501");
                assertThat(views.integrated()).isZero();
            }
        }
    }

    private Map<?, ?> projectedHere() throws Exception {
        try (Views here = Views.fresh()) {
            here.projectAll(ledger.read(), 1_000);
            return here.digest();
        }
    }

    private String digestCommand(String schema) throws Exception {
        try (ProjectorProgram digest = ProjectorProgram.run(Map.of(), "digest", "--schema", schema)) {
            assertThat(digest.exitCode()).isZero();
            return digest.log();
        }
    }

    private List<BreachAlert> published() {
        List<BreachAlert> published = new ArrayList<>();
        for (List<LedgerRecord> records : alerts.read().values()) {
            records.forEach(
                    record -> published.add(AlertCodec.decode(record.value().orElseThrow())));
        }
        return inOrderOfTenants(published);
    }

    private static List<BreachAlert> journal(Views views) throws Exception {
        List<BreachAlert> journal = new ArrayList<>();
        for (String payload :
                views.ask("SELECT encode(payload, 'escape') FROM alert_revisions ORDER BY tenant, ordinal")) {
            journal.add(AlertCodec.decode(Draft.bytes(payload)));
        }
        return inOrderOfTenants(journal);
    }

    /** Only the order within a tenant is promised. */
    private static List<BreachAlert> inOrderOfTenants(List<BreachAlert> alerts) {
        Map<String, List<BreachAlert>> byTenant = new java.util.TreeMap<>();
        alerts.forEach(alert -> byTenant.computeIfAbsent(alert.tenant().value(), tenant -> new ArrayList<>())
                .add(alert));
        return byTenant.values().stream().flatMap(List::stream).toList();
    }

    private static List<BreachAlert> distinct(List<BreachAlert> alerts) {
        return List.copyOf(new LinkedHashSet<>(alerts));
    }

    private static void await(Callable<Boolean> condition, ProjectorProgram projector) throws Exception {
        long limit = System.nanoTime() + 120_000_000_000L;
        while (!condition.call()) {
            if (System.nanoTime() > limit || !projector.isRunning()) {
                throw new AssertionError("it never came to that\n" + projector.log());
            }
            Thread.sleep(50);
        }
    }
}
