package io.seenby.audit.query;

import io.seenby.audit.query.ViewsUnavailable.Reason;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells what passes by itself from what is a bug. */
final class DatabaseFaults {

    private static final String QUERY_CANCELED = "57014";

    /** Classes of SQLSTATE: connection, rollback, resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private DatabaseFaults() {}

    /** The failure itself where it is none of the database's moods. */
    static Throwable named(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = String.valueOf(refused.getSqlState());
            if (state.equals(QUERY_CANCELED)) {
                return new ViewsUnavailable(Reason.TOO_SLOW, failure);
            }
            boolean passes = state.length() == 5 && PASSING.contains(state.substring(0, 2));
            return passes ? new ViewsUnavailable(Reason.UNREACHABLE, failure) : failure;
        }
        boolean noConnection = failure instanceof IOException
                || failure instanceof VertxException
                || failure instanceof TimeoutException;
        return noConnection ? new ViewsUnavailable(Reason.UNREACHABLE, failure) : failure;
    }
}
