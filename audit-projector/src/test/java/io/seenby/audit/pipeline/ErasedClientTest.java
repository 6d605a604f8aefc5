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

/** Two clients of one household, of whom one is erased and then heard of again. */
class ErasedClientTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private List<LedgerRecord> ledger() {
        List<Draft> drafts = List.of(
                tenant.opened(),
                tenant.registered("client-01", "household-1"),
                tenant.registered("client-02", "household-1"),
                tenant.stands("nurse-07", "", "household-1"),
                tenant.erased("client-01"),
                tenant.read("nurse-07", "client-01"),
                tenant.read("nurse-07", "client-02"),
                tenant.registered("client-01", "household-2"));
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void law13TheViewsForgetTheTokensAndNoticeWhatComesAfterwards(int batch) throws SQLException {
        List<LedgerRecord> records = ledger();
        try (Views views = Views.fresh()) {
            for (int from = 0; from < records.size(); from += batch) {
                views.project(records.subList(from, Math.min(records.size(), from + batch)));
            }

            String erased = TenantStory.ref("client-01");
            assertThat(views.ask("SELECT client, known_index, household IS NULL FROM client_tokens ORDER BY 2"))
                    .containsExactly(erased + ",1,t", TenantStory.ref("client-02") + ",2,f", erased + ",7,f");
            assertThat(views.ask("SELECT client, known_index FROM client_erasures"))
                    .containsExactly(erased + ",4");
            assertThat(views.ask("""
                    SELECT ledger_index, status, alert_id FROM findings WHERE rule = 'event-after-erasure' ORDER BY 1
                    """)).containsExactly("5,open,null", "7,open,null");
            // Nobody knows any more that the actor and the erased client were of one household.
            assertThat(views.ask("SELECT ledger_index FROM findings WHERE rule = 'family-or-household'"))
                    .containsExactly("6");
        }
    }
}
