package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight leaves that Certificate Transparency's implementations are tested with, and what is known of their trees. */
class KnownTreesTest {

    private static final TreeHasher HASHER = new TreeHasher();
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(HASHER::leaf)
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String TWO = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String FOUR = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private static final String THIRD_AND_FOURTH = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String SECOND_HALF = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LAST_TWO = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String SECOND = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String FIFTH = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String FIFTH_AND_SIXTH = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String FIRST = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";

    @Test
    void haveTheKnownRoots() {
        GrowingTree tree = GrowingTree.empty();
        assertThat(hex(tree.root())).isEqualTo(ROOTS.get(0));
        for (int size = 1; size <= LEAVES.size(); size++) {
            tree.append(LEAVES.get(size - 1));
            assertThat(hex(tree.root())).as("root of %d leaves", size).isEqualTo(ROOTS.get(size));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ",
        "0, 8, " + SECOND + " " + THIRD_AND_FOURTH + " " + SECOND_HALF,
        "5, 8, " + FIFTH + " " + LAST_TWO + " " + FOUR,
        "2, 3, " + TWO,
        "1, 5, " + FIRST + " " + THIRD_AND_FOURTH + " " + FIFTH,
    })
    void haveTheKnownInclusionPaths(int index, int size, String path) {
        List<Hash> proof = Proof.ofInclusion(index, size).hashes(NaiveTree.tiles(LEAVES)::hash);

        assertThat(proof).extracting(KnownTreesTest::hex).isEqualTo(split(path));
        assertThat(Inclusion.verify(index, size, LEAVES.get(index), proof, root(size)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ",
        "1, 8, " + SECOND + " " + THIRD_AND_FOURTH + " " + SECOND_HALF,
        "6, 8, " + FIFTH_AND_SIXTH + " " + LAST_TWO + " " + FOUR,
        "2, 5, " + THIRD_AND_FOURTH + " " + FIFTH,
    })
    void haveTheKnownConsistencyProofs(int oldSize, int newSize, String path) {
        List<Hash> proof = Proof.ofConsistency(oldSize, newSize).hashes(NaiveTree.tiles(LEAVES)::hash);

        assertThat(proof).extracting(KnownTreesTest::hex).isEqualTo(split(path));
        assertThat(Consistency.verify(oldSize, root(oldSize), newSize, root(newSize), proof))
                .isTrue();
    }

    private static Hash root(int size) {
        return Hash.of(HexFormat.of().parseHex(ROOTS.get(size)));
    }

    private static List<String> split(String path) {
        return path == null ? List.of() : List.of(path.split(" "));
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
