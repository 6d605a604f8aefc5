package io.seenby.core.detection;

import io.seenby.events.ClientRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * When an alert that stands open names the clients found since: each at once up to nine, from then on whenever they are an
 * eighth of those it names. So it says whom it is about, and a thousand clients make some forty revisions and not a thousand.
 */
final class GrowingAlert {

    private static final int SHARE = 8;

    private GrowingAlert() {}

    /**
     * The next revision, if one is due.
     *
     * @param covered clients of its findings
     * @param by entry that showed the latest of them
     * @param summary of so many clients named
     */
    static Optional<AlertRevision> naming(
            AlertRevision alert, SortedSet<ClientRef> covered, Indexed by, IntFunction<String> summary) {
        List<ClientRef> named = alert.alert().clients();
        SortedSet<ClientRef> unnamed = new TreeSet<>(covered);
        named.forEach(unnamed::remove);
        if (unnamed.isEmpty() || named.size() >= Warning.MOST || unnamed.size() * SHARE < named.size()) {
            return Optional.empty();
        }
        List<ClientRef> all = new ArrayList<>(named);
        unnamed.stream().limit(Warning.MOST - named.size()).forEach(all::add);
        return Optional.of(alert.naming(all, by, summary.apply(all.size())));
    }
}
