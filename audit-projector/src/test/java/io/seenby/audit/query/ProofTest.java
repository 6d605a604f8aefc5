package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Consistency;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Inclusion;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import io.seenby.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger with nothing but the pinned key can check of the answers. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class ProofTest {

    private final ViewsStory story = new ViewsStory();
    private final TreeHasher hasher = new TreeHasher();

    @BeforeEach
    void many() {
        AuditStack.DOOR.reset();
        for (int i = 0; i < 300; i++) {
            story.entry().withText().add();
        }
        story.tell();
    }

    private VerifierKey pinned() throws IOException {
        return SigningKey.ofPem(
                        Files.readString(LocalStack.shared().signingKeys().checkpoint()))
                .verifier("seenby/" + story.name(), KeyKind.LOG);
    }

    private String get(String path) {
        return Ask.auditor(story).get(path).then().statusCode(200).extract().asString();
    }

    private List<Hash> hashes(String path) {
        return JsonPath.from(get(path)).getList("hashes", String.class).stream()
                .map(Hash::ofBase64)
                .toList();
    }

    @Test
    void anEntryIsProvenByItsAnswerAndThePinnedKeyAlone() throws IOException {
        Checkpoints.awaitOf(story);
        for (int index : new int[] {0, 255, 256, 299}) {
            JsonPath answer = JsonPath.from(get("/v1/trail/" + index + "/proof"));
            byte[] value = Base64.getDecoder().decode(answer.getString("value"));
            ProofText proof = ProofText.parse(answer.getString("proof"));
            assertThat(proof.index()).isEqualTo(index);
            assertThat(new String(value)).contains("\"eventId\":\"e-" + index + "\"");
            assertThat(proof.checkpoint().by(pinned())).isPresent();
            Checkpoint stated = proof.proves(hasher.leaf(value)).orElseThrow();
            assertThat(stated.origin()).isEqualTo("seenby/" + story.name());
            assertThat(stated.size()).isEqualTo(300);
            value[value.length / 2] ^= 1;
            assertThat(proof.proves(hasher.leaf(value))).isEmpty();
        }
    }

    @Test
    void aPageOfTheTrailCarriesTheProofsOfItsEntries() throws IOException {
        Checkpoints.awaitOf(story);
        JsonPath page = JsonPath.from(get("/v1/trail?limit=20&proof=true"));
        assertThat(page.getList("entries")).hasSize(20);
        for (int i = 0; i < 20; i++) {
            ProofText proof = ProofText.parse(page.getString("entries[" + i + "].proof.proof"));
            byte[] value = Base64.getDecoder().decode(page.getString("entries[" + i + "].proof.value"));
            assertThat(proof.index()).isEqualTo(page.getLong("entries[" + i + "].position"));
            assertThat(proof.proves(hasher.leaf(value))).isPresent();
            assertThat(proof.checkpoint().by(pinned())).isPresent();
        }
        assertThat(AuditStack.DOOR.told(story.name())).hasSize(1);
    }

    @Test
    void bareProofsVerifyAndLeaveNoRecord() throws IOException {
        Checkpoints.awaitOf(story);
        Note note = Note.parse(get("/v1/ledger/checkpoint"));
        Checkpoint latest = Checkpoint.parse(note.text());
        assertThat(note.by(pinned())).isPresent();
        List<Hash> leaves = hashes("/v1/ledger/leaves?from=0");
        assertThat(leaves).hasSize(300);
        List<Hash> path = hashes("/v1/ledger/inclusion?index=77&size=300");
        assertThat(Inclusion.verify(77, 300, leaves.get(77), path, latest.root()))
                .isTrue();
        Hash old = Inclusion.root(77, 130, leaves.get(77), hashes("/v1/ledger/inclusion?index=77&size=130"))
                .orElseThrow();
        assertThat(Consistency.verify(130, old, 300, latest.root(), hashes("/v1/ledger/consistency?from=130&to=300")))
                .isTrue();
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();
    }

    @Test
    void theCheckpointFollowsTheLedgerAndOldProofsStayTrue() {
        Checkpoint old = Checkpoints.awaitOf(story).checkpoint();
        story.entry().add();
        story.tell();
        Checkpoint grown = Checkpoints.awaitOf(story).checkpoint();
        assertThat(grown.size()).isEqualTo(301);
        assertThat(Consistency.verify(
                        300, old.root(), 301, grown.root(), hashes("/v1/ledger/consistency?from=300&to=301")))
                .isTrue();
    }

    @Test
    void whatNoCheckpointCoversYetHasNoProof() {
        ViewsStory fresh = new ViewsStory();
        fresh.entry().add();
        // It stands in the rows, but the tenant is one of a partition that nobody signs for.
        ViewsStory.run("update tenants set partition = 4000 where tenant = ?", fresh.name());
        fresh.tell();
        Ask.auditor(fresh).get("/v1/trail/0/proof").then().statusCode(404);
        Ask.auditor(fresh)
                .get("/v1/trail?proof=true")
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].proof", nullValue());
        Ask.auditor(fresh).get("/v1/ledger/checkpoint").then().statusCode(404);
    }

    @Test
    void whatCannotBeProvenIsRefusedByName() {
        Ask.auditor(story)
                .get("/v1/ledger/inclusion?size=3")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("index"));
        Ask.auditor(story)
                .get("/v1/ledger/inclusion?index=3&size=3")
                .then()
                .statusCode(400)
                .body("detail", containsString("below size"));
        Ask.auditor(story)
                .get("/v1/ledger/consistency?from=4&to=3")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("from"));
        Ask.auditor(story).get("/v1/ledger/consistency?from=4&to=301").then().statusCode(404);
        Ask.auditor(story).get("/v1/ledger/leaves?from=-1").then().statusCode(400);
        Ask.auditor(story).get("/v1/trail/300/proof").then().statusCode(404);
        Ask.auditor(story).get("/v1/trail?proof=perhaps").then().statusCode(400);
    }
}
