package io.seenby.audit.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.audit.postgres.Database;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody with the database's password changes of what an entry says is found; nothing else is. */
class PartitionPassTest {

    private static Map<Integer, List<LedgerRecord>> ledger;
    private Views views;
    private Database database;

    @BeforeAll
    static void append() {
        Topic topic = Topic.create("partition-pass", 2);
        topic.append(BusyLedger.of(
                31, 1_500, LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac())));
        ledger = topic.read();
    }

    @BeforeEach
    void project() throws SQLException {
        views = Views.fresh();
        views.projectAll(ledger, 400);
        database = new Database(Views.settings(views.schema()));
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
        views.close();
    }

    /** Both partitions, in chunks of this many records; the first discrepancy. */
    private Optional<Discrepancy> compare(int chunk) throws SQLException {
        for (int partition : ledger.keySet()) {
            PartitionPass pass = new PartitionPass(partition);
            List<ConsumerRecord<byte[], byte[]>> records = ledger.get(partition).stream()
                    .map(PartitionPassTest::onTopic)
                    .toList();
            for (int from = 0; from < records.size(); from += chunk) {
                Optional<Discrepancy> found =
                        pass.compare(records.subList(from, Math.min(records.size(), from + chunk)), database);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static ConsumerRecord<byte[], byte[]> onTopic(LedgerRecord record) {
        return new ConsumerRecord<>(
                "access-ledger",
                record.partition(),
                record.offset(),
                record.key().orElse(null),
                record.value().orElse(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000})
    void whatThePipelineWroteAgreesWithTheLedger(int chunk) throws SQLException {
        assertThat(compare(chunk)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET actor = actor || 'x' WHERE %s",
                "UPDATE entries SET actor_kind = 'service' WHERE %s AND actor_kind <> 'service'",
                "UPDATE entries SET purpose = 'payment' WHERE %s",
                "UPDATE entries SET occurred_at = occurred_at - interval '1 day' WHERE %s",
                "UPDATE entries SET recorded_at = recorded_at + interval '1 ms' WHERE %s",
                "UPDATE entries SET labels = '{public}' WHERE %s",
                "UPDATE entries SET publisher = 'someone' WHERE %s",
                "UPDATE entries SET late = NOT late WHERE %s",
                "UPDATE entries SET kafka_offset = kafka_offset + 1 WHERE %s",
                "UPDATE entries SET value = value || '\\x20'::bytea WHERE %s",
                "DELETE FROM entries WHERE %s",
                "UPDATE entries SET ledger_index = -1 WHERE %s",
                "DELETE FROM entry_clients WHERE %s",
                "UPDATE entry_clients SET client = reverse(client) WHERE %s",
                "UPDATE tree_tiles SET hashes = overlay(hashes PLACING '\\x00'::bytea FROM 40) WHERE tenant = 'st-brigid' AND level = 0 AND tile = 0",
                "DELETE FROM tree_tiles WHERE tenant = 'st-brigid' AND level = 0",
            })
    void anEditedRowIsFound(String edit) throws SQLException {
        String one = "tenant = 'st-brigid' AND ledger_index = (SELECT ledger_index FROM entries WHERE"
                + " tenant = 'st-brigid' AND type = 'seenby.record-read.v1' ORDER BY ledger_index LIMIT 1 OFFSET 40)";
        assertThat(views.ask(edit.formatted(one))).isEmpty();

        assertThat(compare(300)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflicts", "quarantine"})
    void aDroppedOrEditedRefusalIsFound(String table) throws SQLException {
        views.ask("UPDATE %s SET value = '\\x00' WHERE ctid = (SELECT min(ctid) FROM %<s)".formatted(table));
        assertThat(compare(300)).isPresent();
        views.ask("DELETE FROM " + table);
        assertThat(compare(300)).isPresent();
    }

    @Test
    void editedCountsAreFound() throws SQLException {
        views.ask("UPDATE positions SET entries = entries + 1, duplicates = duplicates - 1 WHERE partition = 1");

        assertThat(compare(300).map(Discrepancy::what)).contains("the partition's counts are not those of its rows");
    }

    @Test
    void theFirstPlaceIsNamed() throws SQLException {
        views.ask("UPDATE entries SET actor = 'x' WHERE tenant = 'harbor-law' AND ledger_index = (SELECT"
                + " max(ledger_index) FROM entries WHERE tenant = 'harbor-law')");
        String index =
                views.ask("SELECT ledger_index FROM entries WHERE actor = 'x'").get(0);

        assertThat(compare(300))
                .contains(new Discrepancy(
                        "harbor-law", Long.parseLong(index), "the row's columns are not what its value says"));
    }
}
