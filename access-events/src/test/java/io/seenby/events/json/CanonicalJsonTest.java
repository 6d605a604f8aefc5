package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;

class CanonicalJsonTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long MAX_INTEGER = 9_007_199_254_740_991L;

    /** Every control character and escape, and where UTF-16 order and code point order part: U+E000 to U+FFFF. */
    private static final int[] CODE_POINTS = IntStream.concat(
                    IntStream.rangeClosed(0, 0x80),
                    "éß\u2028\u2029\ud7ff\ue000\ufb33\ufeff\uffff😀\ud800\udc00\udbff\udfff".codePoints())
            .toArray();

    @Property(tries = 3_000)
    void writesWhatAnotherImplementationWrites(@ForAll Random random) throws IOException {
        JsonNode tree = object(random, 0);

        assertThat(CanonicalJson.write(tree)).isEqualTo(new JsonCanonicalizer(tree.toString()).getEncodedUTF8());
    }

    @Property(tries = 1_000)
    void readsBackAndWritesTheSameAgain(@ForAll Random random) throws MalformedJson {
        ObjectNode tree = object(random, 0);

        byte[] once = CanonicalJson.write(tree);

        assertThat(StrictJson.read(once))
                .isEqualTo(StrictJson.read(tree.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(CanonicalJson.write(StrictJson.read(once))).isEqualTo(once);
    }

    @Example
    void sortsKeysAsRfc8785ShowsIt() throws MalformedJson {
        String unsorted = """
                {"\\u20ac": 1, "\\r": 2, "\\ufb33": 3, "1": 4, "\\ud83d\\ude00": 5, "\\u0080": 6, "\\u00f6": 7}""";

        assertThat(canonical(unsorted))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @Example
    void escapesAsLittleAsRfc8785Allows() throws MalformedJson {
        assertThat(canonical(
                        "[\"\\u0000\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u001f\\u0022\\u005c\\u002f\\u007f\"]"))
                .isEqualTo("[\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f\"]");
    }

    @Example
    void writesIntegersToTheEndOfTheirRangeAndRefusesTheRest() throws MalformedJson {
        assertThat(canonical("[-0, 9007199254740991, -9007199254740991, true, false, null]"))
                .isEqualTo("[0,9007199254740991,-9007199254740991,true,false,null]");
        for (JsonNode beyond : new JsonNode[] {
            JSON.numberNode(0.5),
            JSON.numberNode(1.0),
            JSON.numberNode(MAX_INTEGER + 1),
            JSON.numberNode(-MAX_INTEGER - 1),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(BigInteger.TWO.pow(64)),
            JSON.numberNode(Double.NaN)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CanonicalJson.write(JSON.arrayNode().add(beyond)));
        }
    }

    @Example
    void refusesLoneSurrogatesInTextsAndKeys() {
        for (String lone : new String[] {"\ud800", "a\udc00", "\udc00\ud800", "\ud800\ud800\udc00"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(JSON.textNode(lone)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CanonicalJson.write(JSON.objectNode().put(lone, 1)));
        }
    }

    @Example
    void refusesWhatIsNotJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(JSON.binaryNode(new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(JSON.missingNode()));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(JSON.pojoNode("x")));
    }

    private static String canonical(String json) throws MalformedJson {
        return new String(
                CanonicalJson.write(StrictJson.read(json.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            object.set(text(random), value(random, depth + 1));
        }
        return object;
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            array.add(value(random, depth + 1));
        }
        return array;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth < 5 ? 8 : 5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(random.nextLong() % (MAX_INTEGER + 1));
            case 4, 5 -> JSON.textNode(text(random));
            case 6 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, CODE_POINTS.length)
                .map(i -> CODE_POINTS[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
