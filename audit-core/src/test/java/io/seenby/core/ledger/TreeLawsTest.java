package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a tree went through: stops, restores, any size. */
class TreeLawsTest {

    private static final List<Hash> LEAVES = NaiveTree.leaves(2_000);
    private static final Tiles TILES = NaiveTree.tiles(LEAVES);

    @Property(tries = 200)
    void aTreeRestoredAtAnyPointsGrowsToTheSameRoot(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 150) Integer> parts) {
        GrowingTree straight = GrowingTree.empty();
        GrowingTree restored = GrowingTree.empty();
        for (int part : parts) {
            for (int i = 0; i < part; i++) {
                Hash leaf = LEAVES.get((int) straight.size());
                straight.append(leaf);
                restored.append(leaf);
            }
            restored = GrowingTree.from(
                    Frontier.of(restored.size(), restored.frontier().bytes()));
            assertThat(restored.root()).isEqualTo(straight.root());
        }
        assertThat(restored.frontier()).isEqualTo(straight.frontier());
        assertThat(straight.frontier().root()).isEqualTo(NaiveTree.root(LEAVES.subList(0, (int) straight.size())));
    }

    @Property(tries = 300)
    void proofsOfAnySizesVerifyFromTilesAlone(
            @ForAll @IntRange(min = 1, max = 2_000) int size,
            @ForAll @IntRange(min = 0, max = 1_999) int someIndex,
            @ForAll @IntRange(min = 0, max = 1_999) int someOld) {
        int index = someIndex % size;
        int old = someOld % (size + 1);
        Hash root = NaiveTree.root(LEAVES.subList(0, size));
        Hash oldRoot = NaiveTree.root(LEAVES.subList(0, old));
        List<Hash> path = Proof.ofInclusion(index, size).hashes(TILES::hash);
        List<Hash> proof = Proof.ofConsistency(old, size).hashes(TILES::hash);

        assertThat(Inclusion.verify(index, size, LEAVES.get(index), path, root)).isTrue();
        assertThat(Consistency.verify(old, oldRoot, size, root, proof)).isTrue();
    }
}
