package io.seenby.audit.postgres;

import io.seenby.core.ledger.Tiles;

/**
 * Hashes that a tile of a tree gets, after those it has.
 *
 * @param tenant whose tree it is, or {@code ~unattributed}
 */
public record TileRow(String tenant, int partition, Tiles.Tile tile, byte[] hashes) {}
