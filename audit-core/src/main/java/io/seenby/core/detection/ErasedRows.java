package io.seenby.core.detection;

import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.Erasure;
import io.seenby.events.ClientRef;
import io.seenby.events.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which rows an erasure makes: that it was, and what was known of the client's names and addresses without them. */
final class ErasedRows {

    private ErasedRows() {}

    /** Asks for the tokens of {@link Needs#erased}. */
    static List<Change> of(TenantState state, Indexed entry) {
        List<Change> rows = new ArrayList<>();
        for (ClientRef client : new TreeSet<>(entry.entry().clients())) {
            rows.add(new Change.ErasureRow(new Erasure(client, entry.entry().occurredAt(), entry.index())));
            state.facts().tokens(client).stream()
                    .filter(row -> !row.tokens().equals(Tokens.NONE))
                    .map(row -> new ClientTokens(client, Tokens.NONE, row.from(), row.knownIndex()))
                    .map(Change.TokensRow::new)
                    .forEach(rows::add);
        }
        return rows;
    }
}
