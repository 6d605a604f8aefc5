package io.seenby.audit.proof;

import io.seenby.audit.checkpoint.CheckpointBoard;
import io.seenby.audit.checkpoint.Published;
import io.seenby.audit.checkpoint.TreeName;
import io.seenby.audit.query.Snapshot;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.Tiles;
import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves entries against the latest published checkpoint of their tenant. */
@ApplicationScoped
public class ProofReader {

    private static final String VALUES = """
            select ledger_index, value
              from entries
             where ledger_index = any ($1)
            """;

    private final CheckpointBoard board;

    ProofReader(CheckpointBoard board) {
        this.board = board;
    }

    /** The checkpoint that proofs refer to, unless these views have not come that far. */
    public Optional<Published> checkpoint(TenantId tenant, Snapshot snapshot) {
        return board.latest(TreeName.originOf(tenant.value()))
                .filter(published -> published.checkpoint().size() <= snapshot.position());
    }

    /** By ledger index; what is no entry, or is covered by no published checkpoint yet, is left out. */
    public Uni<Map<Long, EntryProof>> of(TenantId tenant, Snapshot snapshot, Collection<Long> indexes) {
        Optional<Published> published = checkpoint(tenant, snapshot);
        long size = published.map(each -> each.checkpoint().size()).orElse(0L);
        Long[] covered = indexes.stream().filter(index -> index < size).toArray(Long[]::new);
        if (published.isEmpty() || covered.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        Set<Tiles.Tile> tiles = Arrays.stream(covered)
                .flatMap(index -> Tiles.of(Proof.ofInclusion(index, size)).stream())
                .collect(Collectors.toSet());
        return TreeReader.read(snapshot, tiles)
                .flatMap(tree -> snapshot.connection()
                        .preparedQuery(VALUES)
                        .execute(Tuple.of(covered))
                        .map(rows -> proofs(rows, tree, published.get())));
    }

    private static Map<Long, EntryProof> proofs(RowSet<Row> rows, Tiles tree, Published published) {
        Map<Long, EntryProof> proofs = new HashMap<>();
        for (Row row : rows) {
            long index = row.getLong("ledger_index");
            Proof proof = Proof.ofInclusion(index, published.checkpoint().size());
            ProofText text = new ProofText(Optional.empty(), index, proof.hashes(tree::hash), published.note());
            proofs.put(
                    index,
                    new EntryProof(
                            Base64.getEncoder()
                                    .encodeToString(row.getBuffer("value").getBytes()),
                            text.format()));
        }
        return proofs;
    }
}
