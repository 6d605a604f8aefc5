package io.seenby.audit.postgres;

import io.seenby.audit.postgres.Selection.Asked;
import io.seenby.audit.postgres.Selection.Timed;
import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.Needs;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads what the rules need for a batch, for all its tenants at once: a round trip per kind of row, none for no need. */
final class FactsReader {

    private final Selection select;

    private FactsReader(Selection select) {
        this.select = select;
    }

    static Map<TenantId, Loaded> load(Connection connection, Map<TenantId, Needs> needs) throws SQLException {
        Selection selection = new Selection(connection, needs);
        FactsReader reader = new FactsReader(selection);
        // In this order: what may be explained tells whom else to ask about, and whose days and alerts.
        reader.explainable();
        reader.connections();
        reader.consentsAndClients();
        reader.looksOfWhoLeft();
        reader.publishers();
        reader.habits();
        reader.findingsAndAlerts();
        Map<TenantId, Loaded> loaded = new HashMap<>();
        selection.rows().forEach((tenant, found) -> loaded.put(tenant, found.loaded()));
        return loaded;
    }

    /** The findings (a) of {@link Loaded}. */
    private void explainable() throws SQLException {
        select.byMoment(
                FactQueries.FINDINGS_BY_CLIENT,
                (need, got) -> need.tied().stream().map(client -> new Timed(client.value(), need.reach())),
                (of, row) -> of.add(FactRows.openFinding(row)));
        select.byMoment(
                FactQueries.FINDINGS_BY_ACTOR,
                (need, got) -> need.restated().stream().map(actor -> new Timed(actor.value(), need.reach())),
                (of, row) -> of.add(FactRows.openFinding(row)));
        select.byTie(
                FactQueries.FINDINGS_BY_TIE,
                (need, got) -> need.reviewed().stream(),
                (of, row) -> of.add(FactRows.openFinding(row)));
        select.select(
                FactQueries.FINDINGS_OVERDUE,
                (need, got) -> Stream.of(need.until()),
                columns -> columns.moment(Asked::key),
                (of, row) -> of.add(FactRows.openFinding(row)));
    }

    private void connections() throws SQLException {
        select.byName(
                FactQueries.SUPERVISED,
                (need, got) -> asked(need, got).map(tie -> tie.actor().value()),
                (of, row) -> of.add(FactRows.supervision(row)));
        select.byName(
                FactQueries.STANDINGS,
                (need, got) -> Stream.concat(
                        askedUnder(need, got).map(tie -> tie.actor().value()),
                        need.departed().stream().map(left -> left.actor().value())),
                (of, row) -> of.add(FactRows.standing(row)));
        select.byTie(
                FactQueries.RELATIONSHIPS_BY_TIE,
                FactsReader::askedUnder,
                (of, row) -> of.add(FactRows.relationship(row)));
        select.byName(
                FactQueries.RELATIONSHIPS_BY_NAME,
                (need, got) -> need.relationships().stream().map(ref -> ref.value()),
                (of, row) -> of.add(FactRows.relationship(row)));
        select.byName(
                FactQueries.TEAM_TIES_BY_CLIENT,
                (need, got) -> asked(need, got).map(tie -> tie.client().value()),
                (of, row) -> of.add(FactRows.teamTie(row)));
        select.byName(
                FactQueries.TEAM_TIES_BY_NAME,
                (need, got) -> need.relationships().stream().map(ref -> ref.value()),
                (of, row) -> of.add(FactRows.teamTie(row)));
        select.byName(
                FactQueries.WALLS_BY_CLIENT,
                (need, got) -> need.clients().stream().map(client -> client.value()),
                (of, row) -> of.add(FactRows.wall(row)));
        select.byName(
                FactQueries.WALLS_BY_NAME,
                (need, got) -> need.walls().stream().map(ref -> ref.value()),
                (of, row) -> of.add(FactRows.wall(row)));
    }

    private void consentsAndClients() throws SQLException {
        select.byName(
                FactQueries.CONSENTS_BY_CLIENT,
                (need, got) -> need.disclosed().stream().map(client -> client.value()),
                (of, row) -> of.add(FactRows.consent(row)));
        select.byName(
                FactQueries.CONSENTS_BY_NAME,
                (need, got) -> need.consents().stream().map(ref -> ref.value()),
                (of, row) -> of.add(FactRows.consent(row)));
        select.byName(
                FactQueries.TRAITS_BY_CLIENT,
                (need, got) -> need.clients().stream().map(client -> client.value()),
                (of, row) -> of.add(FactRows.traits(row)));
        select.byName(
                FactQueries.TOKENS_BY_CLIENT,
                (need, got) -> Stream.concat(need.clients().stream(), need.erased().stream())
                        .map(client -> client.value())
                        .distinct(),
                (of, row) -> of.add(FactRows.tokens(row)));
        select.byName(
                FactQueries.ERASURES_BY_CLIENT,
                (need, got) -> need.named().stream().map(client -> client.value()),
                (of, row) -> of.add(FactRows.erasure(row)));
    }

