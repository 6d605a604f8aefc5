package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.pipeline.PatientProjection.Ending;
import io.seenby.audit.postgres.DerivedTable;
import io.seenby.audit.postgres.Fault;
import io.seenby.audit.postgres.SchemaDigest;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 2, 3, 6 and 7: what happens when the database, another projector or the log does what it should not. */
class FaultLawsTest {

    /** Ends the session after everything is saved and before it is committed. */
    private static final String KILL_AT_COMMIT = """
            CREATE FUNCTION kill_session() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_terminate_backend(pg_backend_pid());
                PERFORM pg_sleep(10);
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER kill AFTER UPDATE ON positions DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION kill_session();
            """;

    private static Map<Integer, List<LedgerRecord>> ledger;
    private static Map<DerivedTable, SchemaDigest.OfTable> whole;

    @BeforeAll
    static void project() throws SQLException {
        LedgerSigner signer =
                LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
        Topic topic = Topic.create("fault-laws", 2);
        topic.append(BusyLedger.of(11, 800, signer));
        ledger = topic.read();
        try (Views views = Views.fresh()) {
            views.projectAll(ledger, 100);
            whole = views.digest();
        }
    }

    @Test
    void law2KilledBetweenSaveAndCommitLeavesNothing() throws SQLException {
        try (Views views = Views.fresh()) {
            views.project(ledger.get(0).subList(0, 100));
            var before = views.digest();
            views.ask(KILL_AT_COMMIT);

            assertThatThrownBy(() -> views.project(ledger.get(0).subList(100, 300)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(Fault.of(error)).isEqualTo(Fault.TRANSIENT));

            assertThat(views.digest()).isEqualTo(before);
            views.ask("DROP TRIGGER kill ON positions");
            views.project(ledger.get(0).subList(100, ledger.get(0).size()));
            views.project(ledger.get(1));
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @Test
    void law2ACommitWhoseAnswerWasLostIsNotDoneTwice() throws Exception {
        try (Views views = Views.fresh();
                Views answered = views.another()) {
            views.project(ledger.get(0).subList(0, 1));
            views.ask(KILL_AT_COMMIT);
            List<LedgerRecord> batch = ledger.get(0).subList(1, 200);

            Future<Ending> waiting = inBackground(() -> views.projectPatiently(batch));
            await(() -> !views.retries().isEmpty());
            views.ask("DROP TRIGGER kill ON positions");
            answered.project(batch);

            assertThat(waiting.get()).isEqualTo(Ending.INTEGRATED);
            views.project(ledger.get(0).subList(200, ledger.get(0).size()));
            views.project(ledger.get(1));
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @Test
    void law3AStaleProjectorStopsAndChangesNothing() throws Exception {
        try (Views views = Views.fresh();
                Views stale = views.another()) {
            List<LedgerRecord> records = ledger.get(0);
            views.projectAll(ledger, 100);

            assertThat(stale.projectPatiently(records.subList(0, 50))).isEqualTo(Ending.STALE);
            assertThat(stale.projectPatiently(records.subList(50, records.size())))
                    .isEqualTo(Ending.STALE);

            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @Test
    void law3OfTwoProjectorsAtOneBatchOneIntegratesIt() throws Exception {
        try (Views views = Views.fresh();
                Views rival = views.another()) {
            for (List<LedgerRecord> records : ledger.values()) {
                for (int from = 0; from < records.size(); from += 40) {
                    List<LedgerRecord> batch = records.subList(from, Math.min(records.size(), from + 40));
                    Future<Outcome> other = inBackground(() -> rival.project(batch));
                    List<Outcome> outcomes = List.of(views.project(batch), other.get());
                    assertThat(outcomes)
                            .hasAtLeastOneElementOfType(Outcome.Integrated.class)
                            .hasAtLeastOneElementOfType(Outcome.Misplaced.class);
                }
            }
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @Test
    void law6AMissingRecordHaltsWhereverItIsMissing() throws SQLException {
        try (Views views = Views.fresh()) {
            List<LedgerRecord> records = ledger.get(0);
            views.project(records.subList(0, 10));
            var before = views.digest();

            assertThatThrownBy(() -> views.projectPatiently(records.subList(11, 20)))
                    .isInstanceOf(LedgerGap.class)
                    .hasMessage("partition 0 of the ledger goes on at offset 11 where 10 was expected");
            assertThatThrownBy(() -> views.projectPatiently(List.of(records.get(10), records.get(12))))
                    .isInstanceOf(LedgerGap.class)
                    .hasMessage("partition 0 of the ledger goes on at offset 12 where 11 was expected");

            assertThat(views.digest()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 1_000})
    void law7ARecordTheSchemaCannotStoreIsFoundAndTheOthersGoOn(int batch) throws Exception {
        try (Views views = Views.fresh();
                Views reference = Views.fresh()) {
            List<LedgerRecord> records = ledger.get(0);
            String forbid = "ALTER TABLE entries_all ADD CONSTRAINT planted CHECK (ledger_index NOT IN (7, 23))";
            views.ask(forbid);
            reference.ask(forbid);

            projectPatiently(views, records, batch);
            projectPatiently(reference, records, 10);

            assertThat(views.ask("SELECT DISTINCT reason FROM quarantine WHERE reason LIKE 'unstorable%'"))
                    .containsExactly("unstorable");
            assertThat(views.ask("SELECT count(*) > 1 FROM quarantine WHERE reason = 'unstorable'"))
                    .containsExactly("t");
            assertThat(views.ask("SELECT next_offset FROM positions")).containsExactly("" + records.size());
            assertThat(views.digest()).isEqualTo(reference.digest());
        }
    }

    @Test
    void law7WhatNobodyUnderstandsIsNotRetriedAndNeverQuarantined() throws Exception {
        try (Views views = Views.fresh()) {
            views.project(ledger.get(0).subList(0, 10));
            var before = views.digest();
            views.askAs("owner", "REVOKE INSERT ON entries_all FROM projector");

            assertThatThrownBy(() -> views.projectPatiently(ledger.get(0).subList(10, 20)))
                    .isInstanceOf(ProjectionFailed.class)
                    .hasMessage("partition 0, offsets 10 to 19: SQLSTATE 42501");

            assertThat(views.retries()).isEmpty();
            assertThat(views.digest()).isEqualTo(before);
        }
    }

    @Test
    void law7ADatabaseKilledUnderLoadIsWaitedForAndNothingIsQuarantined() throws Exception {
        try (Views views = Views.fresh()) {
            Future<Void> projecting = inBackground(() -> {
                for (List<LedgerRecord> records : ledger.values()) {
                    projectPatiently(views, records, 4);
                }
                return null;
            });
            await(() ->
                    !views.ask("SELECT 1 FROM positions WHERE next_offset > 40").isEmpty());
            LocalStack.shared().postgres().kill();
            await(() -> !views.retries().isEmpty());
            LocalStack.shared().postgres().start();

            projecting.get();

            assertThat(views.retries()).isNotEmpty();
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    private static void projectPatiently(Views views, List<LedgerRecord> records, int batch)
            throws InterruptedException {
        for (int from = 0; from < records.size(); from += batch) {
            Ending ending = views.projectPatiently(records.subList(from, Math.min(records.size(), from + batch)));
            assertThat(ending).isEqualTo(Ending.INTEGRATED);
        }
    }

    private static <T> Future<T> inBackground(Callable<T> work) {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        Future<T> future = thread.submit(work);
        thread.shutdown();
        return future;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(20);
        }
    }
}
