package io.seenby.manifests.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The environment variables that each program reads, from its sources: its {@code application.properties}, its mapped
 * settings, the settings of Kafka's clients, and the few that its main class reads itself.
 */
final class KnownNames {

    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern KEY = Pattern.compile("(?m)^(?:%\\w+\\.)?([a-z][\\w.\"-]*)=");
    private static final Pattern IN_SOURCE = Pattern.compile("\"((?:SEENBY|KAFKA)_[A-Z0-9_]+)\"");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([\\w.]+)\"\\)");
    private static final Pattern MEMBER =
            Pattern.compile("(?m)^ +(?:interface (\\w+) \\{|[\\w<>]+ (\\w+)\\(\\);|(\\}))");

    /** Of the JVM and the C library below it, in every program. */
    private static final Set<String> OF_ALL = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

    private final Map<String, Set<String>> byProgram;

    private KnownNames(Map<String, Set<String>> byProgram) {
        this.byProgram = byProgram;
    }

    static KnownNames in(Path root) {
        return new KnownNames(Map.of(
                "access-service", namesOf(root.resolve("access-service")),
                "audit-projector", namesOf(root.resolve("audit-projector"))));
    }

    /** Whether the program's image reads it; programs that are not services read what their arguments name. */
    boolean knows(String program, String variable) {
        return OF_ALL.contains(variable)
                || !byProgram.containsKey(program)
                || byProgram.getOrDefault(program, Set.of()).contains(variable);
    }

    private static Set<String> namesOf(Path module) {
        Set<String> names = new TreeSet<>();
        String properties = read(module.resolve("src/main/resources/application.properties"));
        found(IN_PROPERTIES, properties).forEach(match -> names.add(match.group(1)));
        found(KEY, properties).forEach(match -> names.add(variable(match.group(1))));
        AdminClientConfig.configNames().forEach(setting -> names.add(variable("kafka." + setting)));
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = read(file);
                found(IN_SOURCE, source).forEach(match -> names.add(match.group(1)));
                Matcher prefix = PREFIX.matcher(source);
                if (prefix.find()) {
                    names.addAll(members(prefix.group(1), source.substring(source.indexOf('{', prefix.end()) + 1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    /** The members of a mapped interface, and of the interfaces in it, as variables. */
    private static Set<String> members(String prefix, String body) {
        Set<String> names = new TreeSet<>();
        Deque<String> nested = new ArrayDeque<>(List.of(prefix));
        found(MEMBER, body).forEach(match -> {
            if (match.group(1) != null) {
                nested.push(nested.peek() + "." + match.group(1));
            } else if (match.group(2) != null) {
                names.add(variable(nested.peek() + "." + kebab(match.group(2))));
            } else {
                nested.pop();
            }
        });
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** As MicroProfile Config finds a property in the environment. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().collect(Collectors.toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
