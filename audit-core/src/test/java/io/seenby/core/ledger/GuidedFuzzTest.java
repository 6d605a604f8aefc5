package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts from strangers. By itself of a few only; {@code ./dev fuzz guided} lets coverage find others. */
class GuidedFuzzTest {

    private static final List<Hash> LEAVES = NaiveTree.leaves(7);
    private static final SigningKey KEY = TestKeys.fresh();
    private static final Checkpoint STATED = new Checkpoint("seenby/st-brigid", 7, NaiveTree.root(LEAVES));
    private static final Note NOTE = new Note(STATED.text(), List.of(KEY.sign(STATED.origin(), STATED.text())));

    static List<byte[]> texts() {
        ProofText bare = new ProofText(Optional.empty(), 3, NaiveTree.path(3, LEAVES), NOTE);
        ProofText extra = new ProofText(Optional.of(new byte[] {1, 2, 3}), 0, NaiveTree.path(0, LEAVES), NOTE);
        return List.of(bytes(bare.format()), bytes(extra.format()), bytes(NOTE.format()), bytes(STATED.text()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "60s")
    void aProofIsReadAsItIsWrittenOrRefused(byte[] text) {
        String proof = new String(text, StandardCharsets.UTF_8);
        try {
            assertThat(ProofText.parse(proof).format()).isEqualTo(proof);
            ProofText.parse(proof).proves(LEAVES.get(3));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("\u0000");
        }
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "60s")
    void aNoteIsReadAsItIsWrittenOrRefused(byte[] text) {
        String note = new String(text, StandardCharsets.UTF_8);
        try {
            assertThat(Note.parse(note).format()).isEqualTo(note);
            Checkpoint.parse(Note.parse(note).text());
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