    private void looksOfWhoLeft() throws SQLException {
        select.byMoment(
                FactQueries.LOOKS_SINCE,
                (need, got) -> need.departed().stream()
                        .map(left -> new Timed(left.actor().value(), left.since())),
                (of, row) -> FactRows.looks(row).forEach(of::add));
    }

    private void publishers() throws SQLException {
        select.select(
                FactQueries.PUBLISHERS_BY_NAME,
                (need, got) -> need.publishers().stream(),
                columns -> columns.text(each -> each.key().publisher().value())
                        .text(each -> each.key().instance()),
                (of, row) -> of.add(PublisherRows.read(row)));
        select.select(
                FactQueries.PUBLISHERS_OVERDUE,
                (need, got) -> Stream.of(need.until()),
                columns -> columns.moment(Asked::key),
                (of, row) -> of.add(PublisherRows.read(row)));
    }

    private void habits() throws SQLException {
        select.byName(
                HabitRows.BY_ACTOR,
                (need, got) -> need.busy().stream().map(ActorRef::value),
                (of, row) -> of.add(HabitRows.read(row)));
        select.select(
                HabitRows.BY_PEERS,
                (need, got) -> need.peers().stream(),
                columns -> columns.text(each -> each.key().department())
                        .text(each -> each.key().role()),
                (of, row) -> of.add(HabitRows.readPeers(row)));
    }

    /** In this order: the findings name alerts, whose other findings count too; only then are all alerts known. */
    private void findingsAndAlerts() throws SQLException {
        select.rows().values().forEach(LoadedRows::rememberExplainable);
        select.byName(
                FactQueries.FINDINGS_BY_ALERT,
                (need, got) -> got.findingAlerts().stream(),
                (of, row) -> of.add(FactRows.openFinding(row)));
        select.byMoment(
                FactQueries.WINDOWS_SINCE,
                (need, got) -> need.actors().stream().map(actor -> new Timed(actor.value(), need.remembered())),
                (of, row) -> of.add(FactRows.window(row)));
        select.byMoment(
                FactQueries.WINDOWS,
                (need, got) -> got.explainableWindows(),
                (of, row) -> of.add(FactRows.window(row)));
        select.byMoment(
                FactQueries.FINDINGS_BY_WINDOW,
                (need, got) -> Stream.of(
                                inWindows(need, need.touched().stream()),
                                got.explainableWindows(),
                                got.counting(need.windows()))
                        .flatMap(all -> all),
                (of, row) -> of.add(FactRows.openFinding(row)));
        select.byName(
                FactQueries.ALERTS_BY_ID,
                (need, got) -> Stream.concat(got.alertIds().stream(), worked(need)),
                (of, row) -> of.add(FactRows.alert(row)));
        select.byName(FactQueries.WORK_BY_ALERT, (need, got) -> worked(need), (of, row) -> of.add(WorkRows.read(row)));
        select.byMoment(
                FactQueries.ALERTS_BY_WINDOW,
                (need, got) -> Stream.concat(
                        need.subjects().stream()
                                .flatMap(subject -> need.windows().stream().map(start -> new Timed(subject, start))),
                        got.explainableDays()),
                (of, row) -> of.add(FactRows.alert(row)));
    }

    private static Stream<String> worked(Needs needs) {
        return needs.worked().stream().map(AlertId::value);
    }

    private static Stream<Timed> inWindows(Needs needs, Stream<ActorRef> actors) {
        return actors.flatMap(actor -> needs.windows().stream().map(start -> new Timed(actor.value(), start)));
    }

    /** Whom the batch asks about, by itself and by what it may explain. */
    private static Stream<Tie> asked(Needs needs, LoadedRows gathered) {
        Set<Tie> asked = new LinkedHashSet<>(needs.seen());
        asked.addAll(gathered.findingTies());
        return asked.stream();
    }

    private static Stream<Tie> askedUnder(Needs needs, LoadedRows gathered) {
        return asked(needs, gathered).flatMap(gathered::withThoseUnder);
    }
}
