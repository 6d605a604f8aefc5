package io.seenby.core.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A fact with a name of its own, which may be stated anew: for a moment, the row stated last among those that had begun
 * by then is in force, so that a narrower statement takes the place of a wider one.
 */
public sealed interface Stated permits Lasting, Consent {

    Instant from();

    long knownIndex();

    boolean holdsAt(Instant moment);

    /** Of each name the row in force, which may hold or not, in order of knowledge. */
    static <F extends Stated> List<F> inForce(Collection<F> rows, Function<F, ?> name, Instant moment) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Object, F> latest = new HashMap<>();
        rows.stream()
                .filter(row -> !moment.isBefore(row.from()))
                .forEach(row -> latest.merge(
                        name.apply(row), row, (one, other) -> one.knownIndex() > other.knownIndex() ? one : other));
        return latest.values().stream()
                .sorted(Comparator.comparingLong(Stated::knownIndex))
                .toList();
    }
}
