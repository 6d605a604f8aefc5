package io.seenby.core.detection;

import io.seenby.core.explanation.Connections;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.Stated;
import io.seenby.core.facts.Succeeded;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Wall;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import io.seenby.events.WallRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The facts of one tenant that were known at a position. */
final class KnownFacts {

    private final Connections connections = new Connections();
    private final Map<RelationshipRef, Map<Relationship.Key, Relationship>> byRef = new HashMap<>();
    private final Map<RelationshipRef, Map<TeamTie.Key, TeamTie>> teamTies = new HashMap<>();
    private final Map<WallRef, Map<Wall.Key, Wall>> walls = new HashMap<>();
    private final Map<ClientRef, Map<Consent.Key, Consent>> consents = new HashMap<>();
    private final Map<ClientRef, Map<ClientTraits.Key, ClientTraits>> traits = new HashMap<>();
    private final Map<ClientRef, Map<ClientTokens.Key, ClientTokens>> tokens = new HashMap<>();

    private final Set<ClientRef> erased = new HashSet<>();

    void put(Relationship row) {
        connections.put(row);
        in(byRef, row.ref()).put(row.key(), row);
    }

    void put(TeamTie row) {
        connections.put(row);
        in(teamTies, row.ref()).put(row.key(), row);
    }

    void put(Wall row) {
        connections.put(row);
        in(walls, row.ref()).put(row.key(), row);
    }

    void put(ActorStanding row) {
        connections.put(row);
    }

    void put(Consent row) {
        in(consents, row.client()).put(row.key(), row);
    }

    void put(ClientTraits row) {
        in(traits, row.client()).put(row.key(), row);
    }

    void put(ClientTokens row) {
        in(tokens, row.client()).put(row.key(), row);
    }

    void put(Erasure row) {
        erased.add(row.client());
    }

    /** What connects actors with clients, or keeps them apart. */
    Connections connections() {
        return connections;
    }

    /** Rows of a relationship, ordered by key. */
    List<Relationship> relationships(RelationshipRef ref) {
        return List.copyOf(rows(byRef, ref));
    }

    /** Ties of teams by a relationship, ordered by key. */
    List<TeamTie> teamTies(RelationshipRef ref) {
        return List.copyOf(rows(teamTies, ref));
    }

    /** Rows of a wall, ordered by key. */
    List<Wall> walls(WallRef ref) {
        return List.copyOf(rows(walls, ref));
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
        return Succeeded.inForce(rows(traits, client), moment)
                .filter(row -> row.traits().contains(trait))
                .isPresent();
    }

    Tokens tokens(ClientRef client, Instant moment) {
        return Succeeded.inForce(rows(tokens, client), moment)
                .map(ClientTokens::tokens)
                .orElse(Tokens.NONE);
    }

    /** All rows of a client, ordered by key. */
    List<ClientTokens> tokens(ClientRef client) {
        return List.copyOf(rows(tokens, client));
    }

    boolean wasErased(ClientRef client) {
        return erased.contains(client);
    }

    private static <N, K extends Comparable<K>, R> Map<K, R> in(Map<N, Map<K, R>> index, N name) {
        return index.computeIfAbsent(name, absent -> new TreeMap<>());
    }

    private static <N, K, R> Collection<R> rows(Map<N, Map<K, R>> index, N name) {
        return index.getOrDefault(name, Map.of()).values();
    }
}
