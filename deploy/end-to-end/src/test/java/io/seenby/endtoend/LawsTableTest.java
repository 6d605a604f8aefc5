package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/laws.md} names is there, and is a test. */
class LawsTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private final Path root = ProjectRoot.find().folder();

    @Test
    void everyLawsTestExists() throws IOException {
        Map<String, String> sources = testSources();
        Matcher named = NAMED.matcher(Files.readString(root.resolve("docs/laws.md")));
        List<String[]> tests = named.results()
                .map(test -> new String[] {test.group(1), test.group(2)})
                .toList();
        assertThat(tests)
                .hasSizeGreaterThan(20)
                .allSatisfy(test -> assertThat(sources.getOrDefault(test[0], ""))
                        .as(test[0])
                        .containsPattern("@(Test|ParameterizedTest|Property)[^;]*void " + test[1] + "\\("));
    }

    private Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            LawsTableTest::className, LawsTableTest::read, (one, other) -> one + other));
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
