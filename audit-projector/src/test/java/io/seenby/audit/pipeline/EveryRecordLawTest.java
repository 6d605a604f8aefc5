package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Rubbish;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Law 5: each record ends as exactly one of row, duplicate, conflict, quarantine, and the counts add up. */
class EveryRecordLawTest {

    private static final Map<String, Draft> RUBBISH = new TreeMap<>();
    private static Views views;
    private static long appended;

    @BeforeAll
    static void project() throws SQLException {
        LedgerSigner signer =
                LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
        TenantStory tenant = new TenantStory("harbor-law", 0, signer);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(tenant.opened());
        Draft good = tenant.read("nurse-01", "client-01");
        drafts.add(good);
        RUBBISH.putAll(Rubbish.byReason(tenant, tenant.read("nurse-02", "client-02"), signer));
        RUBBISH.values().forEach(each -> {
            drafts.add(each);
            drafts.add(tenant.read("nurse-03", "client-03"));
        });
        var once = tenant.reading("nurse-04", "client-04");
        drafts.add(tenant.sign(once));
        drafts.add(tenant.again(once));
        drafts.add(tenant.contradicting(once));
        drafts.add(good);
        appended = drafts.size();
        Topic topic = Topic.create("every-record", 2);
        topic.append(drafts);
        views = Views.fresh();
        views.projectAll(topic.read(), 1_000);
    }

    @AfterAll
    static void drop() throws SQLException {
        views.close();
    }

    @Test
    void theCountsAddUpToThePositions() throws SQLException {
        assertThat(views.ask("SELECT sum(next_offset) FROM positions")).containsExactly("" + appended);
        assertThat(views.ask("SELECT sum(entries), sum(duplicates), sum(conflicts), sum(quarantined) FROM positions"))
                .containsExactly("%d,2,1,%d".formatted(RUBBISH.size() + 3, RUBBISH.size()));
    }

    @Test
    void whatIsCountedStandsInItsTable() throws SQLException {
        assertThat(views.ask("SELECT count(*) FROM entries")).containsExactly("" + (RUBBISH.size() + 3));
        assertThat(views.ask("SELECT count(*) FROM identities")).containsExactly("" + (RUBBISH.size() + 3));
        assertThat(views.ask("SELECT count(*) FROM quarantine")).containsExactly("" + RUBBISH.size());
        assertThat(views.ask("SELECT first_index = (SELECT ledger_index FROM entries e WHERE e.event_id = c.event_id)"
                        + " FROM conflicts c"))
                .containsExactly("t");
    }

    @Test
    void eachKindOfRubbishIsQuarantinedForItsReason() throws SQLException {
        Map<String, Integer> expected = new TreeMap<>();
        RUBBISH.keySet().forEach(name -> expected.merge(name.split(" ")[0], 1, Integer::sum));
        Map<String, Integer> found = new TreeMap<>();
        views.ask("SELECT reason FROM quarantine")
                .forEach(reason -> found.merge(Reasons.codeOf(reason), 1, Integer::sum));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void rubbishUnderTheTenantsKeyTakesItsIndexAndTheIndexHasNoGap() throws SQLException {
        assertThat(views.ask("""
                        SELECT count(DISTINCT ledger_index) + (SELECT sum(duplicates) FROM positions)
                            - (SELECT next_index FROM tenants)
                        FROM (SELECT ledger_index FROM entries UNION ALL SELECT ledger_index FROM conflicts
                            UNION ALL SELECT ledger_index FROM quarantine WHERE tenant = 'harbor-law') AS taken
                        """)).containsExactly("0");
        assertThat(views.ask("SELECT next_index - 1 - (SELECT max(ledger_index) FROM entries) FROM tenants"))
                .containsExactly("3");
    }

    @Test
    void strangersBelongToNobodyAndTakeTheIndexesOfTheirPartition() throws SQLException {
        assertThat(views.ask("""
                        SELECT partition, count(*), max(ledger_index) + 1, count(DISTINCT ledger_index)
                            - (SELECT strangers FROM positions WHERE positions.partition = quarantine.partition)
                        FROM quarantine WHERE tenant = '~unattributed' GROUP BY partition ORDER BY partition
                        """)).containsExactly("0,11,11,0", "1,2,2,0");
        assertThat(views.ask("SELECT tenant FROM tenants")).containsExactly("harbor-law");
    }

    @Test
    void reasonsQuoteNothingThatCannotBePrinted() throws SQLException {
        assertThat(views.ask("SELECT reason FROM quarantine"))
                .allSatisfy(reason -> assertThat(reason).matches("[ -~]{1,230}"));
    }

    @Test
    void theBytesOfWhatWasRefusedAreKept() throws SQLException {
        assertThat(views.ask("SELECT max(length(value)), max(length(key)) FROM quarantine"))
                .first()
                .satisfies(lengths -> assertThat(lengths).startsWith("50").endsWith(",3000"));
    }
}
