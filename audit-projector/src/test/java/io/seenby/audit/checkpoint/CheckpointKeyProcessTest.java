package io.seenby.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.AnnouncingDoor;
import io.seenby.audit.fixture.CheckpointKeyFile;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.FreshLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.ProjectorProgram;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.local.LocalStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program changes the key that it signs checkpoints with. */
class CheckpointKeyProcessTest {

    private static final String ORIGIN = "seenby/st-brigid";

    @TempDir
    Path folder;

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory clinic = new TenantStory("st-brigid", 0, signer);
    private final TenantStory own = new TenantStory("seenby-ledger-0", 0, signer);
    private Topic ledger;
    private CheckpointKeyFile first;
    private CheckpointKeyFile second;

    @BeforeEach
    void empty() throws Exception {
        ledger = FreshLedger.create();
        first = CheckpointKeyFile.create(folder.resolve("first.pem"));
        second = CheckpointKeyFile.create(folder.resolve("second.pem"));
    }

    private List<Draft> ofTheClinic(int records) {
        List<Draft> drafts = new ArrayList<>(List.of(clinic.opened()));
        while (drafts.size() < records) {
            drafts.add(clinic.read("nurse-01", "client-01"));
        }
        return drafts;
    }

    private static Map<String, String> settings(CheckpointKeyFile key, String schema, String door) {
        return Map.of(
                "SEENBY_CHECKPOINT_KEY_FILE",
                key.file().toString(),
                "SEENBY_CHECKPOINT_INTERVAL",
                "200ms",
                "SEENBY_SCHEMA",
                schema,
                "SEENBY_ACCESS_URL",
                door);
    }

    @Test
    void aKeySignsOnlyAfterItIsAnEntryAndTheNextOneNamesIt() throws Exception {
        ledger.append(ofTheClinic(4));
        try (Views views = Views.of("views");
                AnnouncingDoor door = new AnnouncingDoor(ledger, signer)) {
            door.refuse(true);
            try (ProjectorProgram projector = ProjectorProgram.run(settings(first, "views", door.url()))) {
                await(() -> !door.told().isEmpty(), projector);
                await(() -> projector.log().contains("checkpoints wait until the ledger knows their key"), projector);
                assertThat(signedBy(first)).isEmpty();

                door.refuse(false);
                await(() -> signedBy(first).contains(ORIGIN + " 4"), projector);
            }
            assertThat(door.told())
                    .allSatisfy(told -> assertThat(told.has("former")).isFalse())
                    .allSatisfy(told -> assertThat(told.get("key").textValue()).isEqualTo(first.named(0)));
            int before = door.told().size();
            try (ProjectorProgram projector = ProjectorProgram.run(settings(second, "views", door.url()))) {
                await(() -> signedBy(second).contains(ORIGIN + " 4"), projector);
                assertThat(projector.metric("seenby_checkpoints_ignored_total")).isZero();
            }
            assertThat(door.told()).hasSize(before + 1).last().satisfies(told -> {
                assertThat(told.get("key").textValue()).isEqualTo(second.named(0));
                assertThat(told.get("former").textValue())
                        .isEqualTo(first.named(0).split("[+]")[1]);
            });
            assertThat(views.ask("SELECT public_key FROM checkpoint_keys ORDER BY announced_at"))
                    .containsExactly(first.publicKey(), second.publicKey());
        }
    }

