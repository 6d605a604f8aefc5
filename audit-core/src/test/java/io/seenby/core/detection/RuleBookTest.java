package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The book is of the rules that there are: one that is missing in it, or has changed beside it, is noticed here. */
class RuleBookTest {

    private static final Path SOURCES = Path.of("src/main/java/io/seenby/core/detection");

    /** Each type that has a name and is built in. */
    private static List<Class<?>> rules() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .<Class<?>>map(RuleBookTest::type)
                    .filter(type -> Stream.of("NAME", "BUILT_IN").allMatch(field -> has(type, field)))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("io.seenby.core.detection." + name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean has(Class<?> type, String field) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(each -> each.getName().equals(field));
    }

    private static Object constant(Class<?> type, String field) throws ReflectiveOperationException {
        var constant = type.getDeclaredField(field);
        constant.setAccessible(true);
        return constant.get(null);
    }

    @Test
    void holdsEachRuleWithTheVersionAndTheThresholdsThatAreBuiltIn() throws IOException, ReflectiveOperationException {
        List<Class<?>> rules = rules();
        assertThat(rules).hasSizeGreaterThan(15);
        for (Class<?> rule : rules) {
            Object name = constant(rule, "NAME");
            RuleText text = RuleBook.rules().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not in the book: " + name));
            for (RecordComponent component : rule.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(constant(rule, "BUILT_IN"));
                if (component.getName().equals("version")) {
                    assertThat(text.version()).as("version of " + name).isEqualTo(value);
                } else {
                    assertThat(text.thresholds())
                            .as("thresholds of " + name)
                            .containsEntry(component.getName(), value.toString());
                }
            }
        }
        assertThat(RuleBook.rules()).hasSameSizeAs(rules);
    }

    @Test
    void saysOfEachWhatItFindsWhenItSpeaksAndWhy() {
        assertThat(RuleBook.rules()).allSatisfy(text -> {
            assertThat(text.finds()).matches("[A-Z][ -~]+[.]");
            assertThat(text.alerts()).matches("[A-Z][ -~]+[.]");
            assertThat(text.source()).isNotBlank();
            assertThat(text.severities()).isSorted();
            assertThat(text.severities().isEmpty()).isEqualTo(text.alerts().startsWith("Never by itself"));
        });
        assertThat(RuleBook.rules()).extracting(RuleText::name).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertHasASeverityThatTheBookNames() {
        for (long seed = 0; seed < 300; seed++) {
            assertThat(TwinStore.integrated(Histories.of(seed, 60), 8).journal)
                    .allSatisfy(revision -> assertThat(RuleBook.rules())
                            .anyMatch(
                                    text -> text.name().equals(revision.alert().rule())
                                            && text.severities()
                                                    .contains(revision.alert().severity())));
        }
    }
}
