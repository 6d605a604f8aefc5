package io.seenby.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options of one run: what was typed, the default for the rest. */
public final class Options {
    private final Map<String, Long> values;

    private Options(Map<String, Long> values) {
        this.values = values;
    }

    /**
     * Reads {@code --name VALUE} pairs.
     *
     * @throws IllegalArgumentException with a sentence for people, if a word is not one of the known options
     */
    public static Options parse(List<Option> known, List<String> words) {
        var values = new LinkedHashMap<String, Long>();
        known.forEach(option -> values.put(option.name(), option.standard()));
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("Unknown option " + words.get(i) + "; known are "
                        + known.stream().map(option -> "--" + option.name()).collect(Collectors.joining(", ")) + ".");
            }
            values.put(name, number(name, i + 1 < words.size() ? words.get(i + 1) : ""));
        }
        return new Options(values);
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

    /** All of them, as one would type them. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(option -> "--" + option.getKey() + " " + option.getValue())
                .collect(Collectors.joining(" "));
    }
}
