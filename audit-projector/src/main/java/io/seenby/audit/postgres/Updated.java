package io.seenby.audit.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs an update that must hit a known number of rows: a miss means that the views are not what we believe. */
final class Updated {

    private Updated() {}

    static void all(PreparedStatement update, int expected) throws SQLException {
        int changed = update.executeUpdate();
        if (changed != expected) {
            throw new IllegalStateException("%d rows changed where %d were stored".formatted(changed, expected));
        }
    }
}
