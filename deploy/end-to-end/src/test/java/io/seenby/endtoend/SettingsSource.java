package io.seenby.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a settings interface says of its keys, read from its source: the words stand nowhere else. */
final class SettingsSource {

    /**
     * A key that an operator may set.
     *
     * @param fallback what holds without it; empty if there is none
     */
    record Setting(String property, String fallback, String meaning) {

        /** As MicroProfile Config reads it from the environment. */
        String variable() {
            return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
    }

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SECTION = Pattern.compile("\\s+interface (\\w+) \\{");
    private static final Pattern FALLBACK = Pattern.compile("\\s*@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern KEY = Pattern.compile("\\s+([\\w<>]+) (\\w+)\\(\\);");

    private final List<Setting> settings = new ArrayList<>();
    private String prefix = "";
    private String section = "";
    private String fallback = "";
    private final StringBuilder words = new StringBuilder();

    private SettingsSource() {}

    /** Throws {@link IllegalArgumentException} if it is no settings interface, or a key says nothing about itself. */
    static List<Setting> read(String source) {
        SettingsSource reader = new SettingsSource();
        source.lines().forEach(reader::line);
        if (reader.prefix.isEmpty()) {
            throw new IllegalArgumentException("no settings:\n" + source);
        }
        return reader.settings;
    }

    private void line(String line) {
        Matcher declared = PREFIX.matcher(line);
        Matcher sectioned = SECTION.matcher(line);
        Matcher defaulted = FALLBACK.matcher(line);
        Matcher keyed = KEY.matcher(line);
        String text = line.strip();
        if (declared.find()) {
            prefix = declared.group(1);
            words.setLength(0);
        } else if (sectioned.matches()) {
            section = kebab(sectioned.group(1)) + ".";
            words.setLength(0);
        } else if (text.startsWith("/**") || text.startsWith("*")) {
            String said = text.replaceAll("^/?\\*+/?|\\*/$", "").strip();
            words.append(words.isEmpty() || said.isEmpty() ? "" : " ").append(said);
        } else if (defaulted.matches()) {
            fallback = defaulted.group(1);
        } else if (keyed.matches() && !kebab(keyed.group(1)).equals(kebab(keyed.group(2)))) {
            key(kebab(keyed.group(2)));
        }
    }

    private void key(String name) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(prefix + "." + section + name + " says nothing about itself");
        }
        String meaning = words.toString().replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
        settings.add(new Setting(prefix + "." + section + name, fallback, meaning));
        words.setLength(0);
        fallback = "";
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
