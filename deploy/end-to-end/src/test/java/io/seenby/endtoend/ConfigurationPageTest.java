package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is what the services' own sources say; with {@code -Dconfiguration.write=true} it becomes so. */
class ConfigurationPageTest {

    private static final List<String> SERVICES = List.of("access-service", "audit-projector");

    /** A variable that the properties file looks at, and what holds without it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]+):((?:\\$\\{[^}]*}|[^{}])*)}");

    private static final String HEAD = """
            # Configuration

            Every key that may be set, as the sources say it; the build holds this page against them. A variable is set in the
            environment; a property may be given as its variable, too.
            """;

    private final Path root = ProjectRoot.find().folder();

    @Test
    void thePageSaysWhatTheSourcesSay() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            page.append("\n## ").append(service).append("\n\n| variable | sets | default |\n|---|---|---|\n");
            variables(service).forEach((variable, sets) -> page.append(row(code(variable), sets[0], code(sets[1]))));
            page.append("\n| property | default | what it is |\n|---|---|---|\n");
            for (SettingsSource.Setting setting : settings(service)) {
                page.append(row(
                        code(setting.property()) + "<br>" + code(setting.variable()),
                        code(setting.fallback()),
                        setting.meaning()));
            }
        }
        Path file = root.resolve("docs/configuration.md");
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file)).isEqualTo(page.toString());
    }

    /** By their names: the properties that they set, and the default. */
    private Map<String, String[]> variables(String service) throws IOException {
        Map<String, String[]> variables = new TreeMap<>();
        for (String line : Files.readAllLines(root.resolve(service + "/src/main/resources/application.properties"))) {
            String property = line.replaceFirst("=.*", "");
            Matcher placeholder = PLACEHOLDER.matcher(line);
            while (!line.startsWith("#") && placeholder.find()) {
                String fallback = placeholder.group(2);
                variables.merge(placeholder.group(1), new String[] {code(property), fallback}, (one, other) ->
                        new String[] {one[0] + ", " + other[0], one[1]});
            }
        }
        return variables;
    }

    private List<SettingsSource.Setting> settings(String service) throws IOException {
        List<SettingsSource.Setting> settings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve(service + "/src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String source = Files.readString(file);
                if (source.contains("@ConfigMapping(")) {
                    settings.addAll(SettingsSource.read(source));
                }
            }
        }
        assertThat(settings).as(service).isNotEmpty();
        return settings;
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
