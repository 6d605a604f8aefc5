package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Inclusion;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import io.seenby.events.CloudEventAttributes;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** From a receipt to a checkpoint that a witness has cosigned; and what happens when something does not agree. */
class IntegrityTest {

    private static final String TENANT = RunningSystem.OTHER_TENANT;

    private final RunningSystem system = RunningSystem.shared();
    private final TreeHasher hasher = new TreeHasher();

    private VerifierKey ledgerKey() throws Exception {
        return SigningKey.ofPem(Files.readString(system.stack.signingKeys().checkpoint()))
                .verifier("seenby/" + TENANT, KeyKind.LOG);
    }

    private VerifierKey receiptKey() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(system.access.url() + "/v1/receipts/key"))
                .build();
        return VerifierKey.parse(
                system.http.send(request, BodyHandlers.ofString()).body().strip());
    }

    private Note checkpoint() {
        try {
            var answer = system.ask("/v1/ledger/checkpoint", "auditor", TENANT);
            return answer.statusCode() == 200 ? Note.parse(answer.body()) : new Note("none\n", java.util.List.of());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private boolean isWitnessed(Note note) {
        return note.by(system.stack.signingKeys().witnessKey()).isPresent();
    }

    /** The index of an entry, as the views tell it. */
    private long indexOf(String eventId) {
        return system.count("select ledger_index from views.entries where tenant = '%s' and event_id = '%s'"
                .formatted(TENANT, eventId));
    }

    @Test
    void aReceiptLeadsToACheckpointThatAWitnessHasCosigned() throws Exception {
        String id = Reports.id();
        JsonNode answer = system.read(system.publish(TENANT, Reports.read(id, "clerk-1", Reports.id())));
        ProofText receipt = ProofText.parse(answer.path("receipt").asText());
        Statement statement = Statement.parse(new String(receipt.extra().orElseThrow(), StandardCharsets.UTF_8));
        assertThat(receipt.checkpoint().by(receiptKey())).isPresent();
        assertThat(receipt.proves(hasher.leaf(statement.bytes()))).isPresent();
        assertThat(statement.offset()).isEqualTo(answer.path("offset").asLong());

        system.awaitQuiet();
        long index = indexOf(id);
        RunningSystem.await(
                "a witnessed checkpoint that covers it",
                () -> isWitnessed(checkpoint())
                        && Checkpoint.parse(checkpoint().text()).size() > index);
        JsonNode proven = system.read(system.ask("/v1/trail/" + index + "/proof", "auditor", TENANT));
        ProofText proof = ProofText.parse(proven.path("proof").asText());
        assertThat(proof.checkpoint().by(ledgerKey())).isPresent();
        assertThat(isWitnessed(proof.checkpoint())).isTrue();
        assertThat(proof.proves(statement.leaf())).isPresent();
        assertThat(hasher.leaf(Base64.getDecoder().decode(proven.path("value").asText())))
                .isEqualTo(statement.leaf());
        assertThat(Inclusion.verify(
                        index,
                        Checkpoint.parse(proof.checkpoint().text()).size(),
                        statement.leaf(),
                        proof.path(),
                        Checkpoint.parse(proof.checkpoint().text()).root()))
                .isTrue();
    }

    @Test
    void aWitnessThatStaysAwayIsAnAlertAndItsReturnIsSeen() throws Exception {
        try (AlertStream stream = new AlertStream(system, TENANT, "")) {
            system.witness.kill();
            try {
                system.publish(TENANT, Reports.read(Reports.id(), "clerk-1", Reports.id()));
                RunningSystem.await("the alert", () -> stream.shows("No witness has cosigned"));
            } finally {
                system.witness.start();
            }
            RunningSystem.await("a cosigned checkpoint", () -> isWitnessed(checkpoint()));
        }
    }

    @Test
    void anEditedRowIsAnAlert() throws Exception {
        String id = Reports.id();
        try (AlertStream stream = new AlertStream(system, TENANT, "")) {
            system.publish(TENANT, Reports.read(id, "clerk-1", Reports.id()));
            system.awaitQuiet();
            edit("update views.entries set purpose = 'treatment' where event_id = '%s'".formatted(id));
            try {
                RunningSystem.await("the alert", () -> stream.shows("views are not what the ledger"));
            } finally {
                edit("update views.entries set purpose = 'legal-representation' where event_id = '%s'".formatted(id));
            }
        }
    }

    @Test
    void aForgedRecordIsAnAlertAndNoRow() throws Exception {
        try (AlertStream stream = new AlertStream(system, TENANT, "")) {
            long rows = system.count("select count(*) from views.entries where publisher = 'forger'");
            forge("{\"tenant\":\"%s\",\"publisher\":\"forger\"}".formatted(TENANT));
            RunningSystem.await("the alert", () -> stream.shows("nobody with an accepted ledger key"));
            assertThat(system.count("select count(*) from views.entries where publisher = 'forger'"))
                    .isEqualTo(rows);
        }
    }

    /** With the broker's credentials, and a MAC of nobody's. */
    private void forge(String value) throws Exception {
        int partition = (int) system.count("select partition from views.tenants where tenant = '" + TENANT + "'");
        var record = new ProducerRecord<>(
                "access-ledger",
                partition,
                TENANT.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
        record.headers().add(CloudEventAttributes.MAC_HEADER, new byte[] {1, 2, 3, 4, 5, 6});
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", system.stack.kafka().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private void edit(String sql) throws Exception {
        try (var connection = system.stack.postgres().connect("postgres");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
