package io.seenby.core.detection;

import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Lasting;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Tie;
import io.seenby.core.facts.Wall;
import io.seenby.events.Actor;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.TeamRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which rows a fact about relationships and walls makes known. */
final class RelationshipRows {

    private RelationshipRows() {}

    static List<Change> established(TenantState state, Indexed entry, LedgerEvent.RelationshipEstablished event) {
        List<Change> rows = new ArrayList<>();
        members(state, entry, event).forEach(row -> rows.add(new Change.RelationshipRow(row)));
        teams(state, entry, event).forEach(row -> rows.add(new Change.TeamTieRow(row)));
        return rows;
    }

    /** One row for each member with each client, in order. */
    private static List<Relationship> members(
            TenantState state, Indexed entry, LedgerEvent.RelationshipEstablished event) {
        Map<Tie, List<Relationship>> known = state.facts().relationships(event.relationship()).stream()
                .collect(Collectors.groupingBy(Relationship::tie));
        return ties(entry.entry(), event).stream()
                .flatMap(tie ->
                        Lasting.unlessSaidLast(member(entry, event, tie), known.getOrDefault(tie, List.of())).stream())
                .toList();
    }

    private static Relationship member(Indexed entry, LedgerEvent.RelationshipEstablished event, Tie tie) {
        return new Relationship(
                event.relationship(),
                tie.actor(),
                tie.client(),
                event.kind(),
                from(entry, event.from()),
                event.until(),
                entry.index(),
                Optional.empty());
    }

    /** One row for each team with each client, in order. */
    private static List<TeamTie> teams(TenantState state, Indexed entry, LedgerEvent.RelationshipEstablished event) {
        List<TeamTie> known = state.facts().teamTies(event.relationship());
        List<TeamTie> rows = new ArrayList<>();
        for (TeamRef team : new TreeSet<>(event.teams())) {
            for (ClientRef client : clients(entry)) {
                TeamTie row = new TeamTie(
                        event.relationship(),
                        team,
                        client,
                        event.kind(),
                        from(entry, event.from()),
                        event.until(),
                        entry.index(),
                        Optional.empty());
                List<TeamTie> before = known.stream()
                        .filter(other ->
                                other.team().equals(team) && other.client().equals(client))
                        .toList();
                Lasting.unlessSaidLast(row, before).ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** All ties of the relationship known so far end, those of teams too. */
    static List<Change> ended(TenantState state, Indexed entry, LedgerEvent.RelationshipEnded event) {
        Ending ending = ending(entry);
        List<Change> rows = new ArrayList<>();
        Lasting.endedBy(state.facts().relationships(event.relationship()), ending)
                .forEach(row -> rows.add(new Change.RelationshipRow(row)));
        Lasting.endedBy(state.facts().teamTies(event.relationship()), ending)
                .forEach(row -> rows.add(new Change.TeamTieRow(row)));
        return rows;
    }

    /** One row for each client, in order. */
    static List<Change> raised(TenantState state, Indexed entry, LedgerEvent.WallRaised event) {
        List<Wall> known = state.facts().walls(event.wall());
        TreeSet<ActorRef> actors =
                event.members().stream().map(Actor::ref).collect(Collectors.toCollection(TreeSet::new));
        List<Change> rows = new ArrayList<>();
        for (ClientRef client : clients(entry)) {
            Wall row = new Wall(
                    event.wall(),
                    client,
                    actors,
                    new TreeSet<>(event.teams()),
                    from(entry, event.from()),
                    event.until(),
                    entry.index(),
                    Optional.empty());
            List<Wall> before = known.stream()
                    .filter(other -> other.client().equals(client))
                    .toList();
            Lasting.unlessSaidLast(row, before).ifPresent(wall -> rows.add(new Change.WallRow(wall)));
        }
        return rows;
    }

    /** The wall falls for all its clients. */
    static List<Change> lifted(TenantState state, Indexed entry, LedgerEvent.WallLifted event) {
        return Lasting.endedBy(state.facts().walls(event.wall()), ending(entry)).stream()
                .<Change>map(Change.WallRow::new)
                .toList();
    }

    /** Each member with each client, in order. */
    private static Collection<Tie> ties(LedgerEntry entry, LedgerEvent.RelationshipEstablished event) {
        Collection<Tie> ties = new TreeSet<>();
        event.members().forEach(member -> entry.clients().forEach(client -> ties.add(new Tie(member.ref(), client))));
        return ties;
    }

    private static Collection<ClientRef> clients(Indexed entry) {
        return new TreeSet<>(entry.entry().clients());
    }

    private static Instant from(Indexed entry, Optional<Instant> stated) {
        return stated.orElse(entry.entry().occurredAt());
    }

    private static Ending ending(Indexed entry) {
        return new Ending(entry.entry().occurredAt(), entry.index());
    }
}
