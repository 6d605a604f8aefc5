package io.seenby.audit.reconcile;

import io.seenby.core.ledger.Hash;
import io.seenby.events.LedgerEntry;
import io.seenby.events.json.EntryCodec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the records of a chunk with the rows and hashes that the views hold of them, and counts what they became. */
final class ChunkCheck {

    private final StoredRows stored;
    private int entries;
    private int duplicates;
    private int others;

    ChunkCheck(StoredRows stored) {
        this.stored = stored;
    }

    /** The first place where they differ. */
    Optional<Discrepancy> of(Chunk chunk) throws SQLException {
        Map<Long, Hash> hashes = stored.leaves(chunk);
        Map<Long, StoredRows.Stored> rows = StoredRows.isTenant(chunk) ? stored.entries(chunk) : Map.of();
        Map<Long, StoredRows.Stored> refused = stored.others(chunk);
        List<Map.Entry<Long, String>> clients = new ArrayList<>();
        for (Chunk.Leaf leaf : chunk.leaves()) {
            StoredRows.Stored row = rows.get(leaf.index());
            Optional<LedgerEntry> entry = row == null ? Optional.empty() : decoded(leaf);
            Optional<String> what = difference(leaf, hashes.get(leaf.index()), row, entry, refused.get(leaf.index()));
            if (what.isPresent()) {
                return Optional.of(new Discrepancy(chunk.tenant(), leaf.index(), what.get()));
            }
            entry.map(LedgerEntry::clients)
                    .orElse(List.of())
                    .forEach(client -> clients.add(Map.entry(leaf.index(), client.value())));
        }
        return missingClient(chunk, clients);
    }

    private Optional<String> difference(
            Chunk.Leaf leaf,
            @Nullable Hash hash,
            StoredRows.@Nullable Stored row,
            Optional<LedgerEntry> entry,
            StoredRows.@Nullable Stored other) {
        if (hash == null || !leaf.hash().equals(hash)) {
            return Optional.of("the stored leaf hash is not the record's");
        }
        if (row != null && other != null) {
            return Optional.of("the record is an entry and is refused as well");
        }
        if (row == null && other == null) {
            duplicates++;
            return Optional.empty();
        }
        StoredRows.Stored only = row == null ? other : row;
        if (only == null || only.offset() != leaf.offset() || !Arrays.equals(only.value(), leaf.value())) {
            return Optional.of("the row's offset or value is not the record's");
        }
        if (row == null) {
            others++;
            return Optional.empty();
        }
        entries++;
        boolean right = entry.map(EntryColumns::of).equals(row.columns());
        return right ? Optional.empty() : Optional.of("the row's columns are not what its value says");
    }

    private Optional<Discrepancy> missingClient(Chunk chunk, List<Map.Entry<Long, String>> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Set<String> found = stored.clients(chunk.tenant(), wanted);
        return wanted.stream()
                .filter(each -> !found.contains(each.getKey() + "/" + each.getValue()))
                .findFirst()
                .map(each -> new Discrepancy(chunk.tenant(), each.getKey(), "a client of the entry has no row"));
    }

    private static Optional<LedgerEntry> decoded(Chunk.Leaf leaf) {
        return EntryCodec.decode(leaf.value()) instanceof EntryCodec.Entry decoded
                ? Optional.of(decoded.entry())
                : Optional.empty();
    }

    int entries() {
        return entries;
    }

    int duplicates() {
        return duplicates;
    }

    /** Conflicts and quarantined records. */
    int others() {
        return others;
    }
}
