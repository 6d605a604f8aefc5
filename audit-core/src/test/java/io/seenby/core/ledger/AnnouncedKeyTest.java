package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.CheckpointKey;
import io.seenby.events.LedgerEvent.CheckpointKeyRotated;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncedKeyTest {

    private static final SigningKey KEY = TestKeys.fresh();

    private static Optional<VerifierKey> announced(int partition, String key) {
        return AnnouncedKey.of(new CheckpointKeyRotated(partition, new CheckpointKey(key), Optional.empty()));
    }

    @Test
    void aKeyNamedForThePartitionsOwnLedgerIsAnnounced() {
        VerifierKey key = KEY.verifier("seenby/seenby-ledger-7", KeyKind.LOG);

        assertThat(announced(7, key.toString()).map(VerifierKey::publicKey)).contains(key.publicKey());
        assertThat(new CheckpointKey(key.toString()).id().value())
                .isEqualTo(key.toString().split("[+]")[1]);
    }

    @Test
    void ofAnotherPartitionOrOfATenantItIsNot() {
        assertThat(announced(
                        7, KEY.verifier("seenby/seenby-ledger-8", KeyKind.LOG).toString()))
                .isEmpty();
        assertThat(announced(7, KEY.verifier("seenby/harbor-law", KeyKind.LOG).toString()))
                .isEmpty();
    }

    @Test
    void aWitnessSignsNoCheckpoints() {
        assertThat(announced(
                        7,
                        KEY.verifier("seenby/seenby-ledger-7", KeyKind.WITNESS).toString()))
                .isEmpty();
    }

    @Test
    void aTextWhoseIdIsNotThatOfItsKeyIsNoKey() {
        String key = KEY.verifier("seenby/seenby-ledger-7", KeyKind.LOG).toString();
        int id = key.indexOf('+') + 1;
        char other = key.charAt(id) == '0' ? '1' : '0';

        assertThat(announced(7, key.substring(0, id) + other + key.substring(id + 1)))
                .isEmpty();
    }
}
