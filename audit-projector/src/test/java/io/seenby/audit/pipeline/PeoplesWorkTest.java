package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.fixture.WorkStory;
import io.seenby.events.AlertJudgement;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with alerts, as it stands in the views whatever the batches. */
class PeoplesWorkTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);
    private final WorkStory work = new WorkStory(tenant);
    private final List<Draft> drafts = new ArrayList<>(List.of(tenant.opened()));

    private String disclosed(String actor, String recipient) {
        String alert = work.alertOfDisclosure(drafts, recipient);
        drafts.add(tenant.disclosed(actor, recipient, "client-01"));
        return alert;
    }

    private List<LedgerRecord> ledger() {
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    private static List<String> standing(Views views) throws SQLException {
        return views.ask("""
                SELECT work, acknowledged_index, assigned_index, suppressed_index, judgement, judged_index
                  FROM worked_alerts ORDER BY ordinal
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void isStoredWhateverTheBatches(int batch) throws SQLException {
        String seen = disclosed("clerk-1", "a-newspaper");
        String given = disclosed("clerk-1", "a-friend");
        String hidden = disclosed("clerk-1", "a-bank");
        String judged = disclosed("clerk-1", "a-shop");
        disclosed("clerk-1", "a-stranger");
        String own = disclosed("officer-1", "a-cousin");
        drafts.add(work.acknowledged("officer-1", seen));
        drafts.add(work.acknowledged("officer-2", given));
        drafts.add(work.assigned("officer-2", given, "officer-1"));
        drafts.add(work.suppressed("officer-1", hidden, "2026-03-09T00:00:00Z"));
        drafts.add(work.judged("officer-1", judged, AlertJudgement.APPROPRIATE));
        drafts.add(work.judged("officer-2", judged, AlertJudgement.VIOLATION));
        drafts.add(work.judged("officer-1", own, AlertJudgement.APPROPRIATE));
        drafts.add(work.judged("officer-1", "nobodys-alert-________", AlertJudgement.VIOLATION));
        try (Views views = Views.fresh()) {
            views.projectAll(Map.of(0, ledger()), batch);

            assertThat(standing(views))
                    .containsExactly(
                            "acknowledged,7,null,null,null,null",
                            "assigned,8,9,null,null,null",
                            "suppressed,null,null,10,null,null",
                            "judged,null,null,null,violation,12",
                            "open,null,null,null,null,null",
                            "open,null,null,null,null,null",
                            "open,null,null,null,null,null");
            assertThat(views.ask("SELECT rule FROM alerts ORDER BY ordinal DESC LIMIT 1"))
                    .containsExactly("own-alert-handled");
            assertThat(views.ask("SELECT count(*) FROM alert_work")).containsExactly("4");
        }
    }

    @Test
    void aSuppressionIsOverWhenCoreTimeSaysSo() throws SQLException {
        drafts.add(work.suppressed("officer-1", disclosed("clerk-1", "a-bank"), "2026-03-02T09:00:00Z"));
        drafts.add(tenant.after(Duration.ofMinutes(50)).timePassed());
        int before = drafts.size();
        drafts.add(tenant.after(Duration.ofMinutes(20)).timePassed());
        try (Views views = Views.fresh()) {
            views.project(ledger().subList(0, before));
            assertThat(standing(views)).containsExactly("suppressed,null,null,2,null,null");

            views.project(ledger().subList(before, drafts.size()));
            assertThat(standing(views)).containsExactly("open,null,null,2,null,null");
        }
    }

    @Test
    void whatIsFoundAfterAJudgementIsToBeLookedAtAgain() throws SQLException {
        drafts.add(tenant.vip("client-01"));
        String alert = TenantStory.ref(String.join(
                "\0",
                "harbor-law",
                "2",
                "vip-without-relationship",
                TenantStory.ref("clerk-1") + "/" + TenantStory.ref("client-01")));
        drafts.add(tenant.read("clerk-1", "client-01"));
        drafts.add(work.assigned("officer-1", alert, "officer-2"));
        drafts.add(work.judged("officer-2", alert, AlertJudgement.APPROPRIATE));
        int before = drafts.size();
        drafts.add(tenant.read("clerk-1", "client-01"));
        try (Views views = Views.fresh()) {
            views.project(ledger().subList(0, before));
            assertThat(standing(views)).containsExactly("judged,null,3,null,appropriate,4");

            views.project(ledger().subList(before, drafts.size()));
            assertThat(standing(views)).containsExactly("assigned,null,3,null,appropriate,4");
        }
    }
}
