-- What people have done with an alert.
--
-- No entry before this said so: what is derived stays as it is.

CREATE TABLE alert_work (
    tenant             text        NOT NULL,
    alert_id           text        NOT NULL,
    acknowledged_by    text,
    acknowledged_at    timestamptz,
    acknowledged_index bigint,
    assignee           text,
    assigned_by        text,
    assigned_at        timestamptz,
    assigned_index     bigint,
    suppressed_until   timestamptz,
    suppressed_by      text,
    suppressed_at      timestamptz,
    suppressed_index   bigint,
    judgement          text,
    judged_revision    integer,
    judged_by          text,
    judged_at          timestamptz,
    judged_index       bigint,
    PRIMARY KEY (tenant, alert_id)
);
COMMENT ON TABLE alert_work IS 'Derived. How far people are with an alert that anybody has worked on: what counts now, of what they did.';
COMMENT ON COLUMN alert_work.acknowledged_by IS 'Keyed ref of who did it, at the ledger index acknowledged_index; the others likewise.';
COMMENT ON COLUMN alert_work.suppressed_until IS 'Core time from which it is to be seen again; null too when somebody has taken it up since.';
COMMENT ON COLUMN alert_work.judged_revision IS 'Revision of the alert that was the latest when it was judged.';

GRANT SELECT, INSERT, UPDATE ON alert_work TO projector;
GRANT SELECT ON alert_work TO query;

ALTER TABLE alert_work ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON alert_work TO projector USING (true) WITH CHECK (true);
CREATE POLICY query_sees_its_tenant ON alert_work FOR SELECT TO query
    USING (tenant = NULLIF(current_setting('app.tenant', true), ''));

CREATE VIEW worked_alerts WITH (security_invoker = true) AS
SELECT alerts.ordinal, alerts.alert_id, alerts.status, alerts.rule, alerts.rule_version, alerts.severity, alerts.actor,
       alerts.payload,
       CASE alerts.severity WHEN 'critical' THEN 3 WHEN 'high' THEN 2 ELSE 1 END AS rank,
       CASE
           WHEN judged_index IS NOT NULL
                AND NOT (alerts.status = 'open' AND alerts.revision > judged_revision)
                AND NOT EXISTS (
                    SELECT FROM findings
                     WHERE findings.tenant = alerts.tenant AND findings.alert_id = alerts.alert_id
                       AND findings.status = 'open' AND findings.ledger_index > judged_index)
               THEN 'judged'
           WHEN suppressed_until > tenants.core_time THEN 'suppressed'
           WHEN assignee IS NOT NULL THEN 'assigned'
           WHEN acknowledged_by IS NOT NULL THEN 'acknowledged'
           ELSE 'open'
       END AS work,
       acknowledged_by, acknowledged_at, acknowledged_index,
       assignee, assigned_by, assigned_at, assigned_index,
       suppressed_until, suppressed_by, suppressed_at, suppressed_index,
       judgement, judged_by, judged_at, judged_index
  FROM alerts
  JOIN tenants USING (tenant)
  LEFT JOIN alert_work USING (tenant, alert_id);
COMMENT ON VIEW worked_alerts IS 'Each alert with its work, and where that stands now: a judgement holds until something is found that it has not seen.';
GRANT SELECT ON worked_alerts TO query;
