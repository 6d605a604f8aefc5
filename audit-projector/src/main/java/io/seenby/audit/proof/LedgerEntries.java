package io.seenby.audit.proof;

import io.seenby.audit.query.Answer;
import io.seenby.audit.query.EntryClients;
import io.seenby.audit.query.Shown;
import io.seenby.audit.query.Snapshot;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.Range;
import io.seenby.core.ledger.Tiles;
import io.seenby.events.ClientRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Every leaf of a tenant's tree from an index on: whoever has them all computes the root, from bytes. A page ends early
 * where its values would exceed {@link #MOST_BYTES}, or its clients what one record of a question can name.
 */
final class LedgerEntries {

    /** Of values on a page; one alone is always shown. */
    static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final String SIZES = """
            select ledger_index, octet_length(value) as bytes from entries
             where ledger_index >= $1 and ledger_index < $2
            union all
            select ledger_index, octet_length(value) from conflicts where ledger_index >= $1 and ledger_index < $2
             order by ledger_index
            """;

    /** What is quarantined may hold anything, so its bytes do not leave. */
    private static final String RECORDS = """
            select ledger_index, 'entry' as standing, kafka_offset, value from entries
             where ledger_index >= $1 and ledger_index < $2
            union all
            select ledger_index, 'conflict', kafka_offset, value from conflicts
             where ledger_index >= $1 and ledger_index < $2
            union all
            select ledger_index, 'quarantined', kafka_offset, null from quarantine
             where ledger_index >= $1 and ledger_index < $2
            """;

    private record Stored(String standing, long offset, Optional<byte[]> value) {}

    private record Leaf(LedgerEntry entry, Set<ClientRef> clients) {}

    private LedgerEntries() {}

    static Uni<Answer<LedgerEntry.Page>> page(Snapshot snapshot, long from, int limit) {
        long to = Math.min(snapshot.position(), Math.min(from, snapshot.position()) + limit);
        if (from >= to) {
            return Uni.createFrom().item(answer(snapshot, List.of(), Set.of()));
        }
        return snapshot.connection()
                .preparedQuery(SIZES)
                .execute(Tuple.of(from, to))
                .flatMap(sizes -> leaves(snapshot, from, end(sizes, to)))
                .map(leaves -> {
                    Shown<Leaf> shown = Shown.of(leaves, Leaf::clients);
                    return answer(
                            snapshot, shown.things().stream().map(Leaf::entry).toList(), shown.clients());
                });
    }

    /** The index of the first value that is too much, else {@code to}. */
    private static long end(RowSet<Row> sizes, long to) {
        long bytes = 0;
        for (Row row : sizes) {
            long more = row.getInteger("bytes");
            if (bytes > 0 && bytes + more > MOST_BYTES) {
                return row.getLong("ledger_index");
            }
            bytes += more;
        }
        return to;
    }

    private static Uni<List<Leaf>> leaves(Snapshot snapshot, long from, long to) {
        Proof hashes = new Proof(LongStream.range(from, to)
                .mapToObj(index -> new Range(index, index + 1))
                .toList());
        return TreeReader.read(snapshot, Tiles.of(hashes))
                .flatMap(tree -> snapshot.connection()
                        .preparedQuery(RECORDS)
                        .execute(Tuple.of(from, to))
                        .map(rows -> leaves(from, hashes.hashes(tree::hash), stored(rows))));
    }

    private static Map<Long, Stored> stored(RowSet<Row> rows) {
        Map<Long, Stored> stored = new HashMap<>();
        for (Row row : rows) {
            stored.put(
                    row.getLong("ledger_index"),
                    new Stored(
                            row.getString("standing"),
                            row.getLong("kafka_offset"),
                            Optional.ofNullable(row.getBuffer("value")).map(bytes -> bytes.getBytes())));
        }
        return stored;
    }

    private static List<Leaf> leaves(long from, List<Hash> hashes, Map<Long, Stored> stored) {
        List<Leaf> leaves = new ArrayList<>(hashes.size());
        for (int i = 0; i < hashes.size(); i++) {
            Optional<Stored> record = Optional.ofNullable(stored.get(from + i));
            Optional<byte[]> value = record.flatMap(Stored::value);
            LedgerEntry entry = new LedgerEntry(
                    from + i,
                    record.map(Stored::standing).orElse("duplicate"),
                    record.map(Stored::offset),
                    value.map(Base64.getEncoder()::encodeToString),
                    hashes.get(i).base64());
            leaves.add(new Leaf(entry, value.map(EntryClients::of).orElse(Set.of())));
        }
        return leaves;
    }

    private static Answer<LedgerEntry.Page> answer(
            Snapshot snapshot, List<LedgerEntry> entries, Set<ClientRef> clients) {
        Optional<Long> next = entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).index() + 1).filter(index -> index < snapshot.position());
        return Answer.of(
                entries.stream().map(entry -> Long.toString(entry.index())).toList(),
                clients,
                new LedgerEntry.Page(entries, snapshot.position(), next));
    }
}
