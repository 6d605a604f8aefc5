package io.seenby.access.publisher;

import io.seenby.events.EventType;
import io.seenby.events.Quota;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a publisher may send.
 *
 * @param types in the order of the table of wire names; none if it is empty
 */
public record Terms(Set<EventType> types, Quota quota) {

    /** All that publishers report at all: everything but what only SeenBy itself records. */
    public static final List<EventType> REPORTABLE = Arrays.stream(EventType.values())
            .filter(type -> type.family() != EventType.Family.SERVICE)
            .toList();

    public Terms {
        EnumSet<EventType> sorted = EnumSet.noneOf(EventType.class);
        sorted.addAll(types);
        types = Collections.unmodifiableSet(sorted);
    }

    /** Throws {@link IllegalArgumentException} for a name outside the table. */
    public static Terms of(Collection<String> wireNames, Quota quota) {
        EnumSet<EventType> types = EnumSet.noneOf(EventType.class);
        wireNames.forEach(name -> types.add(EventType.ofWire(name)));
        return new Terms(types, quota);
    }

    /** As the ledger and the table name them: sorted by the alphabet, so that the same terms are the same text. */
    public List<String> wireNames() {
        return types.stream().map(EventType::wire).sorted().toList();
    }
}
