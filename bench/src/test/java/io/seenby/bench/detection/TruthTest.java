package io.seenby.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {
    private static final String LINE =
            "{\"eventId\":\"e1\",\"kind\":\"wall-crossed\",\"actor\":\"a\",\"client\":\"c\",\"violation\":true}";

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsKnownOfEachReport() throws IOException {
        Truth truth = Truth.read(file(LINE + "\n" + LINE.replace("e1", "e2").replace("true", "false")));

        assertThat(truth.byEventId())
                .containsEntry("e1", new Truth.Line("e1", "wall-crossed", "a", "c", true, ""))
                .hasSize(2);
        assertThat(truth.violations()).isOne();
    }

    @Test
    void countsAnEpisodeOnce() throws IOException {
        String part = LINE.replace("}", ",\"episode\":\"one\"}");
        Truth truth = Truth.read(file(part + "\n" + part.replace("e1", "e2") + "\n" + LINE.replace("e1", "e3")));

        assertThat(truth.lines()).hasSize(3);
        assertThat(truth.violations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "",
                "{\"eventId\":\"e2\",\"kind\":\"k\",\"actor\":\"a\",\"client\":\"c\"}",
                "{\"eventId\":\"e2\",\"kind\":\"k\",\"actor\":\"a\",\"client\":\"c\",\"violation\":\"true\"}",
                "{\"eventId\":2,\"kind\":\"k\",\"actor\":\"a\",\"client\":\"c\",\"violation\":true}",
                "{\"eventId\":\"e2\",\"actor\":\"a\",\"client\":\"c\",\"violation\":true}"
            })
    void saysWhichLineIsNone(String malformed) {
        assertThatThrownBy(() -> Truth.read(file(LINE + "\n" + malformed + "\n" + LINE.replace("e1", "e3"))))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining(":2: not a line");
    }

    @Test
    void refusesTwoTruthsAboutOneReport() {
        assertThatThrownBy(() -> Truth.read(file(LINE + "\n" + LINE)))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining(":2: e1");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("truth.ndjson"), text);
    }
}