    /** The first key had published more than the log holds now, as after a restore: nothing below that may be signed. */
    @Test
    void aRebuildGoesOnFromTheLatestSizeOfAnyAnnouncedKeyAndOfNoOther() throws Exception {
        CheckpointKeyFile stranger = CheckpointKeyFile.create(folder.resolve("stranger.pem"));
        List<Draft> clinics = ofTheClinic(9);
        ledger.append(clinics.subList(0, 7));
        ledger.append(List.of(
                own.opened(),
                own.checkpointKeyRotated(0, first.named(0)),
                own.checkpointKeyRotated(0, stranger.named(0)).signedBy(LedgerSigner.stranger()),
                own.checkpointKeyRotated(0, second.named(0))));
        publish(first.sign(checkpoint(clinics.subList(0, 5))), first.sign(checkpoint(clinics)));
        publish(stranger.sign(new Checkpoint(ORIGIN, 50, new TreeHasher().ofNothing())), "hello");

        try (Views rebuilt = Views.of("views_rebuilt");
                ProjectorProgram projector =
                        ProjectorProgram.run(settings(second, "views_rebuilt", "http://127.0.0.1:1"))) {
            await(() -> signedBy(second).contains("seenby/seenby-ledger-0 4"), projector);
            assertThat(signedBy(second)).noneMatch(each -> each.startsWith(ORIGIN));
            assertThat(projector.metric("seenby_checkpoints_ignored_total")).isGreaterThanOrEqualTo(2);

            ledger.append(clinics.subList(7, 9));
            await(() -> signedBy(second).contains(ORIGIN + " 9"), projector);
            assertThat(signedBy(second))
                    .filteredOn(each -> each.startsWith(ORIGIN))
                    .allMatch(each -> each.endsWith(" 9"));
            assertThat(projector.metric("seenby_doubts_total")).isZero();
            assertThat(rebuilt.ask("SELECT public_key FROM checkpoint_keys ORDER BY announced_at"))
                    .containsExactly(first.publicKey(), second.publicKey());
        }
    }

    @Test
    void doesNotStartWithAKeyFileThatItCannotOpen() throws Exception {
        Path file = folder.resolve("checkpoint.p12");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (var out = Files.newOutputStream(file)) {
            empty.store(out, "right".toCharArray());
        }
        Map<String, String> settings = new HashMap<>(Map.of("SEENBY_CHECKPOINT_KEY_FILE", file.toString()));
        for (String password : List.of("wrong", "right")) {
            settings.put("SEENBY_CHECKPOINT_KEY_PASSWORD", password);
            try (ProjectorProgram projector = ProjectorProgram.run(settings)) {
                assertThat(projector.exitCode()).isNotZero();
                assertThat(projector.log())
                        .contains(
                                password.equals("wrong")
                                        ? "the password of the checkpoint key file is not SEENBY_CHECKPOINT_KEY_PASSWORD"
                                        : "the checkpoint key file holds no Ed25519 key pair");
            }
        }
    }

    private static Checkpoint checkpoint(List<Draft> records) {
        GrowingTree tree = GrowingTree.empty();
        records.forEach(each -> tree.append(new TreeHasher().leaf(each.value())));
        return new Checkpoint(ORIGIN, tree.size(), tree.root());
    }

    private static void publish(String... notes) throws Exception {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            for (String note : notes) {
                producer.send(new ProducerRecord<>("ledger-checkpoints", ORIGIN, note))
                        .get();
            }
        }
    }

    /** Origin and size of each checkpoint on the topic that the key signed, in order. */
    private static List<String> signedBy(CheckpointKeyFile key) {
        List<String> signed = new ArrayList<>();
        Topic.existing("ledger-checkpoints")
                .read()
                .values()
                .forEach(records -> records.forEach(record -> {
                    String text = new String(record.value().orElseThrow(), StandardCharsets.UTF_8);
                    if (text.startsWith("seenby/")) {
                        Note note = Note.parse(text);
                        Checkpoint checkpoint = Checkpoint.parse(note.text());
                        if (key.signed(note, checkpoint.origin())) {
                            signed.add(checkpoint.origin() + " " + checkpoint.size());
                        }
                    }
                }));
        return signed;
    }

    private static void await(Callable<Boolean> condition, ProjectorProgram projector) throws Exception {
        long limit = System.nanoTime() + 90_000_000_000L;
        while (!condition.call()) {
            if (System.nanoTime() > limit || !projector.isRunning()) {
                throw new AssertionError("it never came to that\n" + projector.log());
            }
            Thread.sleep(50);
        }
    }
}
