package io.seenby.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many ask at the same moment. */
class WitnessRaceTest {

    private static final ExampleLog LOG = new ExampleLog("seenby/st-brigid", ExampleLog.newKey());

    @TempDir
    Path folder;

    @RepeatedTest(5)
    void ofManyHistoriesOneIsCosigned() throws Exception {
        List<ExampleLog> forks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            forks.add(LOG.forkedAt(8 + i));
        }
        try (RunningWitness witness =
                RunningWitness.start(ExampleLog.newKey(), folder.resolve("state"), true, LOG.trusted())) {
            witness.add(LOG.request(0, 8));
            List<HttpResponse<String>> answers = atOnce(witness, forks, 8, 60);
            List<Integer> winners = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).statusCode() == 200) {
                    winners.add(i);
                } else {
                    assertThat(answers.get(i).statusCode()).isEqualTo(409);
                    assertThat(answers.get(i).body()).isEqualTo("60\n");
                }
            }
            assertThat(winners).hasSize(1);
            Note kept = Note.parse(witness.latest(LOG.origin).body());
            assertThat(Checkpoint.parse(kept.text()))
                    .isEqualTo(forks.get(winners.get(0)).checkpoint(60));
        }
    }

    private static List<HttpResponse<String>> atOnce(
            RunningWitness witness, List<ExampleLog> logs, long oldSize, long newSize) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ExampleLog log : logs) {
                String request = log.request(oldSize, newSize);
                answers.add(threads.submit(() -> {
                    go.await();
                    return witness.add(request);
                }));
            }
            go.countDown();
        }
        List<HttpResponse<String>> all = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    @Test
    void otherLogsDoNotWaitForEachOther() throws Exception {
        List<ExampleLog> logs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            logs.add(new ExampleLog("seenby/tenant-" + i, LOG.key));
        }
        String every = "seenby/*=" + LOG.key.verifier("x", KeyKind.LOG).publicKey();
        try (RunningWitness witness = RunningWitness.start(ExampleLog.newKey(), folder.resolve("state"), true, every)) {
            assertThat(atOnce(witness, logs, 0, 5)).allMatch(answer -> answer.statusCode() == 200);
            assertThat(witness.get("/health").body()).isEqualTo("ok, logs: 20\n");
        }
    }
}
