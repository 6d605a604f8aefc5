package io.seenby.audit.postgres;

import static io.seenby.audit.postgres.Rows.moment;
import static io.seenby.audit.postgres.Rows.optionalMoment;
import static io.seenby.audit.postgres.Rows.optionalText;
import static io.seenby.audit.postgres.Rows.texts;

import io.seenby.core.detection.AlertRevision;
import io.seenby.core.detection.Finding;
import io.seenby.core.detection.Needs;
import io.seenby.core.detection.PastLook;
import io.seenby.core.detection.RepeatWindow;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Wall;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.ConsentRef;
import io.seenby.events.MatchToken;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.TeamRef;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import io.seenby.events.WallRef;
import io.seenby.events.WireCode;
import io.seenby.events.json.AlertCodec;
import io.seenby.events.json.EntryCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stored rows as the core's types. */
final class FactRows {

    /** How {@code findings.status} is written. */
    static final String OPEN = "open";

    static final String EXPLAINED = "explained";

    private static final Function<String, RelationshipKind> KIND = WireCode.reader(RelationshipKind.class);
    private static final Function<String, ConsentDecision> DECISION = WireCode.reader(ConsentDecision.class);
    private static final Function<String, Purpose> PURPOSE = WireCode.reader(Purpose.class);
    private static final Function<String, Trait> TRAIT = WireCode.reader(Trait.class);

    private FactRows() {}

    static Relationship relationship(ResultSet row) throws SQLException {
        return new Relationship(
                new RelationshipRef(row.getString("relationship")),
                actor(row),
                client(row),
                KIND.apply(row.getString("kind")),
                moment(row, "valid_from"),
                optionalMoment(row, "valid_until"),
                row.getLong("known_index"),
                ending(row, "ended_at", "ended_index"));
    }

    static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                new ConsentRef(row.getString("consent")),
                client(row),
                DECISION.apply(row.getString("decision")),
                texts(row, "record_types"),
                texts(row, "purposes").stream().map(PURPOSE).collect(Collectors.toSet()),
                texts(row, "recipients").stream().map(RecipientRef::new).collect(Collectors.toSet()),
                moment(row, "valid_from"),
                optionalMoment(row, "valid_until"),
                row.getLong("known_index"),
                ending(row, "revoked_at", "revoked_index"));
    }

    static ClientTraits traits(ResultSet row) throws SQLException {
        return new ClientTraits(
                client(row),
                texts(row, "traits").stream().map(TRAIT).collect(Collectors.toSet()),
                moment(row, "valid_from"),
                row.getLong("known_index"));
    }

    static TeamTie teamTie(ResultSet row) throws SQLException {
        return new TeamTie(
                new RelationshipRef(row.getString("relationship")),
                new TeamRef(row.getString("team")),
                client(row),
                KIND.apply(row.getString("kind")),
                moment(row, "valid_from"),
                optionalMoment(row, "valid_until"),
                row.getLong("known_index"),
                ending(row, "ended_at", "ended_index"));
    }

    static ActorStanding standing(ResultSet row) throws SQLException {
        return new ActorStanding(
                actor(row),
                sorted(row, "teams", TeamRef::new),
                optionalText(row, "supervisor").map(ActorRef::new),
                optionalText(row, "own_client").map(ClientRef::new),
                matchTokens(row),
                row.getBoolean("has_left"),
                moment(row, "valid_from"),
                row.getLong("known_index"));
    }

    static Wall wall(ResultSet row) throws SQLException {
        return new Wall(
                new WallRef(row.getString("wall")),
                client(row),
                sorted(row, "actors", ActorRef::new),
                sorted(row, "teams", TeamRef::new),
                moment(row, "valid_from"),
                optionalMoment(row, "valid_until"),
                row.getLong("known_index"),
                ending(row, "ended_at", "ended_index"));
    }

    static ClientTokens tokens(ResultSet row) throws SQLException {
        return new ClientTokens(client(row), matchTokens(row), moment(row, "valid_from"), row.getLong("known_index"));
    }

    static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(client(row), moment(row, "erased_at"), row.getLong("known_index"));
    }

    static Needs.Supervision supervision(ResultSet row) throws SQLException {
        return new Needs.Supervision(new ActorRef(row.getString("supervisor")), actor(row));
    }

    private static Tokens matchTokens(ResultSet row) throws SQLException {
        return new Tokens(
                optionalText(row, "surname").map(MatchToken::new),
                optionalText(row, "household").map(MatchToken::new),
                optionalText(row, "street").map(MatchToken::new));
    }

    private static <R> SortedSet<R> sorted(ResultSet row, String column, Function<String, R> ref) throws SQLException {
        return texts(row, column).stream().map(ref).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of an open finding: the explanation is not read. */
    static Finding openFinding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("finding_id"),
                row.getString("rule"),
                row.getInt("rule_version"),
                row.getLong("ledger_index"),
                actor(row),
                client(row),
                moment(row, "occurred_at"),
                true,
                Optional.empty(),
                optionalText(row, "alert_id"),
                optionalMoment(row, "window_start"),
                optionalMoment(row, "due"));
    }

    static RepeatWindow window(ResultSet row) throws SQLException {
        return new RepeatWindow(
                actor(row),
                moment(row, "window_start"),
                texts(row, "clients").stream().map(ClientRef::new).collect(Collectors.toCollection(TreeSet::new)),
                row.getBoolean("alerted"));
    }

    /** What an entry of the ledger shows; one that is stored can be read. */
    static List<PastLook> looks(ResultSet row) throws SQLException {
        return EntryCodec.decode(row.getBytes("value")) instanceof EntryCodec.Entry decoded
                ? PastLook.of(row.getLong("ledger_index"), decoded.entry())
                : List.of();
    }

    static AlertRevision alert(ResultSet row) throws SQLException {
        return new AlertRevision(
                AlertCodec.decode(row.getBytes("payload")),
                optionalMoment(row, "window_start"),
                row.getString("subject"));
    }

    private static ActorRef actor(ResultSet row) throws SQLException {
        return new ActorRef(row.getString("actor"));
    }

    private static ClientRef client(ResultSet row) throws SQLException {
        return new ClientRef(row.getString("client"));
    }

    private static Optional<Ending> ending(ResultSet row, String at, String index) throws SQLException {
        Optional<Instant> ended = optionalMoment(row, at);
        return ended.isEmpty() ? Optional.empty() : Optional.of(new Ending(ended.get(), row.getLong(index)));
    }
}
