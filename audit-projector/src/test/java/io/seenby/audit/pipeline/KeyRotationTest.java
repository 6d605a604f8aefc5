package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerKeyRing;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition goes from key 0 over to key 1 and then to key 2, while others try to bring in theirs. */
class KeyRotationTest {

    private static final String REFUSED = "SELECT kafka_offset, reason FROM quarantine ORDER BY 1";
    private static final String ACCEPTED = "SELECT kafka_offset FROM entries ORDER BY 1";

    @TempDir
    Path folder;

    private LedgerKeyRing ring;
    private TenantStory firm;
    private TenantStory own;
    private final List<LedgerRecord> records = new ArrayList<>();

    private void add(Draft draft) {
        records.add(draft.at(records.size()));
    }

    private void read(int key) {
        add(firm.read("nurse-01", "client-01").signedBy(ring.signer(key)));
    }

    private Draft rotation(TenantStory tenant, int partition, List<Integer> accepts, List<Integer> retires) {
        return tenant.keysRotated(
                partition,
                accepts.stream().map(ring::id).toList(),
                retires.stream().map(ring::id).toList());
    }

    @BeforeEach
    void tell() {
        ring = new LedgerKeyRing(3, folder);
        firm = new TenantStory("harbor-law", 0, ring.signer(0));
        own = new TenantStory("seenby-ledger-0", 0, ring.signer(0));
        add(firm.opened());
        add(own.opened());
        read(0);
        read(1); // 3: not accepted yet
        add(rotation(own, 0, List.of(2), List.of()).signedBy(ring.signer(2))); // 4: proves itself
        read(2); // 5
        add(rotation(firm, 0, List.of(1), List.of())); // 6: in a firm's ledger
        add(rotation(own, 1, List.of(1), List.of())); // 7: of another partition
        read(1); // 8
        Draft rotation = rotation(own, 0, List.of(1), List.of());
        add(rotation); // 9: counts
        read(1);
        read(0);
        add(rotation(own, 0, List.of(), List.of(0)).signedBy(ring.signer(1))); // 12: counts
        read(0); // 13: retired
        add(rotation); // 14: copied by somebody
        add(rotation(own, 0, List.of(0), List.of()).signedBy(ring.signer(1))); // 15: brings back a retired key
        read(0); // 16
        add(rotation(own, 0, List.of(), List.of(1)).signedBy(ring.signer(1))); // 17: would leave none
        read(1);
        add(rotation(own, 0, List.of(2), List.of(1)).signedBy(ring.signer(1))); // 19: counts
        read(2);
        read(1); // 21: retired
    }

    private Views projected(Path keyset, int batch) throws SQLException {
        Views views = Views.fresh(keyset);
        views.projectAll(Map.of(0, records), batch);
        return views;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 100})
    void eachRecordIsJudgedByTheKeysAcceptedAtItsOffsetWhateverTheBatches(int batch) throws SQLException {
        try (Views views = projected(ring.file(), batch);
                Views whole = projected(ring.file(), Integer.MAX_VALUE)) {
            assertThat(views.ask(REFUSED))
                    .containsExactly(
                            "3,unknown-key",
                            "4,unknown-key",
                            "5,unknown-key",
                            "8,unknown-key",
                            "13,retired-key",
                            "14,retired-key",
                            "16,retired-key",
                            "21,retired-key");
            assertThat(views.ask("SELECT key_id, accepted_from, retired_at FROM ledger_keys ORDER BY accepted_from"))
                    .containsExactly(ring.id(0) + ",0,12", ring.id(1) + ",9,19", ring.id(2) + ",19,null");
            assertThat(views.digest()).isEqualTo(whole.digest());
        }
    }

    @Test
    void whatRetiredKeysProvedStaysProvenWhenTheLedgerIsReadAgainWithThemDisabled() throws SQLException {
        try (Views before = projected(ring.file(), 7);
                Views after = projected(ring.fileWithDisabled(0, 1), 4)) {
            assertThat(after.ask(ACCEPTED)).contains("0", "2", "11");
            assertThat(after.digest()).isEqualTo(before.digest());
        }
    }

    @Test
    void aRecordUnderARetiredKeyRaisesTheAlertOfForgedRecords() throws SQLException {
        try (Views views = Views.fresh(ring.file())) {
            // Without those under unknown keys, which would have raised it before.
            List<LedgerRecord> story = new ArrayList<>();
            for (int offset : new int[] {0, 1, 9, 12, 13}) {
                LedgerRecord record = records.get(offset);
                story.add(new LedgerRecord(0, story.size(), record.key(), record.value(), record.mac()));
            }
            views.project(story);
            assertThat(views.ask("SELECT tenant, rule FROM alerts")).containsExactly("harbor-law,forged-record");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void aFileThatLacksTheKeyHaltsTheProjectionInsteadOfQuarantining(int batch) throws SQLException {
        try (Views lacking = Views.fresh(ring.file(0, 1));
                Views whole = projected(ring.file(), Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> lacking.projectAll(Map.of(0, records), batch))
                    .isInstanceOf(MissingLedgerKey.class)
                    .hasMessageContaining("accepts key " + ring.id(2));
            int stopped = (int) lacking.integrated();
            assertThat(stopped).isEqualTo(19 / batch * batch);
            try (Views mended = lacking.another(ring.file())) {
                mended.project(records.subList(stopped, records.size()));
                assertThat(mended.digest()).isEqualTo(whole.digest());
            }
        }
    }

    @Test
    void aFileThatLostAnAcceptedKeyHaltsToo() throws SQLException {
        try (Views views = Views.fresh(ring.file());
                Views other = views.another(ring.file(0, 2))) {
            views.project(records.subList(0, 11));
            assertThatThrownBy(() -> other.project(records.subList(11, 12)))
                    .isInstanceOf(MissingLedgerKey.class)
                    .hasMessageContaining("accepts key " + ring.id(1));
            assertThatThrownBy(() -> other.projectPatiently(records.subList(11, 12)))
                    .isInstanceOf(MissingLedgerKey.class);
        }
    }
}
