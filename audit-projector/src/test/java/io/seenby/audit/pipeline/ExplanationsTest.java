package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reason for each access stands beside it, whatever of it was stored and whatever came in the same batch. */
class ExplanationsTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private List<LedgerRecord> ledger() {
        List<Draft> drafts = new ArrayList<>(List.of(
                tenant.opened(),
                tenant.stands("nurse-01", "head-01", "mill-lane-9", "ward-2"),
                tenant.read("nurse-01", "client-01"),
                tenant.teamRelated("team-1", "ward-2", "client-01"),
                tenant.read("nurse-01", "client-01", "client-02"),
                tenant.read("head-01", "client-01"),
                tenant.related("care-1", "nurse-02", "client-03"),
                tenant.read("nurse-02", "client-03"),
                tenant.walled("wall-1", "nurse-02", "ward-9", "client-03"),
                tenant.read("nurse-02", "client-03"),
                tenant.left("nurse-01"),
                tenant.timePassed()));
        drafts.add(tenant.read("nurse-01", "client-01"));
        drafts.add(tenant.unwalled("wall-1"));
        drafts.add(tenant.disclosed("nurse-02", "insurer", "client-03"));
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void eachAccessSaysWhyAndByWhichEntries(int batch) throws SQLException {
        List<LedgerRecord> records = ledger();
        try (Views views = Views.fresh()) {
            for (int from = 0; from < records.size(); from += batch) {
                views.project(records.subList(from, Math.min(records.size(), from + batch)));
            }

            assertThat(views.ask("""
                            SELECT ledger_index, verdict, reason, tie, evidence FROM entry_clients
                             WHERE verdict IS NOT NULL ORDER BY 1, 2
                            """))
                    .containsExactly(
                            "2,unexplained,null,null,{}",
                            "4,explained,team-tie,matter-team,{1,3}",
                            "4,unexplained,null,null,{}",
                            "5,explained,supervision,matter-team,{1,3}",
                            "7,explained,direct-tie,care-team,{6}",
                            "9,contradicted,wall,null,{8}",
                            "12,contradicted,departure,null,{10}");
            assertThat(views.ask("SELECT count(*) FROM entry_clients WHERE verdict IS NULL AND ledger_index = 14"))
                    .containsExactly("1");
        }
    }
}
