package io.seenby.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceiptSignerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Long> signedAt = new ArrayList<>();
    private SigningKey key;
    private VerifierKey published;
    private ReceiptSigner signer;

    @BeforeEach
    void start() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = new SigningKey(pair.getPrivate(), pair.getPublic());
        // From its text, as whoever checks has it.
        published =
                VerifierKey.parse(key.verifier(Statement.ORIGIN, KeyKind.LOG).toString());
        signer = signer(this::sign);
    }

    @AfterEach
    void stop() throws InterruptedException {
        signer.stop();
    }

    private ReceiptSigner signer(Function<String, Note.Signature> by) {
        ReceiptSigner made = new ReceiptSigner(by, new AccessMetrics(meters));
        made.start(new StartupEvent());
        return made;
    }

    private Note.Signature sign(String text) {
        signedAt.add(System.nanoTime());
        return key.sign(Statement.ORIGIN, text);
    }

    private CompletableFuture<Optional<Receipt>> receipt(int number) {
        return signer.receipt(() -> statement(number));
    }

    private static byte[] statement(int number) {
        return ("statement " + number + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(CompletableFuture<Optional<Receipt>> receipt) {
        return receipt.join().orElseThrow().text();
    }

    /** The size of the tree that the receipt proves the statement to be in; empty if it proves no such thing. */
    private Optional<Long> check(String text, byte[] statement) {
        ProofText proof = ProofText.parse(text);
        return proof.proves(new TreeHasher().leaf(statement))
                .filter(stated -> stated.origin().equals(Statement.ORIGIN))
                .filter(stated -> proof.checkpoint().by(published).isPresent())
                .map(Checkpoint::size);
    }

    @Test
    void firstAfterASilenceIsSignedAtOnceAndAlone() throws InterruptedException {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            String text = text(receipt(i));
            quickest = Math.min(quickest, signedAt.get(i) - began);
            assertThat(check(text, statement(i))).hasValue(1L);
            assertThat(ProofText.parse(text).extra()).hasValue(statement(i));
            Thread.sleep(10);
        }
        // Did it wait, it would each time.
        assertThat(quickest).isLessThan(TimeUnit.MILLISECONDS.toNanos(5));
    }

    @Test
    void whatComesWhileAnotherGroupIsSignedSharesTheNextSignature() throws InterruptedException {
        CountDownLatch free = new CountDownLatch(1);
        signer.stop();
        signer = signer(text -> {
            awaitQuietly(free);
            return sign(text);
        });
        CompletableFuture<Optional<Receipt>> first = receipt(0);
        Thread.sleep(50);
        List<CompletableFuture<Optional<Receipt>>> others = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            others.add(receipt(i));
        }
        assertThat(others).noneMatch(CompletableFuture::isDone);
        free.countDown();
        assertThat(check(text(first), statement(0))).hasValue(1L);
        for (int i = 1; i <= 100; i++) {
            assertThat(check(text(others.get(i - 1)), statement(i))).hasValue(100L);
        }
        assertThat(meters.get("seenby.receipts.group").summary().max()).isEqualTo(100);
        assertThat(meters.get("seenby.receipts.signing").timer().count()).isEqualTo(2);
    }

    @Test
    void tenThousandFromManyThreadsEachHaveTheirOwnAndFewSignatures() throws Exception {
        int threads = 8;
        int each = 1_250;
        List<CompletableFuture<Optional<Receipt>>> receipts = new ArrayList<>();
        for (int i = 0; i < threads * each; i++) {
            receipts.add(new CompletableFuture<>());
        }
        long began = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                int from = t * each;
                senders.execute(() -> {
                    for (int i = from; i < from + each; i++) {
                        CompletableFuture<Optional<Receipt>> mine = receipts.get(i);
                        receipt(i).thenAccept(mine::complete);
                    }
                });
            }
        }
        for (int i = 0; i < receipts.size(); i++) {
            String text = text(receipts.get(i));
            // Ed25519 is slow to check: all paths, and every fiftieth signature.
            assertThat(ProofText.parse(text).proves(new TreeHasher().leaf(statement(i))))
                    .isPresent();
            if (i % 50 == 0) {
                assertThat(check(text, statement(i))).isPresent();
                assertThat(check(text, statement(i + 1))).isEmpty();
            }
        }
        long spacing = TimeUnit.MILLISECONDS.toNanos(5);
        assertThat((long) signedAt.size()).isLessThanOrEqualTo((System.nanoTime() - began) / spacing + 1);
        assertThat(meters.get("seenby.receipts.group").summary().totalAmount()).isEqualTo(10_000);
    }

    @Test
    void standsInJsonAsTheSameText() throws Exception {
        Receipt receipt = receipt(1).join().orElseThrow();
        StringBuilder json = new StringBuilder("\"");
        receipt.appendTo(json);
        assertThat(new ObjectMapper().readTree(json.append('"').toString()).textValue())
                .isEqualTo(receipt.text());
    }

    @Test
    void aChangedReceiptProvesNothing() {
        String text = text(receipt(1));
        assertThat(check(text, statement(1))).isPresent();
        assertThat(check(text, statement(2))).isEmpty();
        assertThat(check(text.replace("seenby-receipts/v1\n1\n", "seenby-receipts/v1\n2\n"), statement(1)))
                .isEmpty();
        String signature = text.substring(text.lastIndexOf(' ') + 1);
        String other = signature.substring(0, 20) + (signature.charAt(20) == 'A' ? 'B' : 'A') + signature.substring(21);
        assertThat(check(text.replace(signature, other), statement(1))).isEmpty();
    }

    @Test
    void whoWaitsForASignatureThatFailsIsAnsweredWithoutAReceipt() throws InterruptedException {
        signer.stop();
        signer = signer(text -> {
            throw new IllegalStateException("no key");
        });
        assertThat(receipt(1).join()).isEmpty();
        assertThat(receipt(2).join()).isEmpty();
        assertThat(meters.get("seenby.receipts.failed").counter().count()).isEqualTo(2);
    }

    @Test
    void whoWaitsWhenItStopsIsSignedAndWhoComesLaterIsAnswered() throws InterruptedException {
        List<CompletableFuture<Optional<Receipt>>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(receipt(i));
        }
        signer.stop();
        assertThat(waiting)
                .allSatisfy(receipt -> assertThat(receipt).isCompletedWithValueMatching(Optional::isPresent));
        assertThat(receipt(51)).isCompletedWithValueMatching(Optional::isEmpty);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
