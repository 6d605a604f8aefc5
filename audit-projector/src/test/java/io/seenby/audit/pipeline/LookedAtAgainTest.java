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
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs more than the entry at hand: days that are over, and the looks of somebody who had left. */
class LookedAtAgainTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private static List<LedgerRecord> records(List<Draft> drafts) {
        List<LedgerRecord> records = new ArrayList<>();
        drafts.forEach(draft -> records.add(draft.at(records.size())));
        return records;
    }

    private static List<String> journal(Views views) throws SQLException {
        return views.ask("""
                SELECT payload ->> 'rule', payload ->> 'revision', payload ->> 'status',
                       jsonb_array_length(payload -> 'clients')
                  FROM (SELECT ordinal, convert_from(payload, 'UTF8')::jsonb AS payload FROM alert_revisions) AS revisions
                 ORDER BY ordinal
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void daysThatAreOverCountUntilTheyAreExplainedWhateverTheBatches(int batch) throws SQLException {
        List<LedgerRecord> records = records(List.of(
                tenant.opened(),
                tenant.read("dr-a", "client-01", "client-02"),
                tenant.after(DAY).related("matter-1", "dr-a", "client-02"),
                tenant.read("dr-a", "client-03"),
                tenant.after(DAY).read("dr-a", "client-04"),
                tenant.after(DAY).read("dr-a", "client-05"),
                tenant.after(DAY).read("dr-a", "client-06"),
                tenant.read("dr-a", "client-07")));
        try (Views views = Views.fresh()) {
            views.projectAll(Map.of(0, records), batch);

            assertThat(views.ask("SELECT array_length(clients, 1) FROM repeat_windows ORDER BY window_start"))
                    .containsExactly("1", "1", "1", "1", "2");
            assertThat(journal(views))
                    .containsExactly(
                            "suspicious-look,1,open,1",
                            "suspicious-look,1,open,1",
                            "serial-low-and-slow,1,open,5",
                            "serial-low-and-slow,2,open,6");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void theLooksOfSomebodyWhoHadLeftAreFoundWhenItIsToldWhateverTheBatches(int batch) throws SQLException {
        List<Draft> drafts = new ArrayList<>(List.of(
                tenant.opened(),
                tenant.related("matter-1", "dr-a", "client-01", "client-02"),
                tenant.read("dr-a", "client-01"),
                tenant.after(DAY).read("dr-a", "client-02"),
                tenant.read("dr-b", "client-02")));
        drafts.add(tenant.leftAgo(Duration.ofHours(2), "dr-a"));
        drafts.add(tenant.read("dr-a", "client-01"));
        drafts.add(tenant.leftAgo(Duration.ofHours(2), "dr-a"));
        try (Views views = Views.fresh()) {
            views.projectAll(Map.of(0, records(drafts)), batch);

            assertThat(journal(views)).containsExactly("departure-told-late,1,open,1", "after-departure,1,open,1");
            assertThat(views.ask("""
                            SELECT ledger_index, client FROM findings WHERE rule = 'departure-told-late'
                            """)).containsExactly("5," + TenantStory.ref("client-02"));
        }
    }
}
