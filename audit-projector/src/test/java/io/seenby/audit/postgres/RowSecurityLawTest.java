package io.seenby.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 10 and 11, and of law 4 what a schema can break: who sees what, who may change what, what a table is made of. */
class RowSecurityLawTest {

    private static Views views;

    @BeforeAll
    static void project() throws SQLException {
        LedgerSigner signer =
                LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
        Topic topic = Topic.create("row-security", 2);
        topic.append(BusyLedger.of(3, 1_500, signer));
        views = Views.fresh();
        views.projectAll(topic.read(), 1_000);
    }

    @AfterAll
    static void drop() throws SQLException {
        views.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants",
                "entries",
                "entry_clients",
                "conflicts",
                "quarantine",
                "relationships",
                "team_ties",
                "actor_standings",
                "walls",
                "client_tokens",
                "client_erasures",
                "consents",
                "client_traits",
                "findings",
                "publisher_instances",
                "alerts",
                "alert_work",
                "alert_revisions"
            })
    void law10WithoutATenantNothingIsSeenAndWithOneOnlyItsOwn(String table) throws SQLException {
        assertThat(views.askAs("query", "SELECT count(*) FROM " + table)).containsExactly("0");
        assertThat(views.askAs("query", "SET app.tenant = ''", "SELECT count(*) FROM " + table))
                .containsExactly("0");
        assertThat(views.askAs("query", "SET app.tenant = 'nobody'", "SELECT count(*) FROM " + table))
                .containsExactly("0");
        assertThat(views.askAs("query", "SET app.tenant = 'harbor-law'", "SELECT DISTINCT tenant FROM " + table))
                .containsExactly("harbor-law");
        assertThat(views.askAs("query", "SET app.tenant = 'harbor-law'", "SELECT count(*) FROM " + table))
                .isEqualTo(views.ask("SELECT count(*) FROM " + table + " WHERE tenant = 'harbor-law'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "positions",
                "ledger_keys",
                "checkpoint_keys",
                "checkpoint_reading",
                "identities",
                "identities_3",
                "repeat_windows",
                "actor_habits",
                "peer_habits",
                "entries_all",
                "entry_clients_all",
                "findings_all",
                "owned.alert_marks"
            })
    void law10WhatAuditorsHaveNoUseForIsDenied(String table) {
        assertDenied("query", "SELECT * FROM " + table);
    }

    @ParameterizedTest
    @EnumSource(DerivedTable.class)
    void law10TheOwnerMigratesAndSeesNothing(DerivedTable table) throws SQLException {
        assertThat(views.askAs("owner", "SELECT count(*) FROM " + table.sqlName()))
                .containsExactly("0");
    }

    @Test
    void law10SecurityIsForcedOnEveryTableThatAnybodyReads() throws SQLException {
        assertThat(views.ask("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                            AND relname <> 'flyway_schema_history'
                            AND NOT (relrowsecurity AND relforcerowsecurity) AND NOT relispartition
                        """)).isEmpty();
        assertThat(views.ask("""
                        SELECT relname FROM pg_class, unnest(ARRAY['query', 'projector', 'maintenance', 'access']) AS role
                        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                            AND NOT (relrowsecurity AND relforcerowsecurity)
                            AND has_table_privilege(role, oid, 'SELECT')
                        """)).isEmpty();
        assertThat(views.ask("SELECT rolname FROM pg_roles WHERE (rolbypassrls OR rolsuper) AND rolname <> 'postgres'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries",
                "entries_all",
                "entry_clients",
                "entry_clients_all",
                "identities",
                "identities_0",
                "conflicts",
                "quarantine",
                "client_traits",
                "client_tokens",
                "client_erasures",
                "actor_standings",
                "alert_revisions"
            })
    void law11NobodyWhoRunsChangesWhatWasWritten(String table) {
        for (String role : List.of("projector", "query", "maintenance", "access")) {
            assertDenied(role, "UPDATE " + table + " SET tenant = tenant");
            assertDenied(role, "DELETE FROM " + table);
            assertDenied(role, "TRUNCATE " + table);
        }
    }

    @ParameterizedTest
    @EnumSource(DerivedTable.class)
    void nobodyWhoRunsDeletes(DerivedTable table) {
        assertDenied("projector", "DELETE FROM " + table.sqlName());
        assertDenied("query", "UPDATE " + table.sqlName() + " SET tenant = tenant");
        assertDenied("query", "INSERT INTO " + table.sqlName() + " DEFAULT VALUES");
    }

    @Test
    void law4NoColumnHasADefaultAndNoTableASequence() throws SQLException {
        assertThat(views.ask("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = current_schema() AND table_name <> 'flyway_schema_history'
                            AND (column_default IS NOT NULL OR is_identity = 'YES' OR is_generated <> 'NEVER')
                        """)).isEmpty();
        assertThat(views.ask("SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()"))
                .isEmpty();
    }

    @Test
    void theListOfDerivedTablesIsCompleteAndEachSaysSo() throws SQLException {
        assertThat(views.ask("""
                        SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                            AND relkind IN ('r', 'p') AND NOT relispartition
                            AND obj_description(oid, 'pg_class') LIKE 'Derived.%'
                        """))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DerivedTable.values())
                        .map(DerivedTable::sqlName)
                        .toList());
        assertThat(views.ask("""
                        SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                            AND relkind IN ('r', 'p') AND NOT relispartition
                            AND obj_description(oid, 'pg_class') IS NULL
                        """)).containsExactly("flyway_schema_history");
    }

    @Test
    void everyKeyBeginsWithTheTenant() throws SQLException {
        assertThat(views.ask("""
                        SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                        JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
                        WHERE indisunique AND relnamespace = current_schema()::regnamespace AND attname <> 'tenant'
                        """))
                .containsExactlyInAnyOrder(
                        "positions_pkey",
                        "ledger_keys_pkey",
                        "checkpoint_keys_pkey",
                        "checkpoint_reading_pkey",
                        "flyway_schema_history_pk");
    }

    /** Denied; or not even seen, by a role that may not look into the schema; or there is no such column. */
    private static void assertDenied(String role, String sql) {
        assertThatThrownBy(() -> views.askAs(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isIn("42501", "42P01", "42703"));
    }
}
