package io.seenby.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternsTest {

    private static final String LETTERS = "abzAZ09._:/@-~ \n\0é\u0660😀[]^\\";

    @Property(tries = 20_000)
    void alphabetsSayWhatTheRegexEngineSays(@ForAll("patterns") Pattern pattern, @ForAll Random random) {
        String text = random.ints(random.nextInt(4) == 0 ? random.nextInt(140) : random.nextInt(5), 0, 100)
                .mapToObj(i -> i < LETTERS.length() ? LETTERS.substring(i, i + 1) : "a")
                .reduce("", String::concat);

        assertThat(Patterns.matches(pattern, text))
                .isEqualTo(pattern.matcher(text).matches());
    }

    @Property(tries = 200)
    void alphabetsKnowEveryLengthToItsEnd(@ForAll("patterns") Pattern pattern) {
        for (int length = 0; length < 140; length++) {
            String text = "a".repeat(length);
            assertThat(Patterns.matches(pattern, text))
                    .as("%s of %s", length, pattern)
                    .isEqualTo(pattern.matcher(text).matches());
        }
    }

    @Example
    void everyIdIsHeldToItsAlphabet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId("Harbor"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId("harbor-"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId("~unattributed"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublisherId("é"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientRef("short"));
        assertThat(new TenantId("st-brigid")).hasToString("st-brigid");
        assertThat(new PublisherId("ehr@ward-4:1")).hasToString("ehr@ward-4:1");
    }

    @Provide
    Arbitrary<Pattern> patterns() {
        Stream<Pattern> published = Arrays.stream(Patterns.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class)
                .map(PatternsTest::value);
        Stream<Pattern> others = Stream.of(
                        "^[A-Za-z0-9_-]{43}$",
                        "^[A-Za-z0-9_-]+$",
                        "^[ -~]+$",
                        "^[^a]{1,3}$",
                        "^[\\w]+$",
                        "^a|b$",
                        "[a]{2}")
                .map(Pattern::compile);
        return Arbitraries.of(Stream.concat(published, others).toList());
    }

    private static Pattern value(java.lang.reflect.Field field) {
        try {
            return (Pattern) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
