package io.seenby.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of one run: what was typed, the default for the rest. */
public final class Options {
    private final Map<String, Long> values;
    private final Map<String, Path> files;

    private Options(Map<String, Long> values, Map<String, Path> files) {
        this.values = values;
        this.files = files;
    }

    /**
     * Reads {@code --name VALUE} pairs.
     *
     * @throws IllegalArgumentException with a sentence for people, if a word is not one of the known options
     */
    public static Options parse(List<Option> known, List<String> words) {
        var values = new LinkedHashMap<String, Long>();
        var files = new LinkedHashMap<String, Path>();
        known.stream().filter(option -> !option.file()).forEach(option -> values.put(option.name(), option.standard()));
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (known.stream().noneMatch(option -> option.name().equals(name))) {
                throw new IllegalArgumentException("Unknown option " + words.get(i) + "; known are "
                        + known.stream().map(option -> "--" + option.name()).collect(Collectors.joining(", ")) + ".");
            }
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (values.containsKey(name)) {
                values.put(name, number(name, value));
            } else {
                files.put(name, path(name, value));
            }
        }
        return new Options(values, files);
    }

    private static Path path(String name, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " takes a file.");
        }
        return Path.of(text);
    }

    private static long number(String name, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a negative one.
        }
        throw new IllegalArgumentException("--" + name + " takes a whole number, not \"" + text + "\".");
    }

    /**
     * The value of a known option.
     *
     * @throws IllegalArgumentException if the benchmark has no such option
     */
    public long get(Option option) {
        Long value = values.get(option.name());
        if (value == null) {
            throw new IllegalArgumentException("the benchmark has no option " + option.name());
        }
        return value;
    }

    /** As {@link #get}, for what is counted in an {@code int}. */
    public int count(Option option) {
        return Math.toIntExact(get(option));
    }

    /** The file that was named, if one was. */
    public Optional<Path> path(Option option) {
        return Optional.ofNullable(files.get(option.name()));
    }

    /** All of them, as one would type them. */
    @Override
    public String toString() {
        return Stream.concat(values.entrySet().stream(), files.entrySet().stream())
                .map(option -> "--" + option.getKey() + " " + option.getValue())
                .collect(Collectors.joining(" "));
    }
}
