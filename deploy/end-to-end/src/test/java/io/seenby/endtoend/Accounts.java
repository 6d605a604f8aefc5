package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what publishers and auditors were told with what is there: opened before the load, asked after it. */
final class Accounts implements AutoCloseable {

    private static final Set<String> FINE =
            Set.of("batch 200", "event 201", "question 200", "batch 503", "event 503", "question 503");

    private final RunningSystem system;
    private final AlertTopic topic;
    private final long refusedBefore;
    private final long duplicatesBefore;

    Accounts(RunningSystem system) {
        this.system = system;
        this.topic = new AlertTopic(system);
        this.refusedBefore = refused();
        this.duplicatesBefore = duplicates();
    }

    void requireThatNobodyNoticed(SteadyLoad load) throws Exception {
        system.awaitQuiet();
        System.out.printf(
                "%d events acknowledged, %d sent again, answers %s%n",
                load.acknowledged(), load.sentAgain.get(), load.statuses);
        assertThat(load.broken).as("requests that got no answer").isEmpty();
        assertThat(load.statuses.keySet()).as("%s", load.statuses).isSubsetOf(FINE);
        requireOneRowEach(load.acknowledgedIds());
        assertThat(refused()).as("conflicts and quarantined records").isEqualTo(refusedBefore);
        assertThat(duplicates() - duplicatesBefore).isLessThanOrEqualTo(load.sentAgain.get());
        requireOneAlertEach(load.disclosures);
        requireReceiptsHold(load.receipts);
    }

    /** True of a projector that was not stopped meanwhile. */
    void requireThatNothingWasSentTwice(SteadyLoad load) {
        Set<String> raised = texts("select alert_id " + raisedBy(load.disclosures));
        List<String> sent = topic.alerts().stream()
                .map(this::revisionOf)
                .filter(revision -> raised.contains(revision.substring(0, revision.indexOf('/'))))
                .toList();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(raised.size()).doesNotHaveDuplicates();
    }

    private long refused() {
        return system.count("select coalesce(sum(conflicts + quarantined), 0) from views.positions");
    }

    private long duplicates() {
        return system.count("select coalesce(sum(duplicates), 0) from views.positions");
    }

    private void requireOneRowEach(Set<String> ids) {
        String rows = "from views.entries where event_id in (" + quoted(ids) + ")";
        assertThat(system.count("select count(distinct event_id) " + rows))
                .as("acknowledged events that have a row")
                .isEqualTo(ids.size());
        assertThat(system.count("select count(*) " + rows))
                .as("rows of acknowledged events")
                .isEqualTo(ids.size());
    }

    /** In the views each disclosure has one; on the topic each has its stable id and never two different texts. */
    private void requireOneAlertEach(Collection<String> disclosures) throws Exception {
        String raised = raisedBy(disclosures);
        assertThat(system.count("select count(*) " + raised)).isEqualTo(disclosures.size());
        Set<String> expected = texts("select alert_id " + raised);
        assertThat(expected).hasSameSizeAs(disclosures);
        RunningSystem.await(
                "each alert on the topic",
                () -> alertsOnTopic().keySet().stream()
                        .map(revision -> revision.substring(0, revision.indexOf('/')))
                        .collect(Collectors.toSet())
                        .containsAll(expected));
        assertThat(alertsOnTopic().values()).as("texts of one revision").allMatch(texts -> texts.size() == 1);
    }

    private static String raisedBy(Collection<String> disclosures) {
        return """
                from views.findings join views.entries using (tenant, ledger_index)
                where rule = 'disclosure-without-basis' and alert_id is not null and event_id in (%s)
                """.formatted(quoted(disclosures));
    }

    private Map<String, Set<String>> alertsOnTopic() {
        Map<String, Set<String>> texts = new HashMap<>();
        for (String alert : topic.alerts()) {
            texts.computeIfAbsent(revisionOf(alert), each -> new HashSet<>()).add(alert);
        }
        return texts;
    }

    private String revisionOf(String alert) {
        try {
            JsonNode read = system.tree(alert);
            return read.path("alertId").asText() + "/" + read.path("revision").asText();
        } catch (IOException unreadable) {
            throw new IllegalStateException(alert, unreadable);
        }
    }

    private void requireReceiptsHold(Collection<SteadyLoad.Receipted> receipts) throws Exception {
        VerifierKey key = VerifierKey.parse(
                system.get(system.access.url() + "/v1/receipts/key").strip());
        TreeHasher hasher = new TreeHasher();
        for (SteadyLoad.Receipted each : receipts) {
            ProofText receipt = ProofText.parse(each.receipt());
            Statement statement = Statement.parse(new String(receipt.extra().orElseThrow(), StandardCharsets.UTF_8));
            assertThat(receipt.checkpoint().by(key)).isPresent();
            assertThat(receipt.proves(hasher.leaf(statement.bytes()))).isPresent();
            assertThat(statement.offset()).isEqualTo(each.offset());
        }
        String places = receipts.stream()
                .map(each -> "('%s', %d)".formatted(each.eventId(), each.offset()))
                .collect(Collectors.joining(","));
        assertThat(system.count(
                        "select count(*) from views.entries where (event_id, kafka_offset) in (" + places + ")"))
                .as("receipts that name the offset of their row")
                .isEqualTo(receipts.size());
    }

    /** The one column of what the superuser is answered. */
    private Set<String> texts(String sql) {
        try (var connection = system.stack.postgres().connect("postgres");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> texts = new HashSet<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String quoted(Collection<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    }

    @Override
    public void close() throws InterruptedException {
        topic.close();
    }
}
