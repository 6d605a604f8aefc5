package io.seenby.audit.checkpoint;

import io.seenby.audit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code checkpoint_keys}: only the pipeline writes it, from entries that a ledger key has proven. */
@ApplicationScoped
class AnnouncedKeys {

    private static final String ALL =
            "SELECT partition, public_key FROM checkpoint_keys ORDER BY partition, announced_at";

    private final Database database;

    AnnouncedKeys(Database database) {
        this.database = database;
    }

    Announced read() throws SQLException {
        return database.inTransaction(connection -> {
            Map<Integer, List<String>> keys = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.computeIfAbsent(row.getInt("partition"), first -> new ArrayList<>())
                            .add(row.getString("public_key"));
                }
            }
            return new Announced(keys);
        });
    }
}
