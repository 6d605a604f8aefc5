package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeTreeTest {

    private final TreeHasher hasher = new TreeHasher();

    @Test
    void itsRootAndPathsAreThoseOfTheDefinition() {
        for (int size = 1; size <= 70; size++) {
            List<Hash> leaves = NaiveTree.leaves(size);
            WholeTree tree = WholeTree.of(leaves, hasher);
            assertThat(tree.root()).isEqualTo(NaiveTree.root(leaves));
            for (int i = 0; i < size; i++) {
                assertThat(tree.path(i)).as("leaf %d of %d", i, size).isEqualTo(NaiveTree.path(i, leaves));
            }
        }
    }

    @Test
    void knowsNoLeafBeyondItsOwn() {
        WholeTree tree = WholeTree.of(NaiveTree.leaves(3), hasher);
        assertThat(tree.size()).isEqualTo(3);
        assertThatThrownBy(() -> tree.path(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.path(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WholeTree.of(List.of(), hasher)).isInstanceOf(IllegalArgumentException.class);
    }
}
