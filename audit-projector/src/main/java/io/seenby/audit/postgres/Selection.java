package io.seenby.audit.postgres;

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

/** Runs the {@link FactQueries} for all tenants of a batch at once, and gathers what each finds for its tenant. */
final class Selection {

    private final Connection connection;
    private final Map<TenantId, Needs> needs;
    private final Map<TenantId, LoadedRows> rows = new HashMap<>();

    Selection(Connection connection, Map<TenantId, Needs> needs) {
        this.connection = connection;
        this.needs = needs;
        needs.forEach((tenant, need) -> {
            LoadedRows gathered = new LoadedRows();
            need.supervised().forEach(gathered::add);
            rows.put(tenant, gathered);
        });
    }

    /** One key asked for, of one tenant. */
    record Asked<K>(TenantId tenant, K key) {}

    /** A name with a moment: of a window, or since when. */
    record Timed(String name, Instant moment) {}

    interface Found {
        void in(LoadedRows tenant, ResultSet row) throws SQLException;
    }

    interface Parameters<K> {
        void set(Columns<Asked<K>> columns) throws SQLException;
    }

    /** Which keys a tenant asks for, given what was gathered for it so far. */
    interface Keys<K> {
        Stream<K> of(Needs needs, LoadedRows gathered);
    }

    Map<TenantId, LoadedRows> rows() {
        return rows;
    }

    void byTie(String sql, Keys<Tie> ties, Found found) throws SQLException {
        select(
                sql,
                ties,
                columns -> columns.text(tie -> tie.key().actor().value())
                        .text(tie -> tie.key().client().value()),
                found);
    }

    void byName(String sql, Keys<String> names, Found found) throws SQLException {
        select(sql, names, columns -> columns.text(Asked::key), found);
    }

    void byMoment(String sql, Keys<Timed> names, Found found) throws SQLException {
        select(
                sql,
                names,
                columns -> columns.text(name -> name.key().name())
                        .moment(name -> name.key().moment()),
                found);
    }

    /** The keys are those of the whole batch before the first row is gathered. */
    <K> void select(String sql, Keys<K> keys, Parameters<K> parameters, Found found) throws SQLException {
        Collection<Asked<K>> asked = asked(keys);
        if (asked.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(new Columns<>(select, asked).text(key -> key.tenant().value()));
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

    private <K> List<Asked<K>> asked(Keys<K> keys) {
        Function<Map.Entry<TenantId, Needs>, Stream<Asked<K>>> ofTenant = need -> {
            LoadedRows gathered = rows.getOrDefault(need.getKey(), new LoadedRows());
            return keys.of(need.getValue(), gathered).distinct().map(key -> new Asked<>(need.getKey(), key));
        };
        return needs.entrySet().stream().flatMap(ofTenant).toList();
    }
}
