package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StrictJsonFuzzTest {

    private static final String CANARY = "canary-client-name";

    @Property(tries = 3_000)
    void anyBytesAreReadOrRefusedWithoutQuotingThem(@ForAll byte[] bytes) {
        try {
            StrictJson.read(bytes);
        } catch (MalformedJson malformed) {
            assertThat(malformed.getMessage())
                    .isIn("is empty", "is not UTF-8", "is not JSON", "ends too early", "goes on after its end");
            assertThat(malformed.offset()).isBetween(0L, (long) bytes.length);
        }
    }

    @Example
    void messageNeverHoldsTheText() {
        String whole = "{\"name\":\"" + CANARY + "\",\"list\":[1,true,null,{\"" + CANARY + "\":\"\\u00e9\"}]}";
        for (int end = 1; end < whole.length(); end++) {
            for (String wrong : new String[] {whole.substring(0, end), whole.substring(0, end) + CANARY}) {
                assertThat(malformed(wrong).getMessage()).doesNotContain("canary");
            }
        }
    }

    private static MalformedJson malformed(String text) {
        MalformedJson malformed =
                catchThrowableOfType(MalformedJson.class, () -> StrictJson.read(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(malformed).as(text).isNotNull();
        return malformed;
    }
}
