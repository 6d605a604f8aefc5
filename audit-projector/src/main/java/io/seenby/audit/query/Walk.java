package io.seenby.audit.query;

/**
 * The index that a question about the trail walks, backwards from a key ($1, $2) to a moment ($3). What else is asked
 * for is checked on the rows met on the way. Operators on indexed columns are leakproof: others lose their index under
 * row-level security.
 */
enum Walk {
    ALL("entries e", "e", "true"),
    OF_ACTOR("entries e", "e", "e.actor = $4"),
    OF_RECORD("entries e", "e", "e.record = $5"),
    OF_CLIENT(Walk.CLIENTS, "c", "c.client = $11"),
    DISCLOSURES_OF_CLIENT(Walk.CLIENTS, "c", "c.client = $11 and c.disclosure");

    /** The columns that {@link EntryRows} reads; of the value only what {@link ClientsOf} needs. */
    static final String COLUMNS = """
            e.ledger_index, e.recorded_at, e.occurred_at, e.publisher, e.event_id, e.type, e.actor, e.actor_kind,
            e.record, e.record_type, e.labels, e.action, e.outcome, e.purpose, e.late,
            substring(e.value from 1 for 32768) as beginning""";

    private static final String CLIENTS =
            "entry_clients c join entries e on e.tenant = c.tenant and e.ledger_index = c.ledger_index";

    private static final String PAGE = """
            select %1$s
              from %2$s
             where %4$s
               and (%3$s.occurred_at, %3$s.ledger_index) < ($1, $2)
               and %3$s.occurred_at >= $3
               and (e.actor = $4 or $4 is null)
               and (e.record = $5 or $5 is null)
               and (e.action = $6 or $6 is null)
               and (e.purpose = $7 or $7 is null)
               and (e.outcome = $8 or $8 is null)
               and ($9 = any (e.labels) or $9 is null)
             order by %3$s.occurred_at desc, %3$s.ledger_index desc
             limit $10
            """;

    private final String sql;

    Walk(String source, String key, String indexed) {
        this.sql = PAGE.formatted(COLUMNS, source, key, indexed);
    }

    static Walk of(TrailFilter filter) {
        if (filter.client().isPresent()) {
            return filter.disclosuresOnly() ? DISCLOSURES_OF_CLIENT : OF_CLIENT;
        }
        if (filter.record().isPresent()) {
            return OF_RECORD;
        }
        return filter.actor().isPresent() ? OF_ACTOR : ALL;
    }

    String sql() {
        return sql;
    }
}
