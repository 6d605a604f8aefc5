package io.seenby.audit.query;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.json.AlertCodec;
import java.sql.Connection;
import java.sql.SQLException;

/** One alert revision as the views keep it: in the journal, and as the latest of its alert. */
final class AlertRow {

    private static final String JOURNAL = "insert into alert_revisions values (?, ?, ?, ?, ?)";

    private static final String LATEST = """
            insert into alerts values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, null, 'subject', ?, ?, ?)
            on conflict (tenant, alert_id) do update
            set revision = excluded.revision, ordinal = excluded.ordinal, status = excluded.status,
                raised_at = excluded.raised_at, payload = excluded.payload
            """;

    private AlertRow() {}

    static void insert(Connection projector, BreachAlert alert) throws SQLException {
        byte[] payload = AlertCodec.encode(alert);
        ViewsStory.run(
                projector,
                JOURNAL,
                alert.tenant().value(),
                alert.ordinal(),
                alert.alertId(),
                alert.revision(),
                payload);
        ViewsStory.run(
                projector,
                LATEST,
                alert.tenant().value(),
                alert.alertId(),
                alert.revision(),
                alert.ordinal(),
                alert.rule(),
                alert.severity().wire(),
                alert.status().wire(),
                alert.actor().orElseThrow().value(),
                projector.createArrayOf(
                        "text", alert.clients().stream().map(ClientRef::value).toArray()),
                ViewsStory.time(alert.occurredAt()),
                ViewsStory.time(alert.raisedAt()),
                payload);
    }
}
