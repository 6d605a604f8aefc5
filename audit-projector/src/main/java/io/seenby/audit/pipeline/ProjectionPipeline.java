package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.Additions;
import io.seenby.audit.postgres.ConflictRow;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.EntryRow;
import io.seenby.audit.postgres.Position;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.audit.postgres.TenantRow;
import io.seenby.audit.postgres.ViewsTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A batch of ledger records becomes views: <em>verify → decode → deduplicate → judge → save</em>, in one transaction with
 * the position.
 *
 * <p>Whatever the split into batches, a restart, a rebuild or a repeated delivery: the same records make the same rows.
 * A projector whose position is not the stored one changes nothing.
 */
public final class ProjectionPipeline {

    private final LedgerMac mac;
    private final Examiner examiner;
    private final Database database;

    public ProjectionPipeline(LedgerMac mac, Database database) {
        this.mac = mac;
        this.examiner = new Examiner(mac);
        this.database = database;
    }

    /** Integrates the batch wholly or not at all. Safe to call again after any exception. */
    public Outcome project(Batch batch) throws SQLException {
        List<Examined> examined = examiner.examine(batch.records());
        return database.inTransaction(connection -> {
            ViewsTransaction views = new ViewsTransaction(connection);
            Position stored = views.lockPosition(batch.partition());
            return stored.nextOffset() == batch.firstOffset()
                    ? integrate(batch, examined, views, stored)
                    : new Outcome.Misplaced(stored.nextOffset());
        });
    }

    private Outcome integrate(Batch batch, List<Examined> examined, ViewsTransaction views, Position from)
            throws SQLException {
        PartitionKeys keys = new PartitionKeys(batch.partition(), mac, views.ledgerKeys(batch.partition()));
        Announcements announcements = new Announcements(batch.partition());
        Ledgers ledgers = new Ledgers(
                from, keys, announcements, views.tenants(batch.partition(), Ledgers.keysOf(batch.records())));
        List<Placed> placed = examined.stream()
                .map(each -> ledgers.place(each, batch.unstorable()))
                .toList();
        List<Verdict> verdicts = Deduplication.of(placed, views);
        Collection<Judgement> judgements = Judgement.of(verdicts, ledgers, views);
        return save(verdicts, judgements, ledgers, keys, announcements, views, from);
    }

    private static Outcome save(
            List<Verdict> verdicts,
            Collection<Judgement> judgements,
            Ledgers ledgers,
            PartitionKeys keys,
            Announcements announcements,
            ViewsTransaction views,
            Position from)
            throws SQLException {
        List<EntryRow> entries = new ArrayList<>(verdicts.size());
        List<ConflictRow> conflicts = new ArrayList<>();
        List<QuarantineRow> quarantined = new ArrayList<>();
        int duplicates = 0;
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Accepted accepted -> entries.add(accepted.row());
                case Verdict.Duplicate duplicate -> duplicates++;
                case Verdict.Conflicting conflicting -> conflicts.add(conflicting.row());
                case Verdict.Quarantined refused -> quarantined.add(refused.row());
            }
        }
        List<TenantRow> opened = new ArrayList<>();
        List<TenantRow> moved = new ArrayList<>();
        for (Judgement judgement : judgements) {
            (judgement.isOfTenantOpenedInThisBatch() ? opened : moved).add(judgement.after());
        }
        Position to = from.after(entries.size(), duplicates, conflicts.size(), quarantined.size(), ledgers.strangers());
        views.save(
                new Additions(
                        entries,
                        conflicts,
                        quarantined,
                        opened,
                        moved,
                        judgements.stream().map(Judgement::changes).toList(),
                        ledgers.tiles(),
                        keys.changes(),
                        announcements.rows()),
                from,
                to);
        return new Outcome.Integrated(
                to,
                entries,
                duplicates,
                conflicts.size(),
                countByReason(quarantined),
                judgements.stream().anyMatch(Judgement::raisedOrChangedAlerts));
    }

    private static Map<String, Integer> countByReason(List<QuarantineRow> quarantined) {
        Map<String, Integer> counts = new TreeMap<>();
        quarantined.forEach(row -> counts.merge(Reasons.codeOf(row.reason()), 1, Integer::sum));
        return counts;
    }
}
