package io.seenby.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Option ROUNDS = new Option("rounds", 5, "how often");
    private static final Option INPUT = Option.file("input", "what from");
    private static final List<Option> KNOWN = List.of(ROUNDS, INPUT);

    @Test
    void whatIsNotSaidHasItsDefaultAndNoFile() {
        var options = Options.parse(KNOWN, List.of());

        assertThat(options.get(ROUNDS)).isEqualTo(5);
        assertThat(options.path(INPUT)).isEmpty();
        assertThat(options).hasToString("--rounds 5");
    }

    @Test
    void numbersAndFilesAreReadInAnyOrder() {
        var options = Options.parse(KNOWN, List.of("--input", "a/b.ndjson", "--rounds", "7"));

        assertThat(options.get(ROUNDS)).isEqualTo(7);
        assertThat(options.path(INPUT)).contains(Path.of("a/b.ndjson"));
        assertThat(options).hasToString("--rounds 7 --input a/b.ndjson");
    }

    @Test
    void whatMakesNoSenseIsRefusedInASentence() {
        assertRefused("--input takes a file.", "--input");
        assertRefused("--rounds takes a whole number, not \"x\".", "--rounds", "x");
        assertRefused("Unknown option --other; known are --rounds, --input.", "--other", "1");
    }

    private static void assertRefused(String sentence, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(KNOWN, List.of(words)))
                .withMessage(sentence);
    }
}
