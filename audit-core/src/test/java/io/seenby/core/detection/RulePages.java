package io.seenby.core.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page for each rule, out of its line in the book, what its file says above it, and the names of its tests. */
final class RulePages {

    private static final Path SOURCES = Path.of("src/main/java/io/seenby/core/detection");
    private static final Path TESTS = Path.of("src/test/java/io/seenby/core/detection");

    private static final Pattern NAME = Pattern.compile("String NAME = \"([a-z-]+)\";");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*record ", Pattern.DOTALL);
    private static final Pattern THRESHOLD = Pattern.compile("@param (\\w+) (.*?)(?=@param|$)", Pattern.DOTALL);
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|Property|ParameterizedTest)\\b[^;{]*?void (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link (\\w+)(?:#\\w+)?}");

    private static final String HEAD = """
            # Rules

            A page for each rule, made from its source and its tests; the build holds them against each other. How they work
            together, and what people do with an alert: [detection](../detection.md).

            | rule | alerts | finds |
            |---|---|---|
            """;

    /** By the rule's name: the type that is the rule. */
    private final Map<String, String> types;

    RulePages() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> all = files.toList();
            types = new TreeMap<>();
            for (Path file : all) {
                Matcher name = NAME.matcher(Files.readString(file));
                if (name.find()) {
                    types.put(name.group(1), file.getFileName().toString().replace(".java", ""));
                }
            }
        }
    }

    /** By the name of the file, relative to the folder of the pages. */
    Map<String, String> all() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder(HEAD);
        for (RuleText rule : RuleBook.rules()) {
            pages.put(rule.name() + ".md", page(rule));
            index.append("| [`%s`](%1$s.md) | %s | %s |%n".formatted(rule.name(), severities(rule), rule.finds()));
        }
        pages.put("README.md", index.toString());
        return pages;
    }

    private String page(RuleText rule) throws IOException {
        String type = types.get(rule.name());
        String comment = comment(Files.readString(SOURCES.resolve(type + ".java")));
        String[] parts = comment.split("(?=@param)", 2);
        return "# " + rule.name() + "\n\n"
                + rule.finds() + "\n\n"
                + "| | |\n|---|---|\n"
                + "| People are shown it | " + rule.alerts() + " |\n"
                + "| Severity | " + severities(rule) + " |\n"
                + "| Rests on | " + rule.source() + " |\n"
                + "| Version | " + rule.version() + " |\n"
                + thresholds(rule, parts.length > 1 ? parts[1] : "")
                + "\n## What it does\n\n" + text(parts[0])
                + "\n\n## Examples\n\nEach is a test in `" + type + "Test`.\n\n"
                + examples(TESTS.resolve(type + "Test.java"));
    }

    private static String severities(RuleText rule) {
        return rule.severities().isEmpty()
                ? "none by itself"
                : rule.severities().stream().map(each -> each.wire()).collect(Collectors.joining(", "));
    }

    private String thresholds(RuleText rule, String comments) {
        if (rule.thresholds().isEmpty()) {
            return "";
        }
        Map<String, String> meanings = new HashMap<>();
        Matcher meaning = THRESHOLD.matcher(comments);
        while (meaning.find()) {
            meanings.put(meaning.group(1), text(meaning.group(2)));
        }
        StringBuilder table = new StringBuilder("\n| threshold | built in | what it is |\n|---|---|---|\n");
        rule.thresholds()
                .forEach((name, value) -> table.append("| `%s` | %s | %s |%n"
                        .formatted(name, value, meanings.getOrDefault(name, "").replace("\n", " "))));
        return table.toString();
    }

    private static String comment(String source) {
        Matcher comment = COMMENT.matcher(source);
        String found = "";
        while (comment.find()) {
            found = found.isEmpty() ? comment.group(1) : found;
        }
        return found.lines()
                .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String text(String comment) {
        String plain = comment.strip()
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("(?m)^<p>", "")
                .replaceAll("</?(ul|li|p)>", "");
        return LINK.matcher(plain).replaceAll(link -> Matcher.quoteReplacement(link(link.group(1))));
    }

    private String link(String type) {
        return types.entrySet().stream()
                .filter(each -> each.getValue().equals(type))
                .findFirst()
                .map(each -> "[" + each.getKey() + "](" + each.getKey() + ".md)")
                .orElse("`" + type + "`");
    }

    private static String examples(Path test) throws IOException {
        List<String> names = new ArrayList<>();
        Matcher each = TEST.matcher(Files.readString(test));
        while (each.find()) {
            names.add(each.group(1));
        }
        return names.stream().map(name -> "- " + sentence(name) + "\n").collect(Collectors.joining());
    }

    private static String sentence(String name) {
        String words = Arrays.stream(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
