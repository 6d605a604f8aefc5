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

/** One instance loses a number, another falls silent; both turn up again in the end. */
class CompletenessTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private List<LedgerRecord> ledger() {
        List<Draft> drafts = new ArrayList<>(List.of(
                tenant.opened(),
                tenant.heartbeat("ward-1", 0, Duration.ofMinutes(2)),
                tenant.counted("ward-2", 1, "client-01"),
                tenant.counted("ward-2", 3, "client-01"),
                tenant.after(Duration.ofMinutes(4)).timePassed(),
                tenant.after(Duration.ofMinutes(4)).timePassed(),
                tenant.after(Duration.ofMinutes(1)).counted("ward-2", 2, "client-01"),
                tenant.counted("ward-1", 1, "client-01")));
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    private static List<String> instances(Views views) throws SQLException {
        return views.ask("SELECT instance, highest_sequence, missing, silent FROM publisher_instances ORDER BY 1");
    }

    private static List<String> journal(Views views) throws SQLException {
        return views.ask("""
                SELECT substring(encode(payload, 'escape') from '"rule":"([^"]+)"'),
                       substring(encode(payload, 'escape') from '"status":"([^"]+)"'),
                       substring(encode(payload, 'escape') from '[Pp]ublisher (records/[^ ]+)')
                  FROM alert_revisions
                 WHERE encode(payload, 'escape') !~ 'relationship'
                 ORDER BY ordinal
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aLossAndASilenceAreSaidAndTakenBackWhateverTheBatches(int batch) throws SQLException {
        List<LedgerRecord> records = ledger();
        try (Views views = Views.fresh()) {
            project(views, records.subList(0, 6), batch);
            assertThat(instances(views)).containsExactly("ward-1,0,0,t", "ward-2,3,1,f");
            assertThat(journal(views))
                    .containsExactly("publisher-silent,open,records/ward-1", "sequence-gap,open,records/ward-2");

            project(views, records.subList(6, records.size()), batch);
            assertThat(instances(views)).containsExactly("ward-1,1,0,f", "ward-2,3,0,f");
            assertThat(journal(views))
                    .containsExactly(
                            "publisher-silent,open,records/ward-1",
                            "sequence-gap,open,records/ward-2",
                            "sequence-gap,explained,records/ward-2",
                            "publisher-silent,explained,records/ward-1");
            assertThat(views.ask("SELECT count(*) FROM publisher_instances WHERE gaps <> '[]'"))
                    .containsExactly("0");
        }
    }

    private static void project(Views views, List<LedgerRecord> records, int batch) throws SQLException {
        for (int from = 0; from < records.size(); from += batch) {
            views.project(records.subList(from, Math.min(records.size(), from + batch)));
        }
    }
}
