package io.seenby.audit.postgres;

import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.Needs;
import io.seenby.core.facts.Tie;
import io.seenby.events.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Loads what the rules need for a batch, for all its tenants at once: a round trip per kind of row, none for no need. */
final class FactsReader {

    private final Connection connection;
    private final Map<TenantId, LoadedRows> rows = new HashMap<>();

    FactsReader(Connection connection) {
        this.connection = connection;
    }

    Map<TenantId, Loaded> load(Map<TenantId, Needs> needs) throws SQLException {
        needs.keySet().forEach(tenant -> rows.put(tenant, new LoadedRows()));

        List<Asked<Tie>> seen = asked(needs, need -> need.seen().stream());
        List<Asked<Tie>> tied = asked(needs, need -> need.tied().stream());
        List<Asked<InWindow>> actors =
                inWindows(needs, need -> need.actors().stream().map(actor -> actor.value()));
        List<Asked<InWindow>> tiedActors =
                inWindows(needs, need -> need.tiedActors().stream().map(actor -> actor.value()));
        List<Asked<InWindow>> subjects = inWindows(needs, need -> need.subjects().stream());

        byTie(FactQueries.RELATIONSHIPS_BY_TIE, seen, (of, row) -> of.add(FactRows.relationship(row)));
        byName(
                FactQueries.RELATIONSHIPS_BY_NAME,
                asked(needs, need -> need.relationships().stream().map(ref -> ref.value())),
                (of, row) -> of.add(FactRows.relationship(row)));
        byName(
                FactQueries.CONSENTS_BY_CLIENT,
                asked(needs, need -> need.disclosed().stream().map(client -> client.value())),
                (of, row) -> of.add(FactRows.consent(row)));
        byName(
                FactQueries.CONSENTS_BY_NAME,
                asked(needs, need -> need.consents().stream().map(ref -> ref.value())),
                (of, row) -> of.add(FactRows.consent(row)));
        byName(
                FactQueries.TRAITS_BY_CLIENT,
                asked(needs, need -> need.clients().stream().map(client -> client.value())),
                (of, row) -> of.add(FactRows.traits(row)));

        select(
                FactQueries.PUBLISHERS_BY_NAME,
                asked(needs, need -> need.publishers().stream()),
                columns -> columns.text(each -> each.key().publisher().value())
                        .text(each -> each.key().instance()),
                (of, row) -> of.add(PublisherRows.read(row)));
        select(
                FactQueries.PUBLISHERS_OVERDUE,
                asked(needs, need -> Stream.of(need.until())),
                columns -> columns.moment(Asked::key),
                (of, row) -> of.add(PublisherRows.read(row)));

        // In this order: the findings of a tie name alerts, whose other findings count too; only then are all alerts
        // known.
        byTie(FactQueries.FINDINGS_BY_TIE, tied, (of, row) -> of.add(FactRows.openFinding(row)));
        byName(
                FactQueries.FINDINGS_BY_ALERT,
                alerts(LoadedRows::findingAlerts),
                (of, row) -> of.add(FactRows.openFinding(row)));
        byWindow(FactQueries.FINDINGS_BY_WINDOW, tiedActors, (of, row) -> of.add(FactRows.openFinding(row)));
        byWindow(FactQueries.WINDOWS, actors, (of, row) -> of.add(FactRows.window(row)));
        byWindow(FactQueries.FINDINGS_BY_WINDOW, counting(), (of, row) -> of.add(FactRows.openFinding(row)));
        byName(FactQueries.ALERTS_BY_ID, alerts(LoadedRows::alertIds), (of, row) -> of.add(FactRows.alert(row)));
        byWindow(FactQueries.ALERTS_BY_WINDOW, subjects, (of, row) -> of.add(FactRows.alert(row)));

        Map<TenantId, Loaded> loaded = new HashMap<>();
        rows.forEach((tenant, found) -> loaded.put(tenant, found.loaded()));
        return loaded;
    }

    /** One key asked for, of one tenant. */
    private record Asked<K>(TenantId tenant, K key) {}

    private record InWindow(String name, Instant window) {}

    private interface Found {
        void in(LoadedRows tenant, ResultSet row) throws SQLException;
    }

    private interface Parameters<K> {
        void set(Columns<Asked<K>> columns) throws SQLException;
    }

    private static <K> List<Asked<K>> asked(Map<TenantId, Needs> needs, Function<Needs, Stream<K>> keys) {
        return needs.entrySet().stream()
                .flatMap(need -> keys.apply(need.getValue()).map(key -> new Asked<>(need.getKey(), key)))
                .toList();
    }

    private static List<Asked<InWindow>> inWindows(Map<TenantId, Needs> needs, Function<Needs, Stream<String>> names) {
        return asked(
                needs,
                need -> names.apply(need)
                        .flatMap(name -> need.windows().stream().map(window -> new InWindow(name, window))));
    }

    private List<Asked<String>> alerts(Function<LoadedRows, List<String>> named) {
        return rows.entrySet().stream()
                .flatMap(tenant ->
                        named.apply(tenant.getValue()).stream().map(alert -> new Asked<>(tenant.getKey(), alert)))
                .toList();
    }

    /** The windows that still count: findings of an alerted one may be very many, and nobody needs them. */
    private List<Asked<InWindow>> counting() {
        return rows.entrySet().stream()
                .flatMap(tenant -> tenant.getValue()
                        .counting()
                        .map(window -> new Asked<>(
                                tenant.getKey(), new InWindow(window.actor().value(), window.start()))))
                .toList();
    }

    private void byTie(String sql, List<Asked<Tie>> ties, Found found) throws SQLException {
        select(
                sql,
                ties,
                columns -> columns.text(tie -> tie.key().actor().value())
                        .text(tie -> tie.key().client().value()),
                found);
    }

    private void byName(String sql, List<Asked<String>> names, Found found) throws SQLException {
        select(sql, names, columns -> columns.text(Asked::key), found);
    }

    private void byWindow(String sql, List<Asked<InWindow>> names, Found found) throws SQLException {
        select(
                sql,
                names,
                columns -> columns.text(name -> name.key().name())
                        .moment(name -> name.key().window()),
                found);
    }

    private <K> void select(String sql, Collection<Asked<K>> keys, Parameters<K> parameters, Found found)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(new Columns<>(select, keys).text(key -> key.tenant().value()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LoadedRows of = rows.get(new TenantId(row.getString("tenant")));
                    if (of != null) {
                        found.in(of, row);
                    }
                }
            }
        }
    }
}
