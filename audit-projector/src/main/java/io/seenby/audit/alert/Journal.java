package io.seenby.audit.alert;

import io.seenby.audit.query.TenantSession;
import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads the journal of alert revisions in the tenant's order. */
@ApplicationScoped
class Journal {

    /** Revisions read at once. */
    static final int MOST = 64;

    private static final String AFTER = """
            select payload
              from alert_revisions
             where ordinal > $1
             order by ordinal
             limit $2
            """;

    private final TenantSession sessions;

    Journal(TenantSession sessions) {
        this.sessions = sessions;
    }

    /** Where a tenant stands. */
    record Standing(long position, long alertOrdinal) {}

    Uni<Standing> standing(TenantId tenant) {
        return sessions.read(
                tenant, snapshot -> Uni.createFrom().item(new Standing(snapshot.position(), snapshot.alertOrdinal())));
    }

    /** The next revisions after {@code ordinal}, at most {@link #MOST}. */
    Uni<List<Revision>> after(TenantId tenant, long ordinal) {
        return sessions.read(
                tenant,
                snapshot -> snapshot.connection()
                        .preparedQuery(AFTER)
                        .execute(Tuple.of(ordinal, MOST))
                        .map(rows -> {
                            List<Revision> revisions = new ArrayList<>(rows.size());
                            for (Row row : rows) {
                                revisions.add(
                                        Revision.of(row.getBuffer("payload").getBytes(), snapshot.position()));
                            }
                            return revisions;
                        }));
    }
}
