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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test that the tables of laws and controls name is there, and is a test. */
class NamedTestsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private final Path root = ProjectRoot.find().folder();

    @ParameterizedTest
    @ValueSource(strings = {"docs/laws.md", "docs/controls.md"})
    void everyNamedTestExists(String page) throws IOException {
        Map<String, String> sources = testSources();
        Matcher named = NAMED.matcher(Files.readString(root.resolve(page)));
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
                            NamedTestsTest::className, NamedTestsTest::read, (one, other) -> one + other));
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
