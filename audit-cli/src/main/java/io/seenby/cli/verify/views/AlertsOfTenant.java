package io.seenby.cli.verify.views;

import io.seenby.cli.export.KafkaLedger;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.events.BreachAlert;
import io.seenby.events.json.AlertCodec;
import java.sql.SQLException;
import java.util.Arrays;

/** The alerts by themselves: no revision left out, the latest of each shown, and none sent that is not there. */
final class AlertsOfTenant {

    private static final String ORDINALS = """
            SELECT tenants.alert_ordinal, count(ordinal) AS revisions, coalesce(min(ordinal), 1) AS first,
                coalesce(max(ordinal), 0) AS last
            FROM tenants LEFT JOIN alert_revisions USING (tenant) WHERE tenant = ? GROUP BY tenants.alert_ordinal
            """;

    private static final String LATEST = """
            SELECT count(*) AS wrong FROM (
                SELECT DISTINCT ON (alert_id) * FROM alert_revisions WHERE tenant = ?
                ORDER BY alert_id, revision DESC) AS last
            FULL JOIN (SELECT * FROM alerts WHERE tenant = ?) AS alerts USING (alert_id)
            WHERE (alerts.revision, alerts.ordinal, alerts.payload)
                IS DISTINCT FROM (last.revision, last.ordinal, last.payload)
            """;

    private static final String REVISION = """
            SELECT payload FROM alert_revisions WHERE tenant = ? AND alert_id = ? AND revision = ?
            """;

    private final Findings findings;

    AlertsOfTenant(Findings findings) {
        this.findings = findings;
    }

    void compare(ViewsSession session, String tenant) throws SQLException {
        session.read(tenant, ORDINALS, row -> {
            long ordinal = row.getLong("alert_ordinal");
            if (row.getLong("revisions") != ordinal || row.getLong("last") != ordinal || row.getLong("first") != 1) {
                findings.add(
                        Kind.VIEWS,
                        "%s: alert_revisions should go from 1 to %d and has %d rows up to %d"
                                .formatted(tenant, ordinal, row.getLong("revisions"), row.getLong("last")));
            }
        });
        session.read(
                tenant,
                LATEST,
                row -> {
                    if (row.getLong("wrong") > 0) {
                        findings.add(
                                Kind.VIEWS,
                                "%s: %d alerts are not the latest of their revisions"
                                        .formatted(tenant, row.getLong("wrong")));
                    }
                },
                tenant);
    }

    /** @param now sees what was committed before anything was sent that the topic holds */
    void compareWithTopic(KafkaLedger kafka, ViewsSession now) {
        kafka.alerts(
                (payload, offset) -> {
                    try {
                        if (!isRevision(payload, now)) {
                            findings.add(
                                    Kind.VIEWS,
                                    "offset %d of the topic of alerts is no revision in the views".formatted(offset));
                        }
                    } catch (SQLException failed) {
                        throw new ViewsUnreadable(failed);
                    }
                },
                (partition, offset) -> findings.add(
                        Kind.GAP,
                        "the topic of alerts holds nothing in partition %d from offset %d on"
                                .formatted(partition, offset)));
    }

    private static boolean isRevision(byte[] payload, ViewsSession session) throws SQLException {
        BreachAlert alert;
        try {
            alert = AlertCodec.decode(payload);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        boolean[] same = {false};
        session.read(
                alert.tenant().value(),
                REVISION,
                row -> same[0] = Arrays.equals(row.getBytes("payload"), payload),
                alert.alertId(),
                alert.revision());
        return same[0];
    }
}
