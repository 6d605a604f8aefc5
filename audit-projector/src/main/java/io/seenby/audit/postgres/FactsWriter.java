package io.seenby.audit.postgres;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Relationship;
import io.seenby.events.RecipientRef;
import io.seenby.events.WireCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Writes facts: each stated row once, and later only how it ended. */
final class FactsWriter {

    private static final List<String> RELATIONSHIPS = List.of(
            "tenant",
            "relationship",
            "actor",
            "client",
            "kind",
            "valid_from",
            "valid_until",
            "known_index",
            "ended_at",
            "ended_index");

    private static final List<String> CONSENTS = List.of(
            "tenant",
            "consent",
            "client",
            "decision",
            "record_types",
            "purposes",
            "recipients",
            "valid_from",
            "valid_until",
            "known_index",
            "revoked_at",
            "revoked_index");

    private static final List<String> TRAITS = List.of("tenant", "client", "traits", "valid_from", "known_index");

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
    private final PGConnection postgres;

    FactsWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    void insertRelationships(List<OfTenant<Relationship>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(postgres, "relationships", RELATIONSHIPS)) {
            for (OfTenant<Relationship> each : rows) {
                Relationship row = each.row();
                copy.row()
                        .text(each.tenant().value())
                        .text(row.ref().value())
                        .text(row.actor().value())
                        .text(row.client().value())
                        .text(row.kind().wire())
                        .moment(row.from())
                        .moment(row.until())
                        .bigint(row.knownIndex())
                        .moment(row.ended().map(Ending::at))
                        .bigint(row.ended().map(Ending::knownIndex));
            }
            copy.end();
        }
    }

    void endRelationships(List<OfTenant<Relationship>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(END)) {
            new Columns<>(update, rows)
                    .text(each -> each.tenant().value())
                    .text(each -> each.row().ref().value())
                    .text(each -> each.row().actor().value())
                    .text(each -> each.row().client().value())
                    .bigint(each -> each.row().knownIndex())
                    .optionalMoment(each -> each.row().ended().map(Ending::at))
                    .optionalBigint(each -> each.row().ended().map(Ending::knownIndex));
            Updated.all(update, rows.size());
        }
    }

    void insertConsents(List<OfTenant<Consent>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(postgres, "consents", CONSENTS)) {
            for (OfTenant<Consent> each : rows) {
                Consent row = each.row();
                copy.row()
                        .text(each.tenant().value())
                        .text(row.ref().value())
                        .text(row.client().value())
                        .text(row.decision().wire())
                        .texts(row.recordTypes())
                        .texts(row.purposes().stream().map(WireCode::wire).toList())
                        .texts(row.recipients().stream()
                                .map(RecipientRef::value)
                                .toList())
                        .moment(row.from())
                        .moment(row.until())
                        .bigint(row.knownIndex())
                        .moment(row.revoked().map(Ending::at))
                        .bigint(row.revoked().map(Ending::knownIndex));
            }
            copy.end();
        }
    }

    void revokeConsents(List<OfTenant<Consent>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(REVOKE)) {
            new Columns<>(update, rows)
                    .text(each -> each.tenant().value())
                    .text(each -> each.row().ref().value())
                    .text(each -> each.row().client().value())
                    .bigint(each -> each.row().knownIndex())
                    .optionalMoment(each -> each.row().revoked().map(Ending::at))
                    .optionalBigint(each -> each.row().revoked().map(Ending::knownIndex));
            Updated.all(update, rows.size());
        }
    }

    void insertTraits(List<OfTenant<ClientTraits>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(postgres, "client_traits", TRAITS)) {
            for (OfTenant<ClientTraits> each : rows) {
                ClientTraits row = each.row();
                copy.row()
                        .text(each.tenant().value())
                        .text(row.client().value())
                        .texts(row.traits().stream().map(WireCode::wire).toList())
                        .moment(row.from())
                        .bigint(row.knownIndex());
            }
            copy.end();
        }
    }
}
