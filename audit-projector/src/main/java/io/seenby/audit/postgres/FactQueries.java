package io.seenby.audit.postgres;

/** Each finds rows by the keys in its parameters, one array per key column, for all tenants of a batch at once. */
final class FactQueries {

    private FactQueries() {}

    static final String RELATIONSHIPS_BY_TIE = """
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS wanted(tenant, actor, client)
            JOIN relationships USING (tenant, actor, client)
            """;

    static final String RELATIONSHIPS_BY_NAME = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, relationship)
            JOIN relationships USING (tenant, relationship)
            """;

    static final String CONSENTS_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN consents USING (tenant, client)
            """;

    static final String CONSENTS_BY_NAME = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, consent)
            JOIN consents USING (tenant, consent)
            """;

    static final String TRAITS_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN client_traits USING (tenant, client)
            """;

    static final String TOKENS_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN client_tokens USING (tenant, client)
            """;

    static final String ERASURES_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN client_erasures USING (tenant, client)
            """;

    static final String TEAM_TIES_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN team_ties USING (tenant, client)
            """;

    static final String TEAM_TIES_BY_NAME = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, relationship)
            JOIN team_ties USING (tenant, relationship)
            """;

    static final String SUPERVISED = """
            SELECT DISTINCT tenant, supervisor, actor
            FROM unnest(?::text[], ?::text[]) AS wanted(tenant, supervisor)
            JOIN actor_standings USING (tenant, supervisor)
            """;

    static final String STANDINGS = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, actor)
            JOIN actor_standings USING (tenant, actor)
            """;

    static final String WALLS_BY_CLIENT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, client)
            JOIN walls USING (tenant, client)
            """;

    static final String WALLS_BY_NAME = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, wall)
            JOIN walls USING (tenant, wall)
            """;

    static final String FINDINGS_BY_CLIENT = """
            SELECT findings.* FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, client, reach)
            JOIN findings USING (tenant, client) WHERE status = 'open' AND occurred_at >= reach
            """;

    static final String FINDINGS_BY_ACTOR = """
            SELECT findings.* FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, actor, reach)
            JOIN findings USING (tenant, actor) WHERE status = 'open' AND occurred_at >= reach
            """;

    static final String FINDINGS_BY_TIE = """
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS wanted(tenant, actor, client)
            JOIN findings USING (tenant, actor, client) WHERE status = 'open'
            """;

    static final String FINDINGS_OVERDUE = """
            SELECT overdue.* FROM unnest(?::text[], ?::timestamptz[]) AS moved(tenant, until)
            JOIN findings AS overdue ON overdue.tenant = moved.tenant AND overdue.due < moved.until
            WHERE status = 'open'
            """;

    static final String FINDINGS_BY_WINDOW = """
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, actor, window_start)
            JOIN findings USING (tenant, actor, window_start) WHERE status = 'open'
            """;

    static final String FINDINGS_BY_ALERT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, alert_id)
            JOIN findings USING (tenant, alert_id) WHERE status = 'open'
            """;

    static final String WINDOWS = """
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, actor, window_start)
            JOIN repeat_windows USING (tenant, actor, window_start)
            """;

    static final String WINDOWS_SINCE = """
            SELECT counted.* FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, actor, since)
            JOIN repeat_windows AS counted ON counted.tenant = wanted.tenant AND counted.actor = wanted.actor
                AND counted.window_start >= wanted.since
            """;

    static final String LOOKS_SINCE = """
            SELECT looked.tenant, looked.ledger_index, looked.value
            FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS departed(tenant, actor, since)
            JOIN entries AS looked ON looked.tenant = departed.tenant AND looked.actor = departed.actor
                AND looked.occurred_at >= departed.since
            """;

    static final String PUBLISHERS_BY_NAME = """
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS wanted(tenant, publisher, instance)
            JOIN publisher_instances USING (tenant, publisher, instance)
            """;

    static final String PUBLISHERS_OVERDUE = """
            SELECT overdue.* FROM unnest(?::text[], ?::timestamptz[]) AS moved(tenant, until)
            JOIN publisher_instances AS overdue ON overdue.tenant = moved.tenant AND overdue.deadline < moved.until
            """;

    static final String WORK_BY_ALERT = """
            SELECT * FROM unnest(?::text[], ?::text[]) AS wanted(tenant, alert_id)
            JOIN alert_work USING (tenant, alert_id)
            """;

    static final String ALERTS_BY_WINDOW = """
            SELECT tenant, alert_id, window_start, subject, payload
            FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS wanted(tenant, subject, window_start)
            JOIN alerts USING (tenant, subject, window_start)
            """;

    static final String ALERTS_BY_ID = """
            SELECT tenant, alert_id, window_start, subject, payload
            FROM unnest(?::text[], ?::text[]) AS wanted(tenant, alert_id)
            JOIN alerts USING (tenant, alert_id)
            """;
}
