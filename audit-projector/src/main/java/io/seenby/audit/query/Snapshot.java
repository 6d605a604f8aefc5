package io.seenby.audit.query;

import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * One moment of one tenant's views, open for reading.
 *
 * @param position the tenant's next ledger index: everything below it is integrated and visible here
 * @param alertOrdinal of the latest alert revision visible here, 0 if there is none
 */
public record Snapshot(SqlConnection connection, long position, long alertOrdinal) {}
