package io.seenby.core.detection;

import io.seenby.events.Actor;
import io.seenby.events.ActorKind;
import io.seenby.events.ClientKind;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent;
import io.seenby.events.MatchToken;
import io.seenby.events.RelationshipKind;
import io.seenby.events.Standing;
import io.seenby.events.TeamRef;
import io.seenby.events.Tokens;
import io.seenby.events.WallRef;
import java.util.List;
import java.util.Optional;

/** More words: about how actors stand, teams, walls, and what clients are matched by. */
final class StandingWords {

    private StandingWords() {}

    static Happening teamAssigned(String relationship, String team, String... clients) {
        return tied(relationship, List.of(), List.of(team), clients);
    }

    static Happening tied(String relationship, List<String> members, List<String> teams, String... clients) {
        return Words.fact(
                EventType.RELATIONSHIP_ESTABLISHED_2,
                new LedgerEvent.RelationshipEstablished(
                        Words.relationship(relationship),
                        RelationshipKind.CARE_TEAM,
                        people(members),
                        teams(teams),
                        Optional.empty(),
                        Optional.empty()),
                clients);
    }

    static Happening walled(String wall, List<String> members, List<String> teams, String... clients) {
        return Words.fact(
                EventType.WALL_RAISED,
                new LedgerEvent.WallRaised(
                        wall(wall), people(members), teams(teams), Optional.empty(), Optional.empty()),
                clients);
    }

    static Happening unwalled(String wall) {
        return Words.fact(EventType.WALL_LIFTED, new LedgerEvent.WallLifted(wall(wall)));
    }

    static Happening inTeams(String actor, String... teams) {
        return stands(actor, Optional.empty(), Tokens.NONE, List.of(teams));
    }

    static Happening answersTo(String supervisor, String actor, String... teams) {
        return stands(actor, Optional.of(supervisor), Tokens.NONE, List.of(teams));
    }

    /** @param ownClient at most one */
    static Happening stands(
            String actor, Optional<String> supervisor, Tokens tokens, List<String> teams, String... ownClient) {
        Actor subject = new Actor(Words.actor(actor), ActorKind.WORKFORCE, Optional.empty(), Optional.empty(), tokens);
        return Words.fact(
                EventType.ACTOR_CHANGED,
                new LedgerEvent.ActorChanged(
                        new Standing(subject, teams(teams), supervisor.map(name -> Words.actor(name)))),
                ownClient);
    }

    static Happening left(String actor) {
        return Words.fact(EventType.ACTOR_LEFT, new LedgerEvent.ActorLeft(Words.person(actor, ActorKind.WORKFORCE)));
    }

    static Happening registered(String client, Tokens tokens) {
        return Words.fact(
                EventType.CLIENT_REGISTERED, new LedgerEvent.ClientRegistered(ClientKind.PERSON, tokens), client);
    }

    /** Of names, empty for none. */
    static Tokens tokens(String surname, String household, String street) {
        return new Tokens(token(surname), token(household), token(street));
    }

    private static Optional<MatchToken> token(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new MatchToken(Words.ref(name)));
    }

    static TeamRef team(String name) {
        return new TeamRef(Words.ref(name));
    }

    static WallRef wall(String name) {
        return new WallRef(Words.ref(name));
    }

    private static List<TeamRef> teams(List<String> names) {
        return names.stream().map(StandingWords::team).toList();
    }

    private static List<Actor> people(List<String> names) {
        return names.stream()
                .map(name -> Words.person(name, ActorKind.WORKFORCE))
                .toList();
    }
}
