package io.seenby.audit.checkpoint;

import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.core.ledger.Frontier;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the trees of some partitions, and the hashes that proofs about them need. */
@ApplicationScoped
class StoredTrees {

    private static final String TREES = """
            SELECT tenant, partition, next_index AS size, peaks FROM tenants WHERE partition = ANY (?)
            UNION ALL
            SELECT ?, partition, strangers, stranger_peaks FROM positions WHERE partition = ANY (?)
            """;

    private static final String TILES = """
            SELECT stored.level, stored.tile, stored.hashes
            FROM unnest(?::integer[], ?::bigint[]) AS wanted(level, tile)
            JOIN tree_tiles AS stored ON stored.tenant = ? AND stored.partition = ?
                AND stored.level = wanted.level AND stored.tile = wanted.tile
            """;

    private final Database database;

    StoredTrees(Database database) {
        this.database = database;
    }

    /** All of one moment. */
    List<StoredTree> of(Set<Integer> partitions) throws SQLException {
        return database.inTransaction(connection -> {
            List<StoredTree> trees = new ArrayList<>();
            Array wanted = connection.createArrayOf("integer", partitions.toArray());
            try (PreparedStatement select = connection.prepareStatement(TREES)) {
                select.setArray(1, wanted);
                select.setString(2, QuarantineRow.UNATTRIBUTED);
                select.setArray(3, wanted);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        trees.add(new StoredTree(
                                new TreeName(row.getString("tenant"), row.getInt("partition")),
                                Frontier.of(row.getLong("size"), row.getBytes("peaks"))));
                    }
                }
            }
            return trees;
        });
    }

    /** The hashes of a proof about a tree that has grown at least as far as the proof needs. */
    List<Hash> prove(TreeName tree, Proof proof) throws SQLException {
        Map<Tiles.Tile, byte[]> tiles = database.inTransaction(connection -> tiles(connection, tree, Tiles.of(proof)));
        return proof.hashes(new Tiles(tiles)::hash);
    }

    private static Map<Tiles.Tile, byte[]> tiles(Connection connection, TreeName tree, Collection<Tiles.Tile> wanted)
            throws SQLException {
        Map<Tiles.Tile, byte[]> tiles = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TILES)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", wanted.stream().map(Tiles.Tile::level).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(Tiles.Tile::index).toArray()));
            select.setString(3, tree.tenant());
            select.setInt(4, tree.partition());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tiles.put(new Tiles.Tile(row.getInt("level"), row.getLong("tile")), row.getBytes("hashes"));
                }
            }
        }
        return tiles;
    }
}
