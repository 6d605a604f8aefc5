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

    /** Keeps each unless there is a later one already; safe to repeat and for several instances at once. */
    void keep(List<Published> read) throws SQLException {
        database.inTransaction(connection -> {
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
