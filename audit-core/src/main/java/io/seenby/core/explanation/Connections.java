package io.seenby.core.explanation;

import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.Succeeded;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Tie;
import io.seenby.core.facts.Wall;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts of one tenant, known at a position, that connect actors with clients or keep them apart. */
public final class Connections {

    private static final SortedSet<ActorRef> NOBODY = Collections.emptySortedSet();

    private final Map<Tie, Map<Relationship.Key, Relationship>> relationships = new HashMap<>();
    private final Map<ClientRef, Map<TeamTie.Key, TeamTie>> teamTies = new HashMap<>();
    private final Map<ActorRef, Map<ActorStanding.Key, ActorStanding>> standings = new HashMap<>();
    private final Map<ActorRef, SortedSet<ActorRef>> supervised = new HashMap<>();
    private final Map<ClientRef, Map<Wall.Key, Wall>> walls = new HashMap<>();

    public void put(Relationship row) {
        in(relationships, row.tie()).put(row.key(), row);
    }

    public void put(TeamTie row) {
        in(teamTies, row.client()).put(row.key(), row);
    }

    public void put(ActorStanding row) {
        in(standings, row.actor()).put(row.key(), row);
        row.supervisor()
                .ifPresent(supervisor -> supervised
                        .computeIfAbsent(supervisor, absent -> new TreeSet<>())
                        .add(row.actor()));
    }

    public void put(Wall row) {
        in(walls, row.client()).put(row.key(), row);
    }

    /** How somebody stood at that moment, as far as is known. */
    public Optional<ActorStanding> standing(ActorRef actor, Instant moment) {
        return Succeeded.inForce(rows(standings, actor), moment);
    }

    /** The same, as far as it was known before an entry. */
    public Optional<ActorStanding> standingKnownBefore(long index, ActorRef actor, Instant moment) {
        return Succeeded.inForce(
                rows(standings, actor).stream()
                        .filter(row -> row.knownIndex() < index)
                        .toList(),
                moment);
    }

    Collection<Relationship> relationships(Tie tie) {
        return rows(relationships, tie);
    }

    Collection<TeamTie> teamTies(ClientRef client) {
        return rows(teamTies, client);
    }

    Collection<Wall> walls(ClientRef client) {
        return rows(walls, client);
    }

    /** Whoever was at some time said to answer to this actor, in order. */
    SortedSet<ActorRef> everSupervisedBy(ActorRef actor) {
        return supervised.getOrDefault(actor, NOBODY);
    }

    private static <N, K extends Comparable<K>, R> Map<K, R> in(Map<N, Map<K, R>> index, N name) {
        return index.computeIfAbsent(name, absent -> new TreeMap<>());
    }

    private static <N, K, R> Collection<R> rows(Map<N, Map<K, R>> index, N name) {
        return index.getOrDefault(name, Map.of()).values();
    }
}
