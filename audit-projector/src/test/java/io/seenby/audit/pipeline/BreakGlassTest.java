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

/** Three broken glasses: one reviewed in time, one too late, one by nobody but the accessor. */
class BreakGlassTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private List<LedgerRecord> ledger() {
        List<Draft> drafts = new ArrayList<>(List.of(
                tenant.opened(),
                tenant.brokeGlass(true, "dr-a", "client-01"),
                tenant.brokeGlass(true, "dr-a", "client-02"),
                tenant.brokeGlass(false, "dr-b", "client-03"),
                tenant.brokeGlass(true, "dr-a", "client-02"),
                tenant.after(Duration.ofHours(1))
                        .reviewed("privacy-02", "appropriate", Duration.ofHours(2), "dr-a", "client-01"),
                tenant.reviewed("dr-b", "appropriate", Duration.ofHours(2), "dr-b", "client-03"),
                tenant.after(Duration.ofHours(70)).timePassed(),
                tenant.after(Duration.ofHours(2)).timePassed(),
                tenant.after(Duration.ofHours(2))
                        .reviewed("privacy-02", "inappropriate", Duration.ofHours(90), "dr-a", "client-02"),
                tenant.timePassed()));
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    private static void project(Views views, List<LedgerRecord> records, int batch) throws SQLException {
        for (int from = 0; from < records.size(); from += batch) {
            views.project(records.subList(from, Math.min(records.size(), from + batch)));
        }
    }

    private static List<String> findings(Views views) throws SQLException {
        return views.ask("""
                SELECT ledger_index, rule, status, explanation, explained_index, due IS NOT NULL, alert_id IS NOT NULL
                  FROM findings WHERE rule LIKE 'break-glass-%' OR rule LIKE 'reviewed-%' ORDER BY 1, 2
                """);
    }

    private static List<String> journal(Views views) throws SQLException {
        return views.ask("""
                SELECT substring(encode(payload, 'escape') from '"rule":"([^"]+)"') AS rule,
                       substring(encode(payload, 'escape') from '"status":"([^"]+)"')
                  FROM alert_revisions
                 WHERE encode(payload, 'escape') ~ '"rule":"(break-glass|reviewed)'
                 ORDER BY ordinal
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void whatNobodyElseReviewsInTimeIsSaidWhateverTheBatches(int batch) throws SQLException {
        List<LedgerRecord> records = ledger();
        try (Views views = Views.fresh()) {
            project(views, records.subList(0, 8), batch);
            assertThat(findings(views))
                    .containsExactly(
                            "1,break-glass-unreviewed,explained,null,5,f,f",
                            "2,break-glass-unreviewed,open,null,null,t,f",
                            "3,break-glass-unjustified,open,null,null,f,t",
                            "3,break-glass-unreviewed,open,null,null,t,f",
                            "4,break-glass-unreviewed,open,null,null,t,f");
            assertThat(journal(views)).containsExactly("break-glass-unjustified,open");

            project(views, records.subList(8, records.size()), batch);
            assertThat(findings(views))
                    .containsExactly(
                            "1,break-glass-unreviewed,explained,null,5,f,f",
                            "2,break-glass-unreviewed,explained,null,9,f,t",
                            "3,break-glass-unjustified,open,null,null,f,t",
                            "3,break-glass-unreviewed,open,null,null,f,t",
                            "4,break-glass-unreviewed,explained,null,9,f,t",
                            "9,reviewed-inappropriate,open,null,null,f,t");
            assertThat(journal(views))
                    .containsExactly(
                            "break-glass-unjustified,open",
                            "break-glass-unreviewed,open",
                            "break-glass-unreviewed,open",
                            "break-glass-unreviewed,explained",
                            "reviewed-inappropriate,open");
        }
    }
}
