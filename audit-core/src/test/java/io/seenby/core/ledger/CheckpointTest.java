package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final Hash ROOT = new TreeHasher().leaf(new byte[0]);
    private static final String BASE64 = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";

    @Test
    void isThreeLines() {
        Checkpoint checkpoint = new Checkpoint("seenby/st-brigid", 1, ROOT);

        assertThat(checkpoint.text()).isEqualTo("seenby/st-brigid\n1\n" + BASE64 + "\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(new Checkpoint("o", Long.MAX_VALUE, ROOT).text())
                        .size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void letsFurtherLinesPass() {
        assertThat(Checkpoint.parse("o\n0\n" + BASE64 + "\nfurther\n")).isEqualTo(new Checkpoint("o", 0, ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n1\n" + BASE64,
                "o\n\n" + BASE64 + "\n",
                "\n1\n" + BASE64 + "\n",
                "o\n1\n" + BASE64 + "\n\n",
                "o\n1\n" + BASE64 + "\n\nfurther\n",
                "o\n01\n" + BASE64 + "\n",
                "o\n+1\n" + BASE64 + "\n",
                "o\n-1\n" + BASE64 + "\n",
                "o\n1 \n" + BASE64 + "\n",
                "o\n\u0661\n" + BASE64 + "\n",
                "o\n9223372036854775808\n" + BASE64 + "\n",
                "o p\n1\n" + BASE64 + "\n",
                "o+p\n1\n" + BASE64 + "\n",
                "o\n1\n" + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=\n",
                "o\n1\n" + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0\n",
                "o\n1\n" + "bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=\n",
                "o\n1\nAAAA\n",
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
