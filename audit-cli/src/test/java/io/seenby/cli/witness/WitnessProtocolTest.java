package io.seenby.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer that C2SP tlog-witness knows, over HTTP. */
class WitnessProtocolTest {

    private static final SigningKey WITNESS = ExampleLog.newKey();
    private static final ExampleLog LOG = new ExampleLog("seenby/st-brigid", ExampleLog.newKey());

    @TempDir
    Path folder;

    private RunningWitness witness;

    @BeforeEach
    void start() {
        witness = RunningWitness.start(WITNESS, folder.resolve("state"), true, LOG.trusted());
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void cosignsALogThatGrows() throws Exception {
        for (long[] step : new long[][] {{0, 0}, {0, 1}, {1, 1}, {1, 7}, {7, 256}, {256, 1000}, {1000, 1000}}) {
            HttpResponse<String> answer = witness.add(LOG.request(step[0], step[1]));
            assertThat(witness.cosigned(answer, LOG.note(step[1])))
                    .as("%d to %d: %s", step[0], step[1], answer.body())
                    .isTrue();
        }
        Note latest = Note.parse(witness.latest(LOG.origin).body());
        assertThat(Checkpoint.parse(latest.text())).isEqualTo(LOG.checkpoint(1000));
        assertThat(latest.by(LOG.key.verifier(LOG.origin, KeyKind.LOG))).isPresent();
        assertThat(witness.key.cosignedAt(latest))
                .hasValueSatisfying(at -> assertThat(Duration.between(at, Instant.now()))
                        .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1)));
        assertThat(witness.get("/health").body()).isEqualTo("ok, logs: 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0",
                "old 0\n\n",
                "old 00\n\nNOTE",
                "old -1\n\nNOTE",
                "old 9223372036854775808\n\nNOTE",
                "Old 0\n\nNOTE",
                "0\n\nNOTE",
                "\nold 0\n\nNOTE",
                "old 0\nAAAA\n\nNOTE",
                "old 0\n\nUNSIGNED",
                "old 0\n\nseenby/st-brigid\n1\n",
                "old 0\r\n\r\nNOTE",
            })
    void refusesWhatIsMalformed(String body) throws Exception {
        String note = LOG.note(1).format();
        String unsigned = LOG.note(1).text() + "\n";

        assertThat(witness.add(body.replace("UNSIGNED", unsigned).replace("NOTE", note))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesMoreHashesThanAnyTreeNeedsAndBytesThatAreNoText() throws Exception {
        List<Hash> proof = Collections.nCopies(63, LOG.checkpoint(1).root());
        assertThat(witness.add(ExampleLog.request(0, proof, LOG.note(1))).statusCode())
                .isEqualTo(422);
        List<Hash> longer = Collections.nCopies(64, LOG.checkpoint(1).root());
        assertThat(witness.add(ExampleLog.request(0, longer, LOG.note(1))).statusCode())
                .isEqualTo(400);
        assertThat(witness.add(new byte[] {'o', 'l', 'd', ' ', '0', '\n', '\n', (byte) 0xff})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void doesNotKnowOtherLogs() throws Exception {
        for (String origin : List.of("seenby/st-brigid2", "seenby", "seenby/other", "../../etc/passwd")) {
            ExampleLog other = new ExampleLog(origin, LOG.key);
            assertThat(witness.add(other.request(0, 1)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void goesOnWithALogWhoseKeyWasChangedIfBothAreTrusted() throws Exception {
        ExampleLog changed = new ExampleLog("seenby/st-brigid", ExampleLog.newKey());
        assertThat(witness.add(LOG.request(0, 5)).statusCode()).isEqualTo(200);
        assertThat(witness.add(changed.request(5, 7)).statusCode()).isEqualTo(403);
        witness.close();
        witness = RunningWitness.start(WITNESS, folder.resolve("state"), false, LOG.trusted(), changed.trusted());

        assertThat(witness.add(changed.request(0, 4)).statusCode())
                .as("it remembers what it saw under the key before")
                .isEqualTo(409);
        assertThat(witness.add(changed.request(5, 7)).statusCode()).isEqualTo(200);
        assertThat(witness.add(LOG.request(7, 8)).statusCode()).isEqualTo(200);
    }

    @Test
    void wantsASignatureOfATrustedKey() throws Exception {
        SigningKey stranger = ExampleLog.newKey();
        Note byStranger = LOG.signed(LOG.checkpoint(1).text(), stranger);
        Note falseOne = new Note(LOG.checkpoint(1).text(), LOG.note(2).signatures());

        assertThat(witness.add(ExampleLog.request(0, List.of(), byStranger)).statusCode())
                .isEqualTo(403);
        assertThat(witness.add(ExampleLog.request(0, List.of(), falseOne)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void ignoresSignaturesOfStrangersAndDoesNotKeepThem() throws Exception {
        List<Note.Signature> hundred = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            hundred.add(ExampleLog.newKey().sign("stranger", "anything\n"));
        }
        hundred.addAll(LOG.note(1).signatures());
        Note crowded = new Note(LOG.checkpoint(1).text(), hundred);

        assertThat(witness.add(ExampleLog.request(0, List.of(), crowded)).statusCode())
                .isEqualTo(200);
        assertThat(Note.parse(witness.latest(LOG.origin).body()).signatures()).hasSize(2);
    }

    @Test
    void tellsWhatItCosignedLastWhenTheLogThinksOfAnotherSize() throws Exception {
        HttpResponse<String> first = witness.add(LOG.request(3, 5));
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body()).isEqualTo("0\n");
        witness.add(LOG.request(0, 5));

        HttpResponse<String> second = witness.add(LOG.request(3, 9));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).isEqualTo("5\n");
        assertThat(second.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(witness.add(LOG.request(5, 9)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesARollback() throws Exception {
        witness.add(LOG.request(0, 9));

        assertThat(witness.add(ExampleLog.request(9, List.of(), LOG.note(5))).statusCode())
                .isEqualTo(400);
        assertThat(witness.add(LOG.request(0, 5)).statusCode()).isEqualTo(409);
        assertThat(witness.add(LOG.request(5, 5)).statusCode()).isEqualTo(409);
        assertThat(Checkpoint.parse(
                        Note.parse(witness.latest(LOG.origin).body()).text()))
                .isEqualTo(LOG.checkpoint(9));
    }

    @Test
    void refusesAFork() throws Exception {
        ExampleLog fork = LOG.forkedAt(3);
        witness.add(LOG.request(0, 9));

        HttpResponse<String> sameSize = witness.add(fork.request(9, 9));

        assertThat(sameSize.statusCode()).isEqualTo(409);
        assertThat(sameSize.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(witness.add(fork.request(9, 20)).statusCode()).isEqualTo(422);
        assertThat(witness.add(ExampleLog.request(9, LOG.proof(9, 20), fork.note(20)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(witness.add(LOG.request(9, 20)).statusCode()).isEqualTo(200);
    }

    @Test
    void aProofMustLeadFromTheOldSizeAndNothingMore() throws Exception {
        List<Hash> some = LOG.proof(3, 9);
        assertThat(witness.add(ExampleLog.request(0, some, LOG.note(9))).statusCode())
                .isEqualTo(422);
        witness.add(LOG.request(0, 3));

        assertThat(witness.add(ExampleLog.request(3, List.of(), LOG.note(9))).statusCode())
                .isEqualTo(422);
        assertThat(witness.add(ExampleLog.request(3, some.subList(1, some.size()), LOG.note(9)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(witness.add(ExampleLog.request(3, some, LOG.note(3))).statusCode())
                .isEqualTo(422);
        assertThat(witness.add(ExampleLog.request(3, some, LOG.note(9))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEmptyLogHasOneRoot() throws Exception {
        Checkpoint false0 = new Checkpoint(LOG.origin, 0, LOG.checkpoint(1).root());

        assertThat(witness.add(ExampleLog.request(0, List.of(), LOG.signed(false0.text(), LOG.key)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(witness.latest(LOG.origin).statusCode()).isEqualTo(404);
    }

    @Test
    void answersNothingElse() throws Exception {
        assertThat(witness.add("old 0\n".repeat(12_000)).statusCode()).isEqualTo(413);
        assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(witness.send(witness.to("/health").DELETE()).statusCode()).isEqualTo(405);
        assertThat(witness.send(witness.to("/checkpoint/x").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        for (String path : List.of("/", "/add-checkpoint/", "/healthy", "/checkpoint", "/checkpoint/", "/x")) {
            assertThat(witness.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("..%2f..%2fwitness.vkey", "%00", "%ff", "seenby%2Fother")) {
            assertThat(witness.get("/checkpoint/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
