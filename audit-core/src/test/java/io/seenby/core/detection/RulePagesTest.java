package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/detection/} says what the rules' sources and tests say; with {@code -Drules.write=true} it becomes so. */
class RulePagesTest {

    private static final Path FOLDER = Path.of("../docs/detection");

    @Test
    void thePagesSayWhatTheSourcesSay() throws IOException {
        Map<String, String> pages = new RulePages().all();
        if (Boolean.getBoolean("rules.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(written()).isEqualTo(pages);
    }

    @Test
    void eachRuleHasAReasonAndExamples() throws IOException {
        assertThat(new RulePages().all()).hasSizeGreaterThan(20).allSatisfy((file, page) -> {
            if (!file.equals("README.md")) {
                assertThat(page)
                        .as(file)
                        .containsPattern("## What it does\n\n[A-Z]")
                        .containsPattern("\n- [A-Z]");
            }
        });
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
