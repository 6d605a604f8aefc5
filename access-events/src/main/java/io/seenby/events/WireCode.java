package io.seenby.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value of a closed list with the name it has on the wire for ever, whatever the constant is called. */
public interface WireCode {

    String wire();

    /** The names of all values, in order of declaration. */
    static <E extends Enum<E> & WireCode> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireCode::wire).toList();
    }

    /** A lookup that throws {@link IllegalArgumentException} for a name outside the list. */
    static <E extends Enum<E> & WireCode> Function<String, E> reader(Class<E> type) {
        Map<String, E> byName =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(WireCode::wire, Function.identity()));
        return name -> {
            E value = byName.get(name);
            if (value == null) {
                throw new IllegalArgumentException("unknown " + type.getSimpleName() + " " + name);
            }
            return value;
        };
    }
}
