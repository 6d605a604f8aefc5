-- Which clients were erased, and what goes with them.
--
-- No entry before this version erases anybody, so nothing begins again.

CREATE TABLE client_erasures (
    tenant      text        NOT NULL,
    client      text        NOT NULL,
    erased_at   timestamptz NOT NULL,
    known_index bigint      NOT NULL,
    PRIMARY KEY (tenant, client, known_index)
);
COMMENT ON TABLE client_erasures IS 'Derived. Which clients'' text was made unreadable, and at which entry that became known; what is reported of them after it is a finding.';

GRANT SELECT, INSERT ON client_erasures TO projector;
GRANT SELECT ON client_erasures TO query;
-- Of a row of tokens nothing ever changes but that its tokens are dropped.
GRANT UPDATE (surname, household, street) ON client_tokens TO projector;
COMMENT ON TABLE client_tokens IS 'Derived. The match tokens of each client from a moment on, as they became known at an entry; without any, once the client is erased.';

ALTER TABLE client_erasures ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON client_erasures TO projector USING (true) WITH CHECK (true);
CREATE POLICY query_sees_its_tenant ON client_erasures FOR SELECT TO query
    USING (tenant = NULLIF(current_setting('app.tenant', true), ''));
