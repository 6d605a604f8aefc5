package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the broker's credentials writes into a tenant's ledger. */
class ForgedRecordsTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private List<LedgerRecord> ledger() {
        List<Draft> drafts = new ArrayList<>(List.of(tenant.opened(), tenant.read("nurse-01", "client-01")));
        Draft good = tenant.read("nurse-02", "client-02");
        drafts.add(good.withMac(null));
        drafts.add(good.withMac(LedgerSigner.stranger().sign(good.value())));
        drafts.add(tenant.after(Duration.ofDays(1)).read("nurse-01", "client-01"));
        byte[] flipped = good.mac().clone();
        flipped[7] ^= 1;
        drafts.add(good.withMac(flipped));
        drafts.add(tenant.read("nurse-01", "client-01"));
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aForgedRecordIsNoRowAndRaisesAnAlertOnEachDayWhateverTheBatches(int batch) throws SQLException {
        List<LedgerRecord> records = ledger();
        try (Views views = Views.fresh()) {
            for (int from = 0; from < records.size(); from += batch) {
                views.project(records.subList(from, Math.min(records.size(), from + batch)));
            }
            assertThat(views.ask("SELECT ledger_index FROM entries ORDER BY 1")).containsExactly("0", "1", "4", "6");
            assertThat(views.ask("SELECT ledger_index, reason FROM quarantine ORDER BY 1"))
                    .containsExactly("2,no-mac", "3,unknown-key", "5,bad-mac");
            assertThat(views.ask("SELECT ordinal, severity, occurred_at::date, subject FROM alerts"
                            + " WHERE rule = 'forged-record' ORDER BY ordinal"))
                    .hasSize(2);
            assertThat(views.ask("SELECT encode(payload, 'escape') FROM alert_revisions ORDER BY ordinal"))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"evidence\":[2]"),
                            second -> assertThat(second).contains("\"evidence\":[5]"));
        }
    }
}
