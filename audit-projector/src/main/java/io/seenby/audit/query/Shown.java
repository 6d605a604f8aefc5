package io.seenby.audit.query;

import io.seenby.events.ClientRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The first of some things that one record of a question can answer for: it names every client they show, at most
 * {@link Answer#MOST_CLIENTS}. One thing alone never shows more.
 *
 * @param things as many as fit, from the first on
 * @param clients of them all, distinct
 */
public record Shown<T>(List<T> things, Set<ClientRef> clients) {

    public static <T> Shown<T> of(List<T> things, Function<T, ? extends Collection<ClientRef>> clientsOf) {
        Set<ClientRef> clients = new LinkedHashSet<>();
        int count = 0;
        for (T thing : things) {
            Set<ClientRef> withThis = new LinkedHashSet<>(clients);
            withThis.addAll(clientsOf.apply(thing));
            if (withThis.size() > Answer.MOST_CLIENTS) {
                break;
            }
            clients = withThis;
            count++;
        }
        return new Shown<>(List.copyOf(things.subList(0, count)), clients);
    }

    public T last() {
        return things.get(things.size() - 1);
    }
}
