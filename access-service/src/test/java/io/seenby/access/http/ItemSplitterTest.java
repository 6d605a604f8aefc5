package io.seenby.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemSplitterTest {

    private static final int LIMIT = 64;

    /** Writes down what it is told. */
    private static final class Heard implements ItemSplitter.Items {
        private final List<String> all = new ArrayList<>();

        @Override
        public void item(byte[] text) {
            all.add(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLarge() {
            all.add("TOO LARGE");
        }

        @Override
        public void broken(String why, long at) {
            all.add("BROKEN at " + at + ": " + why);
        }
    }

    private static List<String> heard(ItemSplitter splitter, List<byte[]> pieces) {
        Heard heard = new Heard();
        pieces.forEach(piece -> splitter.feed(piece, heard));
        splitter.end(heard);
        return heard.all;
    }

    private static List<String> array(String body) {
        return heard(new ArraySplitter(LIMIT), List.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(String body) {
        return heard(new LineSplitter(LIMIT), List.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void cutsElementsOfAnArray() {
        assertThat(array(" [ {\"a\":[1,2,{}]} , \"x,]\\\"}\" ,\n[ ] , 7 ] \n"))
                .containsExactly("{\"a\":[1,2,{}]}", "\"x,]\\\"}\"", "[ ]", "7");
    }

    @Test
    void emptyArrayHasNoItems() {
        assertThat(array(" [ ] ")).isEmpty();
    }

    @Test
    void blankLinesAreNoItemsAndTheLastLineNeedsNoEnd() {
        assertThat(lines("\n{\"a\":1}\r\n  \n{\"b\":2}")).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(lines("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2          | BROKEN at 4: the array is not closed",
                "[1,,2]        | BROKEN at 3: an item is missing",
                "[1,]          | BROKEN at 3: an item is missing",
                "[1,2}         | BROKEN at 4: a bracket is closed that was not opened",
                "[1] 2         | BROKEN at 4: something stands after the array",
            })
    void saysWhereAnArrayBreaksAfterTheItemsBefore(String body, String broken) {
        assertThat(array(body)).containsExactly("1", broken);
    }

    @Test
    void unfinishedStringAtTheEndIsNoItem() {
        assertThat(array("[\"abc")).containsExactly("BROKEN at 5: the array is not closed");
    }

    @Test
    void itemOverTheLimitIsSkippedAndItsNeighboursAreNot() {
        String large = "\"" + "x".repeat(LIMIT) + "\"";
        assertThat(array("[1," + large + ",2]")).containsExactly("1", "TOO LARGE", "2");
        assertThat(lines("1\n" + large + "\n2\n")).containsExactly("1", "TOO LARGE", "2");
        String atTheLimit = "\"" + "x".repeat(LIMIT - 2) + "\"";
        assertThat(array("[" + atTheLimit + "]")).containsExactly(atTheLimit);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheSameItemsWhateverThePieces(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] body = body(random);
            checkAnyPieces(() -> new ArraySplitter(LIMIT), body, random);
            checkAnyPieces(() -> new LineSplitter(LIMIT), body, random);
        }
    }

    private static void checkAnyPieces(Supplier<ItemSplitter> splitter, byte[] body, Random random) {
        List<String> whole = heard(splitter.get(), List.of(body));
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < body.length; ) {
            int end = Math.min(body.length, start + random.nextInt(7));
            pieces.add(Arrays.copyOfRange(body, start, end));
            start = end;
        }
        assertThat(heard(splitter.get(), pieces)).isEqualTo(whole);
    }

    /** Something like an array, or like lines, or like nothing. */
    private static byte[] body(Random random) {
        String alphabet = "[]{},\"\\ \n:a1é\uD83D\uDE00";
        StringBuilder body = new StringBuilder(random.nextBoolean() ? "[" : "");
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> body.append("{\"k\":\"v,]}\\\"é\"},");
                case 1 -> body.append("\n");
                case 2 -> body.append("x".repeat(random.nextInt(2 * LIMIT))).append(',');
                default -> body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return body.append(random.nextBoolean() ? "]" : "").toString().getBytes(StandardCharsets.UTF_8);
    }
}
