package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.TenantChanges;
import io.seenby.audit.postgres.TenantRow;
import io.seenby.audit.postgres.ViewsTransaction;
import io.seenby.core.detection.Change;
import io.seenby.core.detection.Indexed;
import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.Needs;
import io.seenby.core.detection.Rules;
import io.seenby.core.detection.TenantState;
import io.seenby.core.detection.Unproven;
import io.seenby.events.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps each tenant's rules over a batch, entry by entry, from the facts that are stored. */
final class Judgement {

    private final TenantLedger ledger;
    private final TenantState state;
    private final Map<Record, Change> changes = new LinkedHashMap<>();

    private Judgement(TenantLedger ledger, Loaded loaded) {
        TenantRow before = ledger.before();
        this.ledger = ledger;
        this.state = new TenantState(before.tenant(), before.coreTime(), before.alertOrdinal() + 1, loaded)
                .forgedOn(before.forgeryDay());
    }

    /** Judges all records of the batch; one judgement per tenant that has any. */
    static Collection<Judgement> of(List<Verdict> verdicts, Ledgers ledgers, ViewsTransaction views)
            throws SQLException {
        Map<TenantId, Loaded> loaded = views.load(needs(verdicts));
        Map<TenantId, Judgement> judgements = new LinkedHashMap<>();
        for (TenantLedger ledger : ledgers.touched()) {
            Loaded rows = loaded.getOrDefault(ledger.tenant(), Loaded.NOTHING);
            judgements.put(ledger.tenant(), new Judgement(ledger, rows));
        }
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Accepted accepted -> {
                    Indexed indexed = accepted.row().indexed();
                    at(judgements, indexed.entry().tenant()).step(indexed);
                }
                case Verdict.Conflicting conflicting -> {
                    Indexed indexed = conflicting.row().indexed();
                    at(judgements, indexed.entry().tenant())
                            .conflict(indexed, conflicting.row().firstIndex());
                }
                case Verdict.Duplicate duplicate -> {}
                case Verdict.Quarantined quarantined ->
                    quarantined
                            .forged()
                            .ifPresent(record -> at(judgements, record.tenant()).forged(record));
            }
        }
        return judgements.values();
    }

    private static Map<TenantId, Needs> needs(List<Verdict> verdicts) {
        Map<TenantId, List<Indexed>> byTenant = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Accepted accepted -> add(byTenant, accepted.row().indexed());
                case Verdict.Conflicting conflicting ->
                    add(byTenant, conflicting.row().indexed());
                case Verdict.Duplicate duplicate -> {}
                case Verdict.Quarantined quarantined -> {}
            }
        }
        Map<TenantId, Needs> needs = new LinkedHashMap<>();
        byTenant.forEach((tenant, batch) -> needs.put(tenant, Needs.of(batch)));
        return needs;
    }

    private static void add(Map<TenantId, List<Indexed>> byTenant, Indexed indexed) {
        byTenant.computeIfAbsent(indexed.entry().tenant(), tenant -> new ArrayList<>())
                .add(indexed);
    }

    private static Judgement at(Map<TenantId, Judgement> judgements, TenantId tenant) {
        Judgement judgement = judgements.get(tenant);
        if (judgement == null) {
            throw new IllegalStateException("a record was placed in no tenant's ledger");
        }
        return judgement;
    }

    private void step(Indexed indexed) {
        keep(Rules.step(state, indexed));
    }

    private void conflict(Indexed indexed, long firstIndex) {
        keep(Rules.conflict(state, indexed, firstIndex));
    }

    private void forged(Unproven record) {
        List<Change> found = Rules.forged(state, record);
        found.forEach(state::apply);
        keep(found);
    }

    /** Of several changes to a row within the batch only the last is stored. */
    private void keep(List<Change> found) {
        found.forEach(change -> changes.put(change.key(), change));
    }

    TenantChanges changes() {
        return new TenantChanges(ledger.tenant(), ledger.before().nextIndex(), List.copyOf(changes.values()));
    }

    boolean isOfTenantOpenedInThisBatch() {
        return ledger.isOpenedInThisBatch();
    }

    /** Where the tenant stands after the batch. */
    TenantRow after() {
        return ledger.after(state.nextAlertOrdinal() - 1, state.forgeryDay());
    }

    boolean raisedOrChangedAlerts() {
        return state.nextAlertOrdinal() - 1 > ledger.before().alertOrdinal();
    }
}
