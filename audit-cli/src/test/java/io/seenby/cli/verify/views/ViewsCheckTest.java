package io.seenby.cli.verify.views;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.cli.export.MemoryLedger;
import io.seenby.cli.finding.Finding;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.cli.verify.AuditedWithViews;
import io.seenby.events.LedgerEntry;
import io.seenby.events.json.EntryCodec;
import io.seenby.local.LocalStack;
import io.seenby.local.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows made by hand in the real schema: as they should be, and each otherwise than it should be. */
class ViewsCheckTest {

    private static final PostgresServer POSTGRES = LocalStack.shared().postgres();
    private static final Path ROOT = Path.of(System.getProperty("seenby.root"));
    private static final String TENANT = "harbor-law";

    private final AuditedWithViews audited = new AuditedWithViews();

    @BeforeEach
    void writeRows() throws Exception {
        try (Connection owner = POSTGRES.connect("owner")) {
            run(owner, "DROP SCHEMA IF EXISTS views CASCADE");
            run(owner, "CREATE SCHEMA views");
            run(owner, "SET search_path TO views");
            try (Stream<Path> files = Files.list(ROOT.resolve("audit-projector/src/main/resources/db/views"))) {
                for (Path file :
                        files.sorted(comparingInt(ViewsCheckTest::version)).toList()) {
                    run(owner, Files.readString(file).replace("${flyway:defaultSchema}", "views"));
                }
            }
        }
        audited.open(TENANT, golden("tenant-opened").replace("\"partition\":3", "\"partition\":0"));
        audited.entry(TENANT, golden("record-read"));
        audited.entry(TENANT, golden("record-read"));
        audited.entry(TENANT, golden("record-read").replace("Ok4M4nQ5ZGmG8Rp7lJxlnw", "Ok4M4nQ5ZGmG8Rp7lJxlnA"));
        audited.entry(TENANT, "not an entry");
        audited.entry(TENANT, golden("information-disclosed"));
        audited.stranger("whoever");
        audited.checkpoints();
        try (Connection postgres = POSTGRES.connect("postgres")) {
            run(postgres, "SET search_path TO views");
            entry(postgres, 0);
            entry(postgres, 1);
            insert(postgres, "INSERT INTO conflicts VALUES (?,3,3,1,'ehr','x',?)", TENANT, value(3));
            insert(
                    postgres,
                    "INSERT INTO quarantine VALUES (0,4,?,4,'undecodable',?,?)",
                    TENANT,
                    value(4),
                    TENANT.getBytes());
            entry(postgres, 5);
            insert(
                    postgres,
                    "INSERT INTO quarantine VALUES (0,6,?,0,'unknown-tenant',?,?)",
                    "~unattributed",
                    value(6),
                    "nobody".getBytes());
            insert(postgres, "INSERT INTO tenants VALUES (?,0,6,now(),0,?)", TENANT, audited.peaks(TENANT));
            insert(postgres, "INSERT INTO tree_tiles VALUES (?,0,0,0,?)", TENANT, audited.leaves(TENANT));
            insert(
                    postgres,
                    "INSERT INTO tree_tiles VALUES (?,0,0,0,?)",
                    "~unattributed",
                    audited.leaves("~unattributed/0"));
        }
    }

    private static String golden(String type) throws Exception {
        return Files.readString(
                        ROOT.resolve("access-events/src/test/resources/golden/seenby." + type + ".v1.ledger.json"))
                .strip();
    }

    private byte[] value(int at) {
        return audited.ledger().entries.get(at).value();
    }

