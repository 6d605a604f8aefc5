package io.seenby.audit.postgres;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.events.MatchToken;
import io.seenby.events.RecipientRef;
import io.seenby.events.WireCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes facts: each stated row once, and later only how it ended. */
final class FactsWriter {

    private static final String RELATE = """
            INSERT INTO relationships (tenant, relationship, actor, client, kind, valid_from, valid_until, known_index,
                ended_at, ended_index)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                ?::timestamptz[], ?::bigint[], ?::timestamptz[], ?::bigint[])
            """;

    private static final String CONSENT = """
            INSERT INTO consents (tenant, consent, client, decision, record_types, purposes, recipients, valid_from,
                valid_until, known_index, revoked_at, revoked_index)
            SELECT tenant, consent, client, decision, string_to_array(record_types, ','),
                string_to_array(purposes, ','), string_to_array(recipients, ','), valid_from, valid_until, known_index,
                revoked_at, revoked_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS stated(tenant, consent, client, decision, record_types, purposes, recipients, valid_from,
                    valid_until, known_index, revoked_at, revoked_index)
            """;

    private static final String CHARACTERISE = """
            INSERT INTO client_traits (tenant, client, traits, valid_from, known_index)
            SELECT tenant, client, string_to_array(traits, ','), valid_from, known_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                AS stated(tenant, client, traits, valid_from, known_index)
            """;

    private static final String MATCH = """
            INSERT INTO client_tokens (tenant, client, surname, household, street, valid_from, known_index)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
            """;

    private static final String FORGET = """
            UPDATE client_tokens AS stored SET surname = NULL, household = NULL, street = NULL
            FROM unnest(?::text[], ?::text[], ?::bigint[]) AS dropped(tenant, client, known_index)
            WHERE stored.tenant = dropped.tenant AND stored.client = dropped.client
                AND stored.known_index = dropped.known_index
            """;

    private static final String ERASE = """
            INSERT INTO client_erasures (tenant, client, erased_at, known_index)
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
            """;

    private static final String END = """
            UPDATE relationships AS stored SET ended_at = ended.ended_at, ended_index = ended.ended_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS ended(tenant, relationship, actor, client, known_index, ended_at, ended_index)
            WHERE stored.tenant = ended.tenant AND stored.actor = ended.actor AND stored.client = ended.client
                AND stored.relationship = ended.relationship AND stored.known_index = ended.known_index
            """;

    private static final String REVOKE = """
            UPDATE consents AS stored SET revoked_at = revoked.revoked_at, revoked_index = revoked.revoked_index
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                AS revoked(tenant, consent, client, known_index, revoked_at, revoked_index)
            WHERE stored.tenant = revoked.tenant AND stored.client = revoked.client
                AND stored.consent = revoked.consent AND stored.known_index = revoked.known_index
            """;

    private final Connection connection;

    FactsWriter(Connection connection) {
        this.connection = connection;
    }

    void insertRelationships(List<OfTenant<Relationship>> rows) throws SQLException {
        Written.inserted(
                connection,
                RELATE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().actor().value())
                        .text(each -> each.row().client().value())
                        .text(each -> each.row().kind().wire())
                        .moment(each -> each.row().from())
                        .optionalMoment(each -> each.row().until())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }

    void endRelationships(List<OfTenant<Relationship>> rows) throws SQLException {
        Written.updated(
                connection,
                END,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().actor().value())
                        .text(each -> each.row().client().value())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().ended().map(Ending::at))
                        .optionalBigint(each -> each.row().ended().map(Ending::knownIndex)));
    }

    void insertConsents(List<OfTenant<Consent>> rows) throws SQLException {
        Written.inserted(
                connection,
                CONSENT,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().client().value())
                        .text(each -> each.row().decision().wire())
                        .joined(each -> each.row().recordTypes())
                        .joined(each -> each.row().purposes().stream()
                                .map(WireCode::wire)
                                .toList())
                        .joined(each -> each.row().recipients().stream()
                                .map(RecipientRef::value)
                                .toList())
                        .moment(each -> each.row().from())
                        .optionalMoment(each -> each.row().until())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().revoked().map(Ending::at))
                        .optionalBigint(each -> each.row().revoked().map(Ending::knownIndex)));
    }

    void revokeConsents(List<OfTenant<Consent>> rows) throws SQLException {
        Written.updated(
                connection,
                REVOKE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().ref().value())
                        .text(each -> each.row().client().value())
                        .bigint(each -> each.row().knownIndex())
                        .optionalMoment(each -> each.row().revoked().map(Ending::at))
                        .optionalBigint(each -> each.row().revoked().map(Ending::knownIndex)));
    }

    void insertTraits(List<OfTenant<ClientTraits>> rows) throws SQLException {
        Written.inserted(
                connection,
                CHARACTERISE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().client().value())
                        .joined(each ->
                                each.row().traits().stream().map(WireCode::wire).toList())
                        .moment(each -> each.row().from())
                        .bigint(each -> each.row().knownIndex()));
    }

    void insertTokens(List<OfTenant<ClientTokens>> rows) throws SQLException {
        Written.inserted(
                connection,
                MATCH,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().client().value())
                        .optionalText(each -> each.row().tokens().surname().map(MatchToken::value))
                        .optionalText(each -> each.row().tokens().household().map(MatchToken::value))
                        .optionalText(each -> each.row().tokens().street().map(MatchToken::value))
                        .moment(each -> each.row().from())
                        .bigint(each -> each.row().knownIndex()));
    }

    /** A row of tokens changes only when its client is erased: then it has none. */
    void dropTokens(List<OfTenant<ClientTokens>> rows) throws SQLException {
        Written.updated(
                connection,
                FORGET,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().client().value())
                        .bigint(each -> each.row().knownIndex()));
    }

    void insertErasures(List<OfTenant<Erasure>> rows) throws SQLException {
        Written.inserted(
                connection,
                ERASE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().client().value())
                        .moment(each -> each.row().at())
                        .bigint(each -> each.row().knownIndex()));
    }
}
