package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The incremental tree, its proofs and its tiles against the definitions. */
class TreeAgainstNaiveTest {

    private static final int LARGEST = 1025;
    private static final int LARGEST_PAIR = 128;
    private static final List<Hash> LEAVES = NaiveTree.leaves(LARGEST);

    @Test
    void growsToTheRootOfTheDefinitionAtEverySize() {
        GrowingTree tree = GrowingTree.empty();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("root of %d leaves", size).isEqualTo(NaiveTree.root(LEAVES.subList(0, size)));
            Frontier frontier = tree.frontier();
            assertThat(Frontier.of(size, frontier.bytes())).isEqualTo(frontier);
            tree = GrowingTree.from(Frontier.of(size, frontier.bytes()));
            if (size < LARGEST) {
                tree.append(LEAVES.get(size));
            }
        }
    }

    @Test
    void tilesGiveTheProofsOfTheDefinitionAndTheyVerify() {
        Tiles tiles = NaiveTree.tiles(LEAVES.subList(0, LARGEST_PAIR));
        for (int size = 1; size <= LARGEST_PAIR; size++) {
            List<Hash> leaves = LEAVES.subList(0, size);
            Hash root = NaiveTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Proof.ofInclusion(index, size).hashes(tiles::hash);
                assertThat(path).isEqualTo(NaiveTree.path(index, leaves));
                assertThat(Inclusion.verify(index, size, leaves.get(index), path, root))
                        .isTrue();
            }
            for (int old = 1; old <= size; old++) {
                List<Hash> proof = Proof.ofConsistency(old, size).hashes(tiles::hash);
                assertThat(proof).isEqualTo(NaiveTree.consistency(old, leaves));
                Hash oldRoot = NaiveTree.root(leaves.subList(0, old));
                assertThat(Consistency.verify(old, oldRoot, size, root, proof)).isTrue();
            }
        }
    }

    @Test
    void tilesOfSeveralLevelsGiveTheSameProofs() {
        Tiles tiles = NaiveTree.tiles(LEAVES);
        for (int size : new int[] {255, 256, 257, 511, 512, 513, 1000, 1024, 1025}) {
            List<Hash> leaves = LEAVES.subList(0, size);
            assertThat(Proof.ofRoot(size).hashes(tiles::hash)).containsExactly(NaiveTree.root(leaves));
            for (int index : new int[] {0, 1, 254, size / 2, size - 1}) {
                assertThat(Proof.ofInclusion(index, size).hashes(tiles::hash)).isEqualTo(NaiveTree.path(index, leaves));
                assertThat(Proof.ofConsistency(index + 1, size).hashes(tiles::hash))
                        .isEqualTo(NaiveTree.consistency(index + 1, leaves));
            }
        }
    }
}