    private void entry(Connection postgres, int at) throws SQLException {
        LedgerEntry entry = ((EntryCodec.Entry) EntryCodec.decode(value(at))).entry();
        ClearColumns columns = ClearColumns.of(entry);
        List<String> values = columns.values();
        insert(
                postgres,
                "INSERT INTO entries VALUES (?," + at + "," + at + ",?,?,?,?,?,?,?,nullif(?,''),nullif(?,''),?,"
                        + "nullif(?,''),nullif(?,''),nullif(?,''),?,?)",
                TENANT,
                entry.recordedAt().atOffset(ZoneOffset.UTC),
                entry.occurredAt().atOffset(ZoneOffset.UTC),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                postgres.createArrayOf(
                        "text",
                        entry.record().map(record -> record.labels().toArray()).orElse(new Object[0])),
                values.get(10),
                values.get(11),
                values.get(12),
                Boolean.valueOf(values.get(13)),
                value(at));
        for (var client : entry.clients()) {
            insert(
                    postgres,
                    "INSERT INTO entry_clients VALUES (?,?,?," + at + ",?)",
                    TENANT,
                    client.value(),
                    entry.occurredAt().atOffset(ZoneOffset.UTC),
                    at == 5);
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Of a migration: the tenth comes after the second. */
    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> sentences(MemoryLedger ledger) {
        Findings findings = new Findings();
        try (ViewsCheck check = ViewsCheck.open(
                "jdbc:postgresql://" + POSTGRES.address() + "/seenby",
                "query",
                POSTGRES.passwordOf("query"),
                "views",
                findings,
                true)) {
            audited.verify(ledger, check, findings);
            assertThat(check.summary())
                    .contains("7 entries were compared", "(1 repetitions, 2 quarantined)", "lag by 0");
        }
        return findings.kept().stream()
                .map(finding -> finding.kind() + " " + finding.sentence())
                .toList();
    }

    @Test
    void findsNothingWhereTheRowsAreThoseOfTheLog() {
        assertThat(sentences(audited.ledger())).isEmpty();
    }

    @Test
    void findsEveryRowThatWasChanged() throws Exception {
        for (String edit : List.of(
                "UPDATE entries SET actor = 'somebody-else' WHERE ledger_index = 1",
                "UPDATE entries SET occurred_at = occurred_at - interval '1 microsecond' WHERE ledger_index = 5",
                "UPDATE entries SET value = value || 'x'::bytea WHERE ledger_index = 1",
                "UPDATE entries SET labels = '{}' WHERE ledger_index = 1",
                "DELETE FROM entries WHERE ledger_index = 5",
                "DELETE FROM entries WHERE ledger_index = 1",
                "DELETE FROM conflicts",
                "DELETE FROM quarantine WHERE tenant = 'harbor-law'",
                "DELETE FROM quarantine WHERE tenant = '~unattributed'",
                "UPDATE quarantine SET key = 'other' WHERE tenant = 'harbor-law'",
                "DELETE FROM entry_clients WHERE ledger_index = 1",
                "UPDATE entry_clients SET disclosure = false WHERE ledger_index = 5",
                "INSERT INTO entry_clients VALUES ('harbor-law', 'nobody', now(), 1, false)",
                "INSERT INTO conflicts SELECT tenant, 77, 77, 1, publisher, event_id, value FROM conflicts",
                "UPDATE tenants SET alert_ordinal = 1",
                "UPDATE tenants SET peaks = peaks || peaks",
                "UPDATE tree_tiles SET hashes = overlay(hashes placing '\\x00'::bytea from 40) WHERE tenant = 'harbor-law'",
                "INSERT INTO alert_revisions VALUES ('harbor-law', 1, 'a', 1, 'x')")) {
            try (Connection postgres = POSTGRES.connect("postgres")) {
                run(postgres, "SET search_path TO views");
                postgres.setAutoCommit(false);
                run(postgres, edit);
                postgres.commit();
            }
            Findings found = new Findings();
            try (ViewsCheck check = ViewsCheck.open(
                    "jdbc:postgresql://" + POSTGRES.address() + "/seenby",
                    "query",
                    POSTGRES.passwordOf("query"),
                    "views",
                    found,
                    true)) {
                audited.verify(audited.ledger(), check, found);
            }
            assertThat(found.kept())
                    .as(edit)
                    .isNotEmpty()
                    .extracting(Finding::kind)
                    .containsOnly(Kind.VIEWS);
            audited.clear();
            writeRows();
        }
    }

    @Test
    void namesTheFirstWrongEntryOfAChangedLog() {
        MemoryLedger forged = audited.ledger().copy();
        forged.entries.set(5, forged.entries.get(5).with("forged".getBytes(StandardCharsets.UTF_8)));
        Findings findings = new Findings();
        try (ViewsCheck check = ViewsCheck.open(
                "jdbc:postgresql://" + POSTGRES.address() + "/seenby",
                "query",
                POSTGRES.passwordOf("query"),
                "views",
                findings,
                true)) {
            audited.verify(forged, check, findings);
        }
        assertThat(findings.exitCode()).isEqualTo(10);
        assertThat(findings.kept())
                .extracting(Finding::sentence)
                .contains("seenby/harbor-law: by the hashes in the views, the first wrong entry has index 5");
    }
}
