package io.seenby.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import io.seenby.local.Folders;
import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.StartFailed;
import io.seenby.local.WitnessProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness of the local stack: a process of its own that is killed and loses its disk. */
class WitnessProcessTest {

    @TempDir
    Path state;

    private LocalStack stack;
    private WitnessProcess witness;
    private ExampleLog log;

    @BeforeEach
    void start() throws Exception {
        stack = new LocalStack(LocalStack.Settings.forTests(ProjectRoot.find(), state, Ports.free()));
        witness = stack.witness();
        witness.start();
        SigningKey checkpoints =
                SigningKey.ofPem(Files.readString(stack.signingKeys().checkpoint()));
        log = new ExampleLog("seenby/st-brigid", checkpoints);
    }

    @AfterEach
    void stop() {
        witness.stop();
    }

    @Test
    void knowsAfterKillWhatItCosigned() throws Exception {
        HttpResponse<String> answer = add(log, 0, 7);
        VerifierKey key = VerifierKey.parse(stack.environment().get("SEENBY_WITNESS_KEY"));
        assertThat(Note.parse(log.note(7).format() + answer.body()).by(key)).isPresent();
        witness.kill();
        witness.start();

        assertThat(add(log.forkedAt(5), 7, 20).statusCode()).isEqualTo(422);
        assertThat(add(log, 0, 5).body()).isEqualTo("7\n");
        assertThat(add(log, 7, 20).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotBeginAnewWhenItsStateIsGone() throws Exception {
        add(log, 0, 7);
        witness.stop();
        Folders.delete(state.resolve("data/witness/state"));

        assertThatThrownBy(witness::start).isInstanceOf(StartFailed.class).hasMessageContaining("its state is lost");
    }

    private HttpResponse<String> add(ExampleLog some, long oldSize, long newSize) throws Exception {
        URI uri = URI.create(stack.environment().get("SEENBY_WITNESS_URL") + "/add-checkpoint");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(BodyPublishers.ofString(some.request(oldSize, newSize)))
                                .build(),
                        BodyHandlers.ofString());
    }
}
