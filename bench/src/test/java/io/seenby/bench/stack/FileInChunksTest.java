package io.seenby.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInChunksTest {
    @TempDir
    private Path folder;

    @Test
    void everyLineIsGivenOutOnceInPiecesOfSixtyFour() throws IOException {
        List<String> chunks = chunks(String.join("\n", Collections.nCopies(130, "{\"a\":\"ü\"}")));

        assertThat(chunks).extracting(chunk -> chunk.lines().count()).containsExactly(64L, 64L, 2L);
        assertThat(String.join("", chunks)).isEqualTo("{\"a\":\"ü\"}\n".repeat(130));
    }

    @Test
    void aPieceIsSmallerThanWhatTheServiceDivides() throws IOException {
        String longLine = "x".repeat(40_000);

        assertThat(chunks(longLine + "\n" + longLine + "\n" + "y".repeat(90_000) + "\nz\n"))
                .extracting(String::length)
                .containsExactly(40_001, 40_001, 90_001, 2);
    }

    @Test
    void emptyLinesAndEmptyFilesAreNothing() throws IOException {
        assertThat(chunks("")).isEmpty();
        assertThat(chunks("\na\n\n\nb\n\n")).containsExactly("a\nb\n");
    }

    private List<String> chunks(String text) throws IOException {
        List<String> chunks = new ArrayList<>();
        try (var file = new FileInChunks(Files.writeString(folder.resolve("f"), text))) {
            for (byte[] next = file.next(); next.length > 0; next = file.next()) {
                chunks.add(new String(next, StandardCharsets.UTF_8));
            }
            assertThat(file.lines())
                    .isEqualTo(chunks.stream().flatMap(String::lines).count());
        }
        return chunks;
    }
}
