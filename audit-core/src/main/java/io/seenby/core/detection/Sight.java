package io.seenby.core.detection;

import io.seenby.core.explanation.Connections;
import io.seenby.core.explanation.Explainer;
import io.seenby.core.explanation.Explanation.Against;
import io.seenby.core.explanation.Explanation.Contradicted;
import io.seenby.core.explanation.Explanation.Explained;
import io.seenby.core.facts.Tie;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import java.util.List;
import java.util.Optional;

/**
 * One client seen by an access that is judged, with the reason for it and what contradicts it.
 *
 * @param reason what connects the actor with the client, even where something contradicts the access
 */
record Sight(ClientRef client, Optional<Explained> reason, Optional<Contradicted> contradiction) {

    /** In order of the clients. */
    static List<Sight> of(TenantState state, Indexed indexed) {
        LedgerEntry entry = indexed.entry();
        Connections known = state.facts().connections();
        return Judged.clients(entry).stream()
                .map(client -> of(known, new Tie(entry.actor().ref(), client), entry))
                .toList();
    }

    private static Sight of(Connections known, Tie tie, LedgerEntry entry) {
        return new Sight(
                tie.client(),
                Explainer.BUILT_IN.reason(known, tie, entry.occurredAt()),
                Explainer.BUILT_IN.contradiction(known, tie, entry.occurredAt()));
    }

    boolean unexplained() {
        return reason.isEmpty();
    }

    boolean contradictedBy(Against what) {
        return contradiction.filter(found -> found.against() == what).isPresent();
    }

    Change row(Indexed entry) {
        LedgerEntry judged = entry.entry();
        PastLook look = new PastLook(entry.index(), judged.actor().ref(), client, judged.occurredAt());
        return new Change.ExplanationRow(look, Explainer.verdict(reason, contradiction));
    }
}
