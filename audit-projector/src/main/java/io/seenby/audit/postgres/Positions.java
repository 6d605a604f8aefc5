package io.seenby.audit.postgres;

import io.seenby.core.ledger.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions of the partitions: read at assignment, locked and moved by each batch. */
public final class Positions {

    private Positions() {}

    private static final String NEXT_OFFSET = "SELECT next_offset FROM positions WHERE partition = ?";

    /** The next offset of a partition; 0 if nothing of it is integrated yet. */
    public static long nextOffset(Connection connection, int partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT_OFFSET)) {
            select.setInt(1, partition);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static final String ALL = "SELECT partition, next_offset FROM positions";

    /** The next offset of each partition of which anything is integrated. */
    public static Map<Integer, Long> all(Connection connection) throws SQLException {
        Map<Integer, Long> all = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.put(row.getInt("partition"), row.getLong("next_offset"));
            }
        }
        return all;
    }

    private static final String BEGIN = """
            INSERT INTO positions
                (partition, next_offset, entries, duplicates, conflicts, quarantined, strangers, stranger_peaks)
            VALUES (?, 0, 0, 0, 0, 0, 0, '') ON CONFLICT (partition) DO NOTHING
            """;

    static Position lock(Connection connection, int partition) throws SQLException {
        Optional<Position> stored = tryLock(connection, partition);
        if (stored.isPresent()) {
            return stored.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setInt(1, partition);
            insert.executeUpdate();
        }
        return tryLock(connection, partition).orElseGet(() -> Position.beginning(partition));
    }

    private static final String LOCK = """
            SELECT next_offset, entries, duplicates, conflicts, quarantined, strangers, stranger_peaks
            FROM positions WHERE partition = ? FOR UPDATE
            """;

    private static Optional<Position> tryLock(Connection connection, int partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setInt(1, partition);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Position(
                                partition,
                                row.getLong("next_offset"),
                                row.getLong("entries"),
                                row.getLong("duplicates"),
                                row.getLong("conflicts"),
                                row.getLong("quarantined"),
                                Frontier.of(row.getLong("strangers"), row.getBytes("stranger_peaks"))))
                        : Optional.empty();
            }
        }
    }

    private static final String MOVE = """
            UPDATE positions SET next_offset = ?, entries = ?, duplicates = ?, conflicts = ?, quarantined = ?,
                strangers = ?, stranger_peaks = ?
            WHERE partition = ? AND next_offset = ?
            """;

    /** Throws {@link IllegalStateException} if the position is not where it was locked: the lock was broken. */
    static void move(Connection connection, Position from, Position to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, to.nextOffset());
            update.setLong(2, to.entries());
            update.setLong(3, to.duplicates());
            update.setLong(4, to.conflicts());
            update.setLong(5, to.quarantined());
            update.setLong(6, to.strangers().size());
            update.setBytes(7, to.strangers().bytes());
            update.setInt(8, from.partition());
            update.setLong(9, from.nextOffset());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("partition " + from.partition() + " was moved by somebody else");
            }
        }
    }
}
