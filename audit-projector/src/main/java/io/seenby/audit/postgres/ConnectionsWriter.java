package io.seenby.audit.postgres;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.Ending;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Wall;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.MatchToken;
import io.seenby.events.TeamRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes how actors stand, what ties teams and who is kept away: each stated row once, and later only how it ended. */
final class ConnectionsWriter {

    private static final String TIE = """
            INSERT INTO team_ties (tenant, relationship, team, client, kind, valid_from, valid_until, known_index, ended_at,
                ended_index)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                ?::timestamptz[], ?::bigint[], ?::timestamptz[], ?::bigint[])
            """;

    private static final String UNTIE = """
            UPDATE team_ties AS stored SET ended_at = ended.ended_at, ended_index = ended.ended_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS ended(tenant, relationship, team, client, known_index, ended_at, ended_index)
            WHERE stored.tenant = ended.tenant AND stored.client = ended.client AND stored.team = ended.team
                AND stored.relationship = ended.relationship AND stored.known_index = ended.known_index
            """;

    private static final String STAND = """
            INSERT INTO actor_standings (tenant, actor, teams, supervisor, own_client, surname, household, street, has_left,
                valid_from, known_index)
            SELECT tenant, actor, string_to_array(teams, ','), supervisor, own_client, surname, household, street,
                has_left, valid_from, known_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::boolean[], ?::timestamptz[], ?::bigint[])
                AS stated(tenant, actor, teams, supervisor, own_client, surname, household, street, has_left, valid_from,
                    known_index)
            """;

    private static final String RAISE = """
            INSERT INTO walls (tenant, wall, client, actors, teams, valid_from, valid_until, known_index, ended_at,
                ended_index)
            SELECT tenant, wall, client, string_to_array(actors, ','), string_to_array(teams, ','), valid_from,
                valid_until, known_index, ended_at, ended_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS stated(tenant, wall, client, actors, teams, valid_from, valid_until, known_index, ended_at,
                    ended_index)
            """;

    private static final String LIFT = """
            UPDATE walls AS stored SET ended_at = ended.ended_at, ended_index = ended.ended_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS ended(tenant, wall, client, known_index, ended_at, ended_index)
            WHERE stored.tenant = ended.tenant AND stored.client = ended.client AND stored.wall = ended.wall
                AND stored.known_index = ended.known_index
            """;

    private final Connection connection;

    ConnectionsWriter(Connection connection) {
        this.connection = connection;
    }

    void insertTeamTies(List<OfTenant<TeamTie>> rows) throws SQLException {
        Written.inserted(
                connection,
                TIE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().team().value())
                        .text(each -> each.row().client().value())
                        .text(each -> each.row().kind().wire())
                        .moment(each -> each.row().from())
                        .optionalMoment(each -> each.row().until())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }

    void endTeamTies(List<OfTenant<TeamTie>> rows) throws SQLException {
        Written.updated(
                connection,
                UNTIE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().team().value())
                        .text(each -> each.row().client().value())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }

    void insertStandings(List<OfTenant<ActorStanding>> rows) throws SQLException {
        Written.inserted(
                connection,
                STAND,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().actor().value())
                        .joined(each ->
                                each.row().teams().stream().map(TeamRef::value).toList())
                        .optionalText(each -> each.row().supervisor().map(ActorRef::value))
                        .optionalText(each -> each.row().ownClient().map(ClientRef::value))
                        .optionalText(each -> each.row().tokens().surname().map(MatchToken::value))
                        .optionalText(each -> each.row().tokens().household().map(MatchToken::value))
                        .optionalText(each -> each.row().tokens().street().map(MatchToken::value))
                        .bool(each -> each.row().left())
                        .moment(each -> each.row().from())
                        .bigint(each -> each.row().knownIndex()));
    }

    void insertWalls(List<OfTenant<Wall>> rows) throws SQLException {
        Written.inserted(
                connection,
                RAISE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().client().value())
                        .joined(each -> each.row().actors().stream()
                                .map(ActorRef::value)
                                .toList())
                        .joined(each ->
                                each.row().teams().stream().map(TeamRef::value).toList())
                        .moment(each -> each.row().from())
                        .optionalMoment(each -> each.row().until())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }

    void endWalls(List<OfTenant<Wall>> rows) throws SQLException {
        Written.updated(
                connection,
                LIFT,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().client().value())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }
}
