package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.CheckpointKeyFile;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entries announce a key for checkpoints, and which only pretend to. */
class AnnouncedCheckpointKeysTest {

    @TempDir
    Path folder;

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory firm = new TenantStory("harbor-law", 0, signer);
    private final TenantStory own = new TenantStory("seenby-ledger-0", 0, signer);
    private final List<LedgerRecord> records = new ArrayList<>();

    private void add(Draft draft) {
        records.add(draft.at(records.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void onlyAProvenEntryOfThePartitionsOwnLedgerAnnouncesAKeyWhateverTheBatches(int batch) throws SQLException {
        CheckpointKeyFile first = CheckpointKeyFile.create(folder.resolve("first.pem"));
        CheckpointKeyFile second = CheckpointKeyFile.create(folder.resolve("second.pem"));
        CheckpointKeyFile stranger = CheckpointKeyFile.create(folder.resolve("stranger.pem"));
        Draft forged = own.checkpointKeyRotated(0, stranger.named(0));
        add(firm.opened());
        add(own.opened());
        add(forged.withMac(null));
        add(forged.signedBy(LedgerSigner.stranger()));
        add(firm.checkpointKeyRotated(0, stranger.named(0)));
        add(own.checkpointKeyRotated(1, stranger.named(1)));
        add(own.checkpointKeyRotated(0, stranger.named(1)));
        add(own.checkpointKeyRotated(0, stranger.ofWitness(0)));
        add(own.checkpointKeyRotated(0, first.named(0)));
        add(own.checkpointKeyRotated(0, second.named(0)));
        add(own.checkpointKeyRotated(0, first.named(0)));

        try (Views views = Views.fresh()) {
            for (int from = 0; from < records.size(); from += batch) {
                views.project(records.subList(from, Math.min(records.size(), from + batch)));
            }
            assertThat(views.ask(
                            "SELECT partition, public_key, announced_at FROM checkpoint_keys ORDER BY announced_at"))
                    .containsExactly("0," + first.publicKey() + ",8", "0," + second.publicKey() + ",9");
            assertThat(views.ask("SELECT kafka_offset, reason FROM quarantine ORDER BY 1"))
                    .containsExactly("2,no-mac", "3,unknown-key");
        }
    }
}
