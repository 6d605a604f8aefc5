package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends hashes to the tiles of the trees. The position's lock keeps two writers from one tile. */
final class TilesWriter {

    private TilesWriter() {}

    private static final String APPEND = """
            INSERT INTO tree_tiles (tenant, partition, level, tile, hashes)
            SELECT * FROM unnest(?::text[], ?::integer[], ?::integer[], ?::bigint[], ?::bytea[])
            ON CONFLICT (tenant, partition, level, tile) DO UPDATE SET hashes = tree_tiles.hashes || EXCLUDED.hashes
            """;

    static void append(Connection connection, List<TileRow> rows) throws SQLException {
        Written.updated(
                connection,
                APPEND,
                rows,
                columns -> columns.text(TileRow::tenant)
                        .integer(TileRow::partition)
                        .integer(row -> row.tile().level())
                        .bigint(row -> row.tile().index())
                        .bytes(TileRow::hashes));
    }
}
