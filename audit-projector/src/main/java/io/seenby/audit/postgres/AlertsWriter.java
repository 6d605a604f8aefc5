package io.seenby.audit.postgres;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.detection.AlertRevision;
import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import io.seenby.events.json.AlertCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes alert revisions to the journal, the latest of each alert to its row, and wakes whoever listens. */
final class AlertsWriter {

    /** The query side listens here; the payload is the tenant. It hears only of what was committed. */
    private static final String NOTIFY = "SELECT pg_notify('seenby_alerts', tenant) FROM unnest(?::text[]) AS tenant";

    private static final String JOURNAL = """
            INSERT INTO alert_revisions (tenant, ordinal, alert_id, revision, payload)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bytea[])
            """;

    private static final String UPSERT = """
            INSERT INTO alerts (tenant, alert_id, revision, ordinal, rule, rule_version, severity, status, actor,
                clients, window_start, subject, occurred_at, raised_at, payload)
            SELECT tenant, alert_id, revision, ordinal, rule, rule_version, severity, status, actor,
                string_to_array(clients, ','), window_start, subject, occurred_at, raised_at, payload
            FROM unnest(?::text[], ?::text[], ?::integer[], ?::bigint[], ?::text[], ?::integer[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::bytea[])
                AS latest(tenant, alert_id, revision, ordinal, rule, rule_version, severity, status, actor,
                    clients, window_start, subject, occurred_at, raised_at, payload)
            ON CONFLICT (tenant, alert_id) DO UPDATE
            SET revision = excluded.revision, ordinal = excluded.ordinal, severity = excluded.severity,
                status = excluded.status, actor = excluded.actor, clients = excluded.clients,
                occurred_at = excluded.occurred_at, raised_at = excluded.raised_at, payload = excluded.payload
            """;

    private final Connection connection;

    AlertsWriter(Connection connection) {
        this.connection = connection;
    }

    void write(List<OfTenant<AlertRevision>> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return;
        }
        journal(revisions);
        upsert(latestOf(revisions));
        wake(revisions.stream().map(each -> each.tenant().value()).distinct().toList());
    }

    private void journal(List<OfTenant<AlertRevision>> revisions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(JOURNAL)) {
            new Columns<>(insert, revisions)
                    .text(each -> each.tenant().value())
                    .bigint(each -> alert(each).ordinal())
                    .text(each -> alert(each).alertId())
                    .integer(each -> alert(each).revision())
                    .bytes(each -> AlertCodec.encode(alert(each)));
            insert.executeUpdate();
        }
    }

    private record Of(TenantId tenant, String alertId) {}

    /** Revisions come in order, so the last of an alert is its latest. */
    private static Collection<OfTenant<AlertRevision>> latestOf(List<OfTenant<AlertRevision>> revisions) {
        Map<Of, OfTenant<AlertRevision>> latest = new LinkedHashMap<>();
        revisions.forEach(
                each -> latest.put(new Of(each.tenant(), each.row().alert().alertId()), each));
        return latest.values();
    }

    private void upsert(Collection<OfTenant<AlertRevision>> latest) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            new Columns<>(upsert, latest)
                    .text(each -> each.tenant().value())
                    .text(each -> alert(each).alertId())
                    .integer(each -> alert(each).revision())
                    .bigint(each -> alert(each).ordinal())
                    .text(each -> alert(each).rule())
                    .integer(each -> alert(each).ruleVersion())
                    .text(each -> alert(each).severity().wire())
                    .text(each -> alert(each).status().wire())
                    .optionalText(each -> alert(each).actor().map(ActorRef::value))
                    .joined(each ->
                            alert(each).clients().stream().map(ClientRef::value).toList())
                    .optionalMoment(each -> each.row().windowStart())
                    .text(each -> each.row().subject())
                    .moment(each -> alert(each).occurredAt())
                    .moment(each -> alert(each).raisedAt())
                    .bytes(each -> AlertCodec.encode(alert(each)));
            Updated.all(upsert, latest.size());
        }
    }

    private static BreachAlert alert(OfTenant<AlertRevision> revision) {
        return revision.row().alert();
    }

    private void wake(List<String> tenants) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
            notify.setArray(1, connection.createArrayOf("text", tenants.toArray()));
            notify.execute();
        }
    }
}
