package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LedgerEvent.RelationshipEstablished;
import io.seenby.events.LedgerEvent.WallRaised;
import io.seenby.events.Standing;
import io.seenby.events.TeamRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reasons said once more, without state and without haste: every way from actor to client, by looking at all entries. */
final class NaiveReasons {

    /** A way from actor to client, or what speaks against it; {@code evidence} are the entries it rests on. */
    record Way(String verdict, String kind, String tie, int steps, TreeSet<Long> evidence) {}

    private static final Way NONE = new Way("unexplained", "", "", 0, new TreeSet<>());

    /** Positions are padded, so that texts sort as the numbers do, and a shorter list before one that it begins. */
    private static final Comparator<Way> FIRST = Comparator.comparing(Way::steps)
            .thenComparing(way -> way.evidence().stream()
                    .map(index -> String.format("%09d", index))
                    .collect(Collectors.joining()));

    private final List<LedgerEntry> history;
    private final NaiveFacts facts;

    NaiveReasons(List<LedgerEntry> history) {
        this.history = history;
        this.facts = new NaiveFacts(history);
    }

    Way verdict(Tie tie, Instant moment, int known) {
        return against(tie, moment, known)
                .or(() -> ways(tie, moment, known).stream().min(FIRST))
                .orElse(NONE);
    }

    private Optional<Way> against(Tie tie, Instant moment, int known) {
        List<Way> walls = new ArrayList<>();
        for (int wall : facts.walls(tie.client(), moment, known)) {
            WallRaised told = (WallRaised) history.get(wall).event();
            int standing = facts.standing(tie.actor(), moment, known);
            if (told.members().stream().anyMatch(member -> member.ref().equals(tie.actor()))) {
                walls.add(new Way("contradicted", "wall", "", 1, indexes(wall)));
            } else if (teams(standing).stream().anyMatch(told.teams()::contains)) {
                walls.add(new Way("contradicted", "wall", "", 2, indexes(wall, standing)));
            }
        }
        return walls.stream()
                .min(FIRST)
                .or(() -> Optional.of(facts.standing(tie.actor(), moment, known))
                        .filter(this::left)
                        .map(standing -> new Way("contradicted", "departure", "", 1, indexes(standing))));
    }

    boolean left(int standing) {
        return standing >= 0 && history.get(standing).event() instanceof LedgerEvent.ActorLeft;
    }

    Optional<Standing> standing(int index) {
        return Stream.of(index)
                .filter(at -> at >= 0)
                .map(at -> history.get(at).event())
                .flatMap(event -> event instanceof LedgerEvent.ActorChanged told
                        ? Stream.of(told.standing())
                        : event instanceof LedgerEvent.ActorJoined told ? Stream.of(told.standing()) : Stream.empty())
                .findFirst();
    }

    private List<TeamRef> teams(int standing) {
        return standing(standing).map(Standing::teams).orElse(List.of());
    }

    List<Way> ways(Tie tie, Instant moment, int known) {
        List<Way> ways = new ArrayList<>();
        facts.ties(tie.actor(), tie.client(), moment, known)
                .forEach(told -> ways.add(way("direct-tie", told, 1, indexes(told))));
        ways.addAll(byTeam("team-tie", 2, tie, moment, known));
        for (ActorRef other : everybody(known)) {
            int standing = facts.standing(other, moment, known);
            if (standing(standing)
                    .flatMap(Standing::supervisor)
                    .filter(tie.actor()::equals)
                    .isPresent()) {
                facts.ties(other, tie.client(), moment, known)
                        .forEach(told -> ways.add(way("supervision", told, 2, indexes(told, standing))));
                ways.addAll(byTeam("supervision", 3, new Tie(other, tie.client()), moment, known));
            }
        }
        return ways;
    }

    private List<Way> byTeam(String kind, int steps, Tie tie, Instant moment, int known) {
        int standing = facts.standing(tie.actor(), moment, known);
        List<Way> ways = new ArrayList<>();
        for (TeamRef team : teams(standing)) {
            facts.ties(team, tie.client(), moment, known)
                    .forEach(told -> ways.add(way(kind, told, steps, indexes(told, standing))));
        }
        return ways;
    }

    private Way way(String kind, int told, int steps, TreeSet<Long> evidence) {
        String tie =
                ((RelationshipEstablished) history.get(told).event()).kind().wire();
        return new Way("explained", kind, tie, steps, evidence);
    }

    private Set<ActorRef> everybody(int known) {
        Set<ActorRef> everybody = new HashSet<>();
        for (int index = 0; index < known; index++) {
            standing(index)
                    .ifPresent(standing -> everybody.add(standing.subject().ref()));
        }
        return everybody;
    }

    private static TreeSet<Long> indexes(int... indexes) {
        TreeSet<Long> all = new TreeSet<>();
        for (int index : indexes) {
            all.add((long) index);
        }
        return all;
    }
}
