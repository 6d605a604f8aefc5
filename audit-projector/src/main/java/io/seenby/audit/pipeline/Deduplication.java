package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.ConflictRow;
import io.seenby.audit.postgres.EntryRow;
import io.seenby.audit.postgres.FirstSeen;
import io.seenby.audit.postgres.ViewsTransaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells entries from their repetitions, against what is stored and against the earlier records of the same batch. */
final class Deduplication {

    private final Map<Identity, FirstSeen> seen = new HashMap<>();

    /** One verdict per record, in order. */
    static List<Verdict> of(List<Placed> placed, ViewsTransaction views) throws SQLException {
        Deduplication deduplication = new Deduplication();
        deduplication.load(placed, views);
        return placed.stream().map(deduplication::verdict).toList();
    }

    private void load(List<Placed> placed, ViewsTransaction views) throws SQLException {
        List<Placed.Decoded> decoded = placed.stream()
                .filter(Placed.Decoded.class::isInstance)
                .map(Placed.Decoded.class::cast)
                .toList();
        List<FirstSeen.Wanted> wanted = decoded.stream()
                .map(each -> new FirstSeen.Wanted(
                        each.indexed().entry().tenant().value(),
                        each.readable().identity().bytes()))
                .toList();
        views.firstSeen(wanted)
                .forEach(
                        (place, first) -> seen.put(decoded.get(place).readable().identity(), first));
    }

    private Verdict verdict(Placed placed) {
        return switch (placed) {
            case Placed.Refused refused -> new Verdict.Quarantined(refused.row(), refused.forged());
            case Placed.Decoded decoded -> verdict(decoded);
        };
    }

    private Verdict verdict(Placed.Decoded decoded) {
        Examined.Readable readable = decoded.readable();
        String tag = readable.entry().contentTag();
        FirstSeen first = seen.putIfAbsent(
                readable.identity(), new FirstSeen(decoded.indexed().index(), tag));
        long offset = readable.record().offset();
        if (first == null) {
            return new Verdict.Accepted(
                    new EntryRow(decoded.indexed(), offset, readable.identity().bytes(), readable.value()));
        }
        return first.contentTag().equals(tag)
                ? new Verdict.Duplicate()
                : new Verdict.Conflicting(
                        new ConflictRow(decoded.indexed(), offset, first.ledgerIndex(), readable.value()));
    }
}
