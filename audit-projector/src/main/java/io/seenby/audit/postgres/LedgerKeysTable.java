package io.seenby.audit.postgres;

import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.LedgerKeyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Which ledger keys each partition accepts, and from where to where. */
final class LedgerKeysTable {

    private LedgerKeysTable() {}

    private static final String OF_PARTITION =
            "SELECT key_id, accepted_from, retired_at FROM ledger_keys WHERE partition = ? ORDER BY key_id";

    static List<AcceptedKeys.Term> of(Connection connection, int partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_PARTITION)) {
            select.setInt(1, partition);
            List<AcceptedKeys.Term> terms = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long retiredAt = row.getLong("retired_at");
                    boolean retired = !row.wasNull();
                    terms.add(new AcceptedKeys.Term(
                            new LedgerKeyId(row.getLong("key_id")),
                            row.getLong("accepted_from"),
                            retired ? OptionalLong.of(retiredAt) : OptionalLong.empty()));
                }
            }
            return terms;
        }
    }

    private static final String WRITE = """
            INSERT INTO ledger_keys (partition, key_id, accepted_from, retired_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (partition, key_id) DO UPDATE SET retired_at = EXCLUDED.retired_at
            """;

    /** A rotation is rare: one statement a key will do. */
    static void write(Connection connection, int partition, List<AcceptedKeys.Term> terms) throws SQLException {
        for (AcceptedKeys.Term term : terms) {
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                write.setInt(1, partition);
                write.setLong(2, term.key().value());
                write.setLong(3, term.from());
                if (term.retiredAt().isPresent()) {
                    write.setLong(4, term.retiredAt().getAsLong());
                } else {
                    write.setNull(4, Types.BIGINT);
                }
                write.executeUpdate();
            }
        }
    }
}
