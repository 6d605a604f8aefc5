package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Trees, ranges and proofs that cannot be are not made; the largest that can be are. */
class ShapesTest {

    private static final Hash LEAF = new TreeHasher().leaf(new byte[0]);

    @Test
    void refusesWhatNoTreeHas() {
        refused(() -> Proof.ofInclusion(-1, 1));
        refused(() -> Proof.ofInclusion(1, 1));
        refused(() -> Proof.ofInclusion(0, 0));
        refused(() -> Proof.ofConsistency(-1, 1));
        refused(() -> Proof.ofConsistency(2, 1));
        refused(() -> Proof.ofRoot(0));
        refused(() -> new Range(-1, 1));
        refused(() -> new Range(1, 1));
        refused(() -> new Range(1, 3));
        refused(() -> new Range(2, 5));
        refused(() -> new Subtree(-1, 0));
        refused(() -> new Subtree(63, 0));
        refused(() -> new Subtree(62, 2));
        refused(() -> new Frontier(3, List.of(LEAF)));
        refused(() -> new Frontier(-1, List.of()));
        refused(() -> Frontier.of(1, new byte[31]));
        refused(() -> Frontier.of(1, new byte[33]));
        refused(() -> Hash.of(new byte[31]));
    }

    private static void refused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proofsBetweenEmptyOrEqualTreesAreEmpty() {
        assertThat(Proof.ofConsistency(0, 7).ranges()).isEmpty();
        assertThat(Proof.ofConsistency(7, 7).ranges()).isEmpty();
        assertThat(Proof.ofConsistency(0, 0).ranges()).isEmpty();
        assertThat(Proof.ofInclusion(0, 1).ranges()).isEmpty();
    }

    @Test
    void theLargestTreesHavePathsOf63Hashes() {
        assertThat(Proof.ofInclusion(0, Long.MAX_VALUE).ranges()).hasSize(63);
        assertThat(Proof.ofInclusion(Long.MAX_VALUE - 1, Long.MAX_VALUE).subtrees())
                .isNotEmpty();
        assertThat(Proof.ofConsistency(Long.MAX_VALUE - 1, Long.MAX_VALUE).subtrees())
                .isNotEmpty();
        assertThat(new Range(0, Long.MAX_VALUE).subtrees()).hasSize(63);
    }

    @Test
    void aTileThatIsMissingOrTooShortIsSaidSo() {
        assertThatThrownBy(() -> new Tiles(Map.of()).hash(new Subtree(0, 0))).isInstanceOf(IllegalStateException.class);
        Tiles tooShort = new Tiles(Map.of(new Tiles.Tile(0, 0), LEAF.bytes()));
        assertThat(tooShort.hash(new Subtree(0, 0))).isEqualTo(LEAF);
        assertThatThrownBy(() -> tooShort.hash(new Subtree(1, 0))).isInstanceOf(IllegalStateException.class);
    }
}
