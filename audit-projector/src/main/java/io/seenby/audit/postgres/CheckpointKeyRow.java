package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A key that signs the checkpoints of a partition's trees.
 *
 * @param publicKey the 32 bytes of RFC 8032 in base64
 * @param announcedAt offset of the entry that says so
 */
public record CheckpointKeyRow(int partition, String publicKey, long announcedAt) {

    private static final String WRITE = """
            INSERT INTO checkpoint_keys (partition, public_key, announced_at) VALUES (?, ?, ?)
            ON CONFLICT (partition, public_key) DO NOTHING
            """;

    /** A rotation is rare: one statement a key will do. The first entry that announces a key stays the one that did. */
    static void write(Connection connection, List<CheckpointKeyRow> rows) throws SQLException {
        for (CheckpointKeyRow row : rows) {
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                write.setInt(1, row.partition());
                write.setString(2, row.publicKey());
                write.setLong(3, row.announcedAt());
                write.executeUpdate();
            }
        }
    }
}
