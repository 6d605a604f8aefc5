package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our inclusion proofs, checked by Sigstore's verifier, of which we wrote nothing. */
class InclusionByOthersTest {

    private static final List<Hash> LEAVES = NaiveTree.leaves(300);
    private static final Tiles TILES = NaiveTree.tiles(LEAVES);

    @Test
    void acceptEveryProof() {
        GrowingTree tree = GrowingTree.empty();
        for (int size = 1; size <= LEAVES.size(); size++) {
            tree.append(LEAVES.get(size - 1));
            int step = size < 70 ? 1 : 7;
            for (int index = 0; index < size; index += step) {
                verify(index, size, LEAVES.get(index), tree.root());
            }
        }
    }

    @Test
    void refuseAnotherLeaf() {
        assertThatThrownBy(() -> InclusionProofVerifier.verify(
                        LEAVES.get(4).bytes(),
                        3,
                        10,
                        path(3, 10),
                        NaiveTree.root(LEAVES.subList(0, 10)).bytes()))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    private static void verify(long index, long size, Hash leaf, Hash root) {
        assertThatCode(() -> InclusionProofVerifier.verify(leaf.bytes(), index, size, path(index, size), root.bytes()))
                .as("leaf %d of %d", index, size)
                .doesNotThrowAnyException();
    }

    private static List<byte[]> path(long index, long size) {
        return Proof.ofInclusion(index, size).hashes(TILES::hash).stream()
                .map(Hash::bytes)
                .toList();
    }
}
