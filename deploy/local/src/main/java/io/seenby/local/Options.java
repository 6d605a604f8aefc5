package io.seenby.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line taken apart.
 *
 * @param flags the {@code --name}s without a value that were given
 * @param values the {@code --name VALUE}s that were given
 * @param words everything else, in order
 */
public record Options(Set<String> flags, Map<String, String> values, List<String> words) {
    /**
     * Takes the arguments apart.
     *
     * @throws CommandFailed for an option that is in neither set, or one whose value is missing
     */
    public static Options parse(List<String> arguments, Set<String> flagNames, Set<String> valueNames) {
        var flags = new HashSet<String>();
        var values = new HashMap<String, String>();
        var words = new ArrayList<String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (flagNames.contains(word)) {
                flags.add(word);
            } else if (valueNames.contains(word)) {
                if (!rest.hasNext()) {
                    throw CommandFailed.misused("A value is missing after " + word + ".");
                }
                values.put(word, rest.next());
            } else if (word.startsWith("--")) {
                throw CommandFailed.misused("There is no option " + word + " here; ./dev help lists them.");
            } else {
                words.add(word);
            }
        }
        return new Options(Set.copyOf(flags), Map.copyOf(values), List.copyOf(words));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A value that must be a whole number.
     *
     * @throws CommandFailed if it is something else, or less than 1
     */
    public int positive(String name, int otherwise) {
        return value(name)
                .map(text -> {
                    if (!text.matches("[1-9]\\d{0,8}")) {
                        throw CommandFailed.misused(name + " takes a number from 1 on, not " + text + ".");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }
}
