package io.seenby.audit.checkpoint;

import io.seenby.audit.postgres.Database;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table {@code checkpoints}: what was read of the topic, so that a start need not read all of it again. */
@ApplicationScoped
class CheckpointStore {

    private static final String ALL = "SELECT note, kafka_offset, published_at FROM checkpoints";

    private static final String KEEP = """
            INSERT INTO checkpoints (tenant, origin, size, published_at, kafka_offset, note)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, origin) DO UPDATE
            SET size = EXCLUDED.size, published_at = EXCLUDED.published_at,
                kafka_offset = EXCLUDED.kafka_offset, note = EXCLUDED.note
            WHERE (checkpoints.size, checkpoints.kafka_offset) < (EXCLUDED.size, EXCLUDED.kafka_offset)
            """;

    private static final String BEGIN = """
            SELECT CASE WHEN count(stored.public_key) < count(*) THEN 0 ELSE min(stored.next_offset) END
            FROM unnest(?::text[]) AS wanted(public_key) LEFT JOIN checkpoint_reading AS stored USING (public_key)
            """;

    private static final String HAVE_READ = """
            INSERT INTO checkpoint_reading (public_key, next_offset) SELECT unnest(?::text[]), ?
            ON CONFLICT (public_key) DO UPDATE
            SET next_offset = greatest(checkpoint_reading.next_offset, EXCLUDED.next_offset)
            """;

    private final Database database;

    CheckpointStore(Database database) {
        this.database = database;
    }

    List<Published> all() throws SQLException {
        return database.inTransaction(connection -> {
            List<Published> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Note note = Note.parse(row.getString("note"));
                    all.add(new Published(
                            Checkpoint.parse(note.text()),
                            note,
                            row.getLong("kafka_offset"),
                            row.getObject("published_at", OffsetDateTime.class).toInstant()));
                }
            }
            return all;
        });
    }

    /** From where on the topic is still to be searched for what one of these keys signed. */
    long nextOffset(Set<String> publicKeys) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BEGIN)) {
                select.setArray(1, connection.createArrayOf("text", publicKeys.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * Keeps each unless there is a later one already; safe to repeat and for several instances at once.
     *
     * @param publicKeys for which the topic was searched up to {@code nextOffset}
     */
    void keep(List<Published> read, Set<String> publicKeys, long nextOffset) throws SQLException {
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(HAVE_READ)) {
                insert.setArray(
                        1,
                        connection.createArrayOf(
                                "text", publicKeys.stream().sorted().toArray()));
                insert.setLong(2, nextOffset);
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                for (Published each : read) {
                    String origin = each.checkpoint().origin();
                    insert.setString(1, TreeName.tenantOf(origin).orElseThrow());
                    insert.setString(2, origin);
                    insert.setLong(3, each.checkpoint().size());
                    insert.setObject(4, each.at().atOffset(ZoneOffset.UTC));
                    insert.setLong(5, each.offset());
                    insert.setString(6, each.note().format());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }
}
