package io.seenby.audit.postgres;

import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.Needs;
import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.core.ledger.Frontier;
import io.seenby.events.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The views within one batch's transaction: the position is locked first, then everything the batch needs is read in few
 * round trips, then everything it makes is written and the position moved. Nothing else writes these tables.
 */
public final class ViewsTransaction {

    private final Connection connection;

    public ViewsTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * The partition's stored position, locked until the transaction ends: of two projectors at one partition the later
     * one waits here and then sees what the earlier one did.
     */
    public Position lockPosition(int partition) throws SQLException {
        return Positions.lock(connection, partition);
    }

    /** The keys of the partition as {@link Additions#keys} left them; none before its first batch. */
    public List<AcceptedKeys.Term> ledgerKeys(int partition) throws SQLException {
        return LedgerKeysTable.of(connection, partition);
    }

    private static final String TENANTS = """
            SELECT tenant, next_index, peaks, core_time, alert_ordinal, forgery_day
            FROM unnest(?::text[]) AS wanted(tenant) JOIN tenants USING (tenant)
            WHERE partition = ?
            """;

    /** Those of {@code keys} that are tenants opened in {@code partition}. */
    public Map<String, TenantRow> tenants(int partition, Collection<String> keys) throws SQLException {
        Map<String, TenantRow> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TENANTS)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            select.setInt(2, partition);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String tenant = row.getString("tenant");
                    found.put(
                            tenant,
                            new TenantRow(
                                    new TenantId(tenant),
                                    partition,
                                    Frontier.of(row.getLong("next_index"), row.getBytes("peaks")),
                                    Rows.moment(row, "core_time"),
                                    row.getLong("alert_ordinal"),
                                    Rows.optionalMoment(row, "forgery_day")));
                }
            }
        }
        return found;
    }

    private static final String IDENTITIES = """
            SELECT wanted.place, known.ledger_index, known.content_tag
            FROM unnest(?::text[], ?::bytea[]) WITH ORDINALITY AS wanted(tenant, identity, place)
            JOIN identities AS known ON known.tenant = wanted.tenant AND known.identity = wanted.identity
            """;

    /** Those of {@code wanted} that were seen before this batch, by their place in the list. */
    public Map<Integer, FirstSeen> firstSeen(List<FirstSeen.Wanted> wanted) throws SQLException {
        Map<Integer, FirstSeen> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(IDENTITIES)) {
            new Columns<>(select, wanted).text(FirstSeen.Wanted::tenant).bytes(FirstSeen.Wanted::identity);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getInt("place") - 1,
                            new FirstSeen(row.getLong("ledger_index"), row.getString("content_tag")));
                }
            }
        }
        return found;
    }

    /** The stored rows that the rules need, for each tenant that needs any. */
    public Map<TenantId, Loaded> load(Map<TenantId, Needs> needs) throws SQLException {
        return FactsReader.load(connection, needs);
    }

    /** Writes what the batch makes and moves the position from where {@link #lockPosition} found it. */
    public void save(Additions additions, Position from, Position to) throws SQLException {
        new EntriesWriter(connection).write(additions.entries(), Verdicts.of(additions.changes()));
        RefusedWriter refused = new RefusedWriter(connection);
        refused.writeConflicts(additions.conflicts());
        refused.writeQuarantine(additions.quarantined());
        new ChangesWriter(connection).write(additions.changes());
        TilesWriter.append(connection, additions.tiles());
        TenantsWriter.write(connection, additions);
        LedgerKeysTable.write(connection, from.partition(), additions.keys());
        CheckpointKeyRow.write(connection, additions.announced());
        Positions.move(connection, from, to);
    }
}
