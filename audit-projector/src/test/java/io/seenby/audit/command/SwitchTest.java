package io.seenby.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.FreshLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.pipeline.PatientProjection;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.Exchange;
import io.seenby.local.LocalStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two schemas exchange their names: the commands, in this process, against what a projector has left there. */
class SwitchTest {

    private static final String WAITING =
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'served.positions'::regclass";

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private List<Draft> drafts = List.of();
    private Topic ledger;

    @BeforeEach
    void aLedger() throws Exception {
        ledger = FreshLedger.create();
        drafts = BusyLedger.of(31, 300, signer);
        ledger.append(drafts);
    }

    private int run(String... command) {
        Map<String, String> environment = new HashMap<>(LocalStack.shared().environment());
        environment.put("SEENBY_SCHEMA", "served");
        return Commands.run(command, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theOtherSchemaIsBroughtToTheServedPositionAndTakesItsName() throws Exception {
        try (Views served = Views.of("served");
                Views other = Views.of("other")) {
            served.projectAll(ledger.read(), 100);
            served.askAs("postgres", "INSERT INTO checkpoint_reading VALUES ('a key', 7)");
            String tables = served.ask("SELECT 'entries'::regclass::oid").get(0);

            assertThat(run("switch", "--schema", "other")).as(said()).isZero();

            assertThat(served.ask("SELECT 'entries'::regclass::oid")).doesNotContain(tables);
            assertThat(other.ask("SELECT 'entries'::regclass::oid")).containsExactly(tables);
            assertThat(served.digest()).isEqualTo(other.digest());
            assertThat(served.integrated()).isEqualTo(drafts.size());
            // What follows another topic than the ledger is not behind after the switch either.
            assertThat(served.ask("SELECT next_offset FROM checkpoint_reading")).containsExactly("7");
            assertThat(other.ask("SELECT next_offset FROM checkpoint_reading")).isEmpty();
        }
    }

    @Test
    void aProjectorGoesOnInTheOtherTablesWithoutARestart() throws Exception {
        try (Views served = Views.of("served");
                Views other = Views.of("other")) {
            served.projectAll(ledger.read(), 100);
            assertThat(run("switch", "--schema", "other")).as(said()).isZero();
            int before = drafts.size();
            ledger.append(BusyLedger.of(32, 50, signer));
            Map<Integer, List<LedgerRecord>> all = ledger.read();
            for (int partition : all.keySet()) {
                long from = Long.parseLong(
                        served.ask("SELECT coalesce(max(next_offset), 0) FROM positions WHERE partition = " + partition)
                                .get(0));
                List<LedgerRecord> rest = all.get(partition).stream()
                        .filter(record -> record.offset() >= from)
                        .toList();
                if (!rest.isEmpty()) {
                    assertThat(served.projectPatiently(rest)).isEqualTo(PatientProjection.Ending.INTEGRATED);
                }
            }
            assertThat(served.integrated()).isGreaterThan(before);
            assertThat(other.integrated()).isEqualTo(before);

            assertThat(run("switch", "--schema", "other"))
                    .as("back again: " + said())
                    .isZero();
            assertThat(served.digest()).isEqualTo(other.digest());
        }
    }

    /** Its statements were prepared for the tables that have another name when it gets the lock. */
    @Test
    void aBatchThatComesMeanwhileWaitsAndIsIntegratedInTheOtherTables() throws Exception {
        try (Views served = Views.of("served");
                Views other = Views.of("other");
                Database holding = new Database(Views.settings("served"));
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            List<LedgerRecord> records = ledger.read().get(0);
            int most = records.size() - 20;
            served.projectAll(Map.of(0, records.subList(0, most)), 50);
            List<Future<Outcome>> batch = new ArrayList<>();

            new Exchange(Views.settings("served"), "other").whileHeld(holding, positions -> {
                assertThat(positions).isEqualTo(Map.of(0, (long) most));
                other.projectAll(Map.of(0, records.subList(0, most)), 50);
                batch.add(thread.submit(() -> served.project(records.subList(most, records.size()))));
                while (served.ask(WAITING).contains("0") && !batch.get(0).isDone()) {
                    Thread.sleep(20);
                }
                assertThat(batch.get(0)).as("it did not wait").isNotDone();
            });

            assertThat(batch.get(0).get()).isInstanceOf(Outcome.Integrated.class);
            assertThat(served.integrated()).isEqualTo(records.size());
            assertThat(other.integrated()).isEqualTo(most);
            other.projectAll(Map.of(0, records.subList(most, records.size())), 50);
            assertThat(served.digest()).isEqualTo(other.digest());
        }
    }

    @Test
    void tablesOfAnotherVersionAreNotServedToThisOne() throws Exception {
        try (Views served = Views.of("served");
                Views other = Views.of("other")) {
            served.projectAll(ledger.read(), 100);
            other.askAs("owner", "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '10'");
            assertThat(run("switch", "--schema", "other")).isEqualTo(1);
            assertThat(served.integrated()).isEqualTo(drafts.size());
        }
    }

    @Test
    void whatIsServedIsNotDropped() throws Exception {
        try (Views served = Views.of("served");
                Views other = Views.of("other")) {
            assertThat(run("drop", "--schema", "served")).isEqualTo(64);
            assertThat(run("drop", "--schema", "public")).isEqualTo(1);
            assertThat(run("switch", "--schema", "served")).isEqualTo(64);
            assertThat(run("drop", "--schema", "other")).as(said()).isZero();
            assertThat(served.ask("SELECT count(*) FROM positions")).containsExactly("0");
            assertThat(other.ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'other'"))
                    .containsExactly("0");
        }
    }
}
