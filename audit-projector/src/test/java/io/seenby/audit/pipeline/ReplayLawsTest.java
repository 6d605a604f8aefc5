package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.postgres.DerivedTable;
import io.seenby.audit.postgres.SchemaDigest;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 2 to 5: the same ledger makes the same tables, whatever happens on the way. */
class ReplayLawsTest {

    private static Map<Integer, List<LedgerRecord>> ledger;
    private static Map<DerivedTable, SchemaDigest.OfTable> whole;

    @BeforeAll
    static void project() throws SQLException {
        LedgerSigner signer =
                LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
        Topic topic = Topic.create("replay-laws", 2);
        topic.append(BusyLedger.of(7, 3_000, signer));
        ledger = topic.read();
        try (Views views = Views.fresh()) {
            views.projectAll(ledger, Integer.MAX_VALUE);
            whole = views.digest();
        }
    }

    @Test
    void theStoryTouchesEveryTable() {
        assertThat(whole.values()).allSatisfy(table -> assertThat(table.rows()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 999})
    void law4AnyBatchSizeGivesEqualTables(int batch) throws SQLException {
        try (Views views = Views.fresh()) {
            views.projectAll(ledger, batch);
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void law4AnySplitAndAnyOrderOfPartitionsGivesEqualTables(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Views views = Views.fresh()) {
            int[] next = new int[ledger.size()];
            while (next[0] < ledger.get(0).size() || next[1] < ledger.get(1).size()) {
                int partition = random.nextInt(2);
                List<LedgerRecord> records = ledger.get(partition);
                int end = Math.min(records.size(), next[partition] + 1 + random.nextInt(300));
                if (next[partition] < end) {
                    views.project(records.subList(next[partition], end));
                    next[partition] = end;
                }
            }
            assertThat(views.digest()).isEqualTo(whole);
        }
    }

    @Test
    void law3AndLaw4ARepeatedDeliveryChangesNothing() throws SQLException {
        try (Views views = Views.fresh();
                Views restarted = views.another()) {
            views.projectAll(ledger, 500);
            for (List<LedgerRecord> records : ledger.values()) {
                assertThat(restarted.project(records)).isEqualTo(new Outcome.Misplaced(records.size()));
                assertThat(restarted.project(records.subList(10, 20))).isEqualTo(new Outcome.Misplaced(records.size()));
            }
            assertThat(restarted.digest()).isEqualTo(whole);
        }
    }
}
