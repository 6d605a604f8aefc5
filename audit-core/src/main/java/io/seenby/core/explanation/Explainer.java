package io.seenby.core.explanation;

import io.seenby.core.explanation.Explanation.Against;
import io.seenby.core.explanation.Explanation.Contradicted;
import io.seenby.core.explanation.Explanation.Explained;
import io.seenby.core.explanation.Explanation.Path;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.Stated;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Tie;
import io.seenby.core.facts.Wall;
import io.seenby.events.RelationshipRef;
import io.seenby.events.TeamRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the reason for an access: of several the one with the fewest steps, then the one stated by the earliest entries.
 * To be in one team with somebody who is tied is no reason: it would explain the curious colleague.
 *
 * <p>Direct, group and consultation ties explain more than 94 % of appropriate accesses (Fabbri and LeFevre, PVLDB 5(1),
 * 2011). That a screen beats every tie is ABA Model Rule 1.10(a)(2); that access ends with employment 45 CFR
 * 164.308(a)(3)(ii)(C).
 *
 * @param supervision how many levels of supervision explain: 0 or 1. What is loaded for a batch reaches no further.
 */
public record Explainer(int supervision) {

    public static final Explainer BUILT_IN = new Explainer(1);

    private static final Comparator<List<Long>> EARLIEST = (one, other) -> Arrays.compare(longs(one), longs(other));

    private static final Comparator<Explained> FIRST = Comparator.comparingInt(Explained::steps)
            .thenComparing(Explained::evidence, EARLIEST)
            .thenComparing(Explained::path)
            .thenComparing(Explained::relationship);

    private static final Comparator<Contradicted> FIRST_AGAINST = Comparator.comparing(Contradicted::against)
            .thenComparing(found -> found.evidence().size())
            .thenComparing(Contradicted::evidence, EARLIEST);

    public Explainer {
        if (supervision < 0 || supervision > 1) {
            throw new IllegalArgumentException("supervision explains over 0 or 1 levels, not " + supervision);
        }
    }

    /** What is to be said in the end: a contradiction beats every reason. */
    public static Explanation verdict(Optional<Explained> reason, Optional<Contradicted> contradiction) {
        return contradiction
                .<Explanation>map(Function.identity())
                .or(() -> reason)
                .orElse(Explanation.UNEXPLAINED);
    }

    /** The reason for an access at that moment, whatever contradicts it. */
    public Optional<Explained> reason(Connections known, Tie tie, Instant moment) {
        Optional<Explained> direct =
                direct(known, tie, moment, Path.DIRECT_TIE, Optional.empty()).min(FIRST);
        return direct.isPresent() ? direct : indirect(known, tie, moment).min(FIRST);
    }

    /** The first reason that rests on this entry among others. */
    public Optional<Explained> reasonBy(Connections known, Tie tie, Instant moment, long index) {
        return Stream.concat(
                        direct(known, tie, moment, Path.DIRECT_TIE, Optional.empty()), indirect(known, tie, moment))
                .filter(reason -> reason.evidence().contains(index))
                .min(FIRST);
    }

    /** What contradicts an access at that moment; a wall before a departure. */
    public Optional<Contradicted> contradiction(Connections known, Tie tie, Instant moment) {
        Optional<ActorStanding> standing = known.standing(tie.actor(), moment);
        Stream<Contradicted> departed = standing.filter(ActorStanding::left).stream()
                .map(left -> new Contradicted(Against.DEPARTURE, List.of(left.knownIndex())));
        Stream<Contradicted> walls = Stated.inForce(known.walls(tie.client()), Wall::ref, moment).stream()
                .filter(wall -> wall.holdsAt(moment))
                .flatMap(wall -> crossed(wall, tie, standing).stream());
        return Stream.concat(walls, departed).min(FIRST_AGAINST);
    }

    private static Optional<Contradicted> crossed(Wall wall, Tie tie, Optional<ActorStanding> standing) {
        if (wall.actors().contains(tie.actor())) {
            return Optional.of(new Contradicted(Against.WALL, List.of(wall.knownIndex())));
        }
        return standing.filter(known -> wall.keepsOut(known.teams()))
                .map(known -> new Contradicted(Against.WALL, ascending(wall.knownIndex(), known.knownIndex())));
    }

    private Stream<Explained> indirect(Connections known, Tie tie, Instant moment) {
        Stream<Explained> byTeam = known.standing(tie.actor(), moment).stream()
                .flatMap(standing -> byTeam(known, tie, moment, Path.TEAM_TIE, standing));
        return supervision == 0 ? byTeam : Stream.concat(byTeam, bySupervision(known, tie, moment));
    }

    private static Stream<Explained> bySupervision(Connections known, Tie tie, Instant moment) {
        return known.everSupervisedBy(tie.actor()).stream()
                .flatMap(other -> known.standing(other, moment).stream())
                .filter(other -> other.answersTo(tie.actor()))
                .flatMap(other -> Stream.concat(
                        direct(
                                known,
                                new Tie(other.actor(), tie.client()),
                                moment,
                                Path.SUPERVISION,
                                Optional.of(other)),
                        byTeam(known, tie, moment, Path.SUPERVISION, other)));
    }

    /** @param over whose supervision leads there */
    private static Stream<Explained> direct(
            Connections known, Tie tie, Instant moment, Path path, Optional<ActorStanding> over) {
        return Stated.inForce(known.relationships(tie), row -> row.ref(), moment).stream()
                .filter(row -> row.holdsAt(moment))
                .map(row -> new Explained(
                        path,
                        row.ref(),
                        row.kind(),
                        over.isPresent() ? 2 : 1,
                        over.map(standing -> ascending(standing.knownIndex(), row.knownIndex()))
                                .orElseGet(() -> List.of(row.knownIndex()))));
    }

    private static Stream<Explained> byTeam(
            Connections known, Tie tie, Instant moment, Path path, ActorStanding member) {
        return inForce(known, tie, moment, member.teams())
                .map(row -> new Explained(
                        path,
                        row.ref(),
                        row.kind(),
                        path == Path.SUPERVISION ? 3 : 2,
                        ascending(member.knownIndex(), row.knownIndex())));
    }

    private record Name(RelationshipRef relationship, TeamRef team) {}

    private static Stream<TeamTie> inForce(Connections known, Tie tie, Instant moment, SortedSet<TeamRef> teams) {
        return teams.isEmpty()
                ? Stream.empty()
                : Stated.inForce(known.teamTies(tie.client()), row -> new Name(row.ref(), row.team()), moment).stream()
                        .filter(row -> teams.contains(row.team()) && row.holdsAt(moment));
    }

    private static List<Long> ascending(long one, long other) {
        return List.copyOf(new TreeSet<>(List.of(one, other)));
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}
