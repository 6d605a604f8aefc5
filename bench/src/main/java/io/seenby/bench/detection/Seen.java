package io.seenby.bench.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the views say, as far as it is to be compared with a truth.
 *
 * @param entries those that the truth speaks of, by event id
 * @param verdicts of every access that is judged, client by client
 */
record Seen(Map<String, Entry> entries, List<Alert> alerts, List<Finding> findings, Verdicts verdicts) {

    /** @param clients refs */
    record Entry(long index, String actor, Set<String> clients) {}

    /**
     * One alert: everything that any of its revisions named.
     *
     * @param actor ref; empty if it is about nobody
     * @param evidence ledger indexes
     * @param open in its latest revision
     */
    record Alert(String id, String rule, String actor, Set<String> clients, Set<Long> evidence, boolean open) {

        /** It says this actor and one of the clients, or shows the entry itself. */
        boolean names(Entry entry) {
            return evidence.contains(entry.index())
                    || actor.equals(entry.actor()) && clients.stream().anyMatch(entry.clients()::contains);
        }
    }

    /** @param alert empty if no alert shows it */
    record Finding(String rule, long index, String alert, boolean open) {}

    /** Of accesses that are no violations: how many were judged, and how many of these explained. */
    record Verdicts(long judged, long explained) {}
}
