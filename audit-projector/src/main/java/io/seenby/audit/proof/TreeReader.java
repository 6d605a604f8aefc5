package io.seenby.audit.proof;

import io.seenby.audit.query.Snapshot;
import io.seenby.core.ledger.Tiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tiles of the snapshot's tenant. */
final class TreeReader {

    private static final String TILES = """
            select stored.level, stored.tile, stored.hashes
              from tenants t
             cross join unnest($1::integer[], $2::bigint[]) as wanted(level, tile)
              join tree_tiles stored
                on stored.tenant = t.tenant and stored.partition = t.partition
               and stored.level = wanted.level and stored.tile = wanted.tile
            """;

    private TreeReader() {}

    static Uni<Tiles> read(Snapshot snapshot, Set<Tiles.Tile> wanted) {
        List<Tiles.Tile> tiles = List.copyOf(wanted);
        return snapshot.connection()
                .preparedQuery(TILES)
                .execute(Tuple.of(
                        tiles.stream().map(Tiles.Tile::level).toArray(Integer[]::new),
                        tiles.stream().map(Tiles.Tile::index).toArray(Long[]::new)))
                .map(TreeReader::tiles);
    }

    private static Tiles tiles(RowSet<Row> rows) {
        Map<Tiles.Tile, byte[]> stored = new HashMap<>();
        for (Row row : rows) {
            stored.put(
                    new Tiles.Tile(row.getInteger("level"), row.getLong("tile")),
                    row.getBuffer("hashes").getBytes());
        }
        return new Tiles(stored);
    }
}
