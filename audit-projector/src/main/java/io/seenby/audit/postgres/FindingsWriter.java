package io.seenby.audit.postgres;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.detection.Explained;
import io.seenby.core.detection.Finding;
import io.seenby.core.detection.RepeatWindow;
import io.seenby.events.ClientRef;
import io.seenby.events.RelationshipRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Writes findings and the windows in which they are counted. */
final class FindingsWriter {

    private static final List<String> FINDINGS = List.of(
            "tenant",
            "finding_id",
            "rule",
            "rule_version",
            "ledger_index",
            "actor",
            "client",
            "occurred_at",
            "status",
            "explanation",
            "explained_index",
            "alert_id",
            "window_start",
            "due");

    private static final String UPDATE = """
            UPDATE findings AS stored
            SET status = changed.status, explanation = changed.explanation,
                explained_index = changed.explained_index, alert_id = changed.alert_id, due = changed.due
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                    ?::timestamptz[])
                AS changed(tenant, ledger_index, finding_id, status, explanation, explained_index, alert_id, due)
            WHERE stored.tenant = changed.tenant AND stored.ledger_index = changed.ledger_index
                AND stored.finding_id = changed.finding_id
            """;

    private static final String UPSERT_WINDOWS = """
            INSERT INTO repeat_windows (tenant, actor, window_start, clients, alerted)
            SELECT tenant, actor, window_start, string_to_array(clients, ','), alerted
            FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::boolean[])
                AS changed(tenant, actor, window_start, clients, alerted)
            ON CONFLICT (tenant, actor, window_start)
            DO UPDATE SET clients = excluded.clients, alerted = excluded.alerted
            """;

    private final Connection connection;
    private final PGConnection postgres;

    FindingsWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    void insert(List<OfTenant<Finding>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(postgres, "findings_all", FINDINGS)) {
            for (OfTenant<Finding> each : rows) {
                Finding row = each.row();
                copy.row()
                        .text(each.tenant().value())
                        .text(row.id())
                        .text(row.rule())
                        .integer(row.ruleVersion())
                        .bigint(row.index())
                        .text(row.actor().value())
                        .text(row.client().value())
                        .moment(row.occurredAt())
                        .text(status(row))
                        .text(explanation(row))
                        .bigint(row.explanation().map(Explained::index))
                        .text(row.alertId())
                        .moment(row.window())
                        .moment(row.due());
            }
            copy.end();
        }
    }

    void update(List<OfTenant<Finding>> rows) throws SQLException {
        Written.updated(
                connection,
                UPDATE,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .bigint(each -> each.row().index())
                        .text(each -> each.row().id())
                        .text(each -> status(each.row()))
                        .optionalText(each -> explanation(each.row()))
                        .optionalBigint(each -> each.row().explanation().map(Explained::index))
                        .optionalText(each -> each.row().alertId())
                        .optionalMoment(each -> each.row().due()));
    }

    void upsertWindows(List<OfTenant<RepeatWindow>> rows) throws SQLException {
        Written.updated(
                connection,
                UPSERT_WINDOWS,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().actor().value())
                        .moment(each -> each.row().start())
                        .joined(each -> each.row().clients().stream()
                                .map(ClientRef::value)
                                .toList())
                        .bool(each -> each.row().alerted()));
    }

    private static String status(Finding finding) {
        return finding.open() ? FactRows.OPEN : FactRows.EXPLAINED;
    }

    private static Optional<String> explanation(Finding finding) {
        return finding.explanation().flatMap(Explained::relationship).map(RelationshipRef::value);
    }
}
