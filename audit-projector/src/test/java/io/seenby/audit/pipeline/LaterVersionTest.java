package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** During an upgrade an access-service of tomorrow may write what a projector of yesterday does not know. */
class LaterVersionTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("harbor-law", 0, signer);

    private Draft ofTomorrow() {
        ObjectNode read = tenant.reading("nurse-02", "client-02");
        read.put("type", "seenby.record-read.v9");
        return tenant.sign(read);
    }

    private static Map<Integer, List<LedgerRecord>> onTheLedger(String name, Draft... drafts) {
        Topic topic = Topic.create(name, 1);
        topic.append(List.of(drafts));
        return topic.read();
    }

    @Test
    void anEntryOfATypeThatIsNotKnownYetHaltsAndIsNotQuarantined() throws Exception {
        Map<Integer, List<LedgerRecord>> ledger =
                onTheLedger("of-tomorrow", tenant.opened(), tenant.read("nurse-01", "client-01"), ofTomorrow());
        try (Views views = Views.fresh()) {
            List<LedgerRecord> records = ledger.get(0);
            views.projectPatiently(records.subList(0, 2));
            assertThatThrownBy(() -> views.projectPatiently(records.subList(2, 3)))
                    .isInstanceOf(WrittenByLaterVersion.class)
                    .hasMessageContaining("seenby.record-read.v9")
                    .hasMessageContaining("offset 2");
            assertThat(views.ask("SELECT next_offset, quarantined FROM positions"))
                    .containsExactly("2,0");
        }
    }

    /** Else whoever can write to the topic could stop every projector. */
    @Test
    void whatNobodyHasProvenHaltsNobody() throws Exception {
        Draft forged = ofTomorrow();
        Map<Integer, List<LedgerRecord>> ledger = onTheLedger(
                "of-no-day",
                tenant.opened(),
                forged.withMac(null),
                forged.withMac(LedgerSigner.stranger().sign(forged.value())));
        try (Views views = Views.fresh()) {
            views.projectAll(ledger, 10);
            assertThat(views.ask("SELECT reason FROM quarantine ORDER BY kafka_offset"))
                    .containsExactly("no-mac", "unknown-key");
        }
    }
}
