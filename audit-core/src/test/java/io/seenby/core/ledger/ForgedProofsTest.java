package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every proof of every tree of up to 32 leaves, and a few of each tree of up to 128, altered in every bit: none passes.
 */
class ForgedProofsTest {

    private static final int LARGEST = 32;
    private static final int LARGER = 128;
    private static final List<Hash> LEAVES = NaiveTree.leaves(LARGER + 1);
    private static final Tiles TILES = NaiveTree.tiles(LEAVES);
    private static final Hash STRANGE = new TreeHasher().leaf(new byte[] {1, 2, 3});

    @Test
    void noAlteredInclusionProofPasses() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                inclusion(index, size);
            }
        }
    }

    @Test
    void noAlteredProofOfALargerTreePasses() {
        for (int size = LARGEST + 1; size <= LARGER; size++) {
            for (int place : List.of(0, size / 3, size - 1)) {
                inclusion(place, size);
                consistency(place + 1, size);
            }
        }
    }

    private static void inclusion(int index, int size) {
        Hash leaf = LEAVES.get(index);
        Hash root = root(size);
        List<Hash> path = Proof.ofInclusion(index, size).hashes(TILES::hash);
        assertThat(Inclusion.verify(index, size, leaf, path, root)).isTrue();
        for (List<Hash> forged : altered(path)) {
            refused(Inclusion.verify(index, size, leaf, forged, root), "path of", index, size);
        }
        for (int bit = 0; bit < Hash.LENGTH * 8; bit++) {
            refused(Inclusion.verify(index, size, flipped(leaf, bit), path, root), "leaf of", index, size);
            refused(Inclusion.verify(index, size, leaf, path, flipped(root, bit)), "root of", index, size);
        }
        for (int bit = 0; bit < Long.SIZE; bit++) {
            refused(Inclusion.verify(index ^ 1L << bit, size, leaf, path, root), "index of", index, size);
        }
    }

    @Test
    void noAlteredConsistencyProofPasses() {
        for (int newSize = 0; newSize <= LARGEST; newSize++) {
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                consistency(oldSize, newSize);
            }
        }
    }

    private static void consistency(int oldSize, int newSize) {
        Hash old = root(oldSize);
        Hash root = root(newSize);
        List<Hash> proof = Proof.ofConsistency(oldSize, newSize).hashes(TILES::hash);
        assertThat(Consistency.verify(oldSize, old, newSize, root, proof)).isTrue();
        for (List<Hash> forged : altered(proof)) {
            refused(Consistency.verify(oldSize, old, newSize, root, forged), "proof of", oldSize, newSize);
        }
        for (int bit = 0; bit < Hash.LENGTH * 8; bit++) {
            refused(
                    Consistency.verify(oldSize, flipped(old, bit), newSize, root, proof),
                    "old root of",
                    oldSize,
                    newSize);
            if (oldSize > 0 || newSize == 0) {
                Hash forged = flipped(root, bit);
                refused(Consistency.verify(oldSize, old, newSize, forged, proof), "new root of", oldSize, newSize);
            }
        }
        for (int bit = 0; bit < Long.SIZE && oldSize > 0 && oldSize < newSize; bit++) {
            long forged = oldSize ^ 1L << bit;
            refused(Consistency.verify(forged, old, newSize, root, proof), "old size of", oldSize, newSize);
        }
    }

    @Test
    void aSizeThatIsNotTheRootsOwnIsRefusedUnlessTheProofIsTheSame() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = Proof.ofInclusion(index, size).hashes(TILES::hash);
                for (long claimed = 0; claimed <= 2 * LARGEST; claimed++) {
                    boolean sameShape = claimed > index && shape(index, claimed).equals(shape(index, size));
                    assertThat(Inclusion.verify(index, claimed, LEAVES.get(index), path, root(size)))
                            .isEqualTo(sameShape);
                }
            }
        }
    }

    /** Which siblings are to the left: all that a path knows of its tree. */
    private static List<Boolean> shape(long index, long size) {
        return Proof.ofInclusion(index, size).ranges().stream()
                .map(range -> range.start() < index)
                .toList();
    }

    @Test
    void sizesThatNoTreeHasAreRefused() {
        Hash nothing = root(0);
        assertThat(Inclusion.verify(0, 0, LEAVES.get(0), List.of(), nothing)).isFalse();
        assertThat(Inclusion.verify(-1, 1, LEAVES.get(0), List.of(), LEAVES.get(0)))
                .isFalse();
        assertThat(Consistency.verify(-1, nothing, 1, LEAVES.get(0), List.of())).isFalse();
        assertThat(Consistency.verify(2, root(2), 1, root(1), List.of())).isFalse();
        assertThat(Consistency.verify(0, nothing, 0, STRANGE, List.of())).isFalse();
    }

    /** One bit of one hash flipped, one hash dropped, one added, two neighbours swapped: everywhere. */
    private static List<List<Hash>> altered(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i <= proof.size(); i++) {
            List<Hash> more = new ArrayList<>(proof);
            more.add(i, STRANGE);
            all.add(more);
        }
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> fewer = new ArrayList<>(proof);
            fewer.remove(i);
            all.add(fewer);
            List<Hash> twice = new ArrayList<>(proof);
            twice.add(i, proof.get(i));
            all.add(twice);
            for (int bit = 0; bit < Hash.LENGTH * 8; bit++) {
                List<Hash> flipped = new ArrayList<>(proof);
                flipped.set(i, flipped(proof.get(i), bit));
                all.add(flipped);
            }
        }
        for (int i = 1; i < proof.size(); i++) {
            List<Hash> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, i - 1, i);
            all.add(swapped);
        }
        return all;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    private static Hash root(int size) {
        return NaiveTree.root(LEAVES.subList(0, size));
    }

    private static void refused(boolean passed, String what, int first, int second) {
        if (passed) {
            throw new AssertionError("an altered " + what + " " + first + " and " + second + " passed");
        }
    }
}
