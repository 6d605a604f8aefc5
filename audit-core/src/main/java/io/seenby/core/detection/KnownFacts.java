package io.seenby.core.detection;

import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.Stated;
import io.seenby.core.facts.Tie;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Trait;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of one tenant that were known at a position. */
final class KnownFacts {

    private final Map<Tie, Map<Relationship.Key, Relationship>> byTie = new HashMap<>();
    private final Map<RelationshipRef, Map<Relationship.Key, Relationship>> byRef = new HashMap<>();
    private final Map<ClientRef, Map<Consent.Key, Consent>> consents = new HashMap<>();
    private final Map<ClientRef, Map<ClientTraits.Key, ClientTraits>> traits = new HashMap<>();

    void put(Relationship row) {
        in(byTie, row.tie()).put(row.key(), row);
        in(byRef, row.ref()).put(row.key(), row);
    }

    void put(Consent row) {
        in(consents, row.client()).put(row.key(), row);
    }

    void put(ClientTraits row) {
        in(traits, row.client()).put(row.key(), row);
    }

    boolean related(Tie tie, Instant moment) {
        return Stated.inForce(rows(byTie, tie), Relationship::ref, moment).stream()
                .anyMatch(row -> row.holdsAt(moment));
    }

    /** Rows of a relationship, ordered by key. */
    List<Relationship> relationships(RelationshipRef ref) {
        return List.copyOf(rows(byRef, ref));
    }

    /** What a client had said by that moment: of each consent the row in force. */
    List<Consent> consentsInForce(ClientRef client, Instant moment) {
        return Stated.inForce(rows(consents, client), Consent::ref, moment);
    }

    /** Rows of a client's consent, ordered by key. */
    List<Consent> consents(ConsentRef ref, ClientRef client) {
        return rows(consents, client).stream()
                .filter(row -> row.ref().equals(ref))
                .toList();
    }

    boolean has(Trait trait, ClientRef client, Instant moment) {
        return rows(traits, client).stream()
                .filter(row -> row.holdsAt(moment))
                .max(ClientTraits.IN_FORCE)
                .map(row -> row.traits().contains(trait))
                .orElse(false);
    }

    private static <N, K extends Comparable<K>, R> Map<K, R> in(Map<N, Map<K, R>> index, N name) {
        return index.computeIfAbsent(name, absent -> new TreeMap<>());
    }

    private static <N, K, R> Collection<R> rows(Map<N, Map<K, R>> index, N name) {
        return index.getOrDefault(name, Map.of()).values();
    }
}
