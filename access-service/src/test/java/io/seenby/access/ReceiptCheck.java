package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** ReceiptCheck as a publisher checks them: from the text of an answer and a key that it knows, and nothing else. */
public final class ReceiptCheck {

    private static final TreeHasher HASHER = new TreeHasher();

    private final VerifierKey key;

    private ReceiptCheck(VerifierKey key) {
        this.key = key;
    }

    public static ReceiptCheck withThePublishedKey() {
        String published = Client.withoutToken().get("/v1/receipts/key").body();
        assertThat(published).endsWith("\n");
        return new ReceiptCheck(VerifierKey.parse(published.strip()));
    }

    /** What the receipt proves that the service stated; fails if it proves nothing. */
    public String statement(String receipt) {
        ProofText proof = ProofText.parse(receipt);
        byte[] statement = proof.extra().orElseThrow();
        assertThat(proof.checkpoint().by(key)).as("signature of the service").isPresent();
        assertThat(proof.proves(HASHER.leaf(statement)).map(Checkpoint::origin))
                .as("place in the signed tree")
                .hasValue(Statement.ORIGIN);
        return new String(statement, StandardCharsets.UTF_8);
    }

    /** Fails unless the answer's receipt states what the answer says of its one event. */
    public void checkSingle(JsonNode answer) {
        Statement stated = Statement.parse(statement(answer.get("receipt").textValue()));
        assertThat(stated).isEqualTo(said(answer.get("tenant").textValue(), answer));
    }

    /** Fails unless the receipt behind the results states what they say of their items. */
    public void checkBatch(String tenant, List<JsonNode> results, JsonNode last) {
        assertThat(BatchStatement.parse(statement(last.get("receipt").textValue())))
                .isEqualTo(said(tenant, results));
        assertThat(last.get("recorded").longValue())
                .isEqualTo(said(tenant, results).recorded());
    }

    private static BatchStatement said(String tenant, List<JsonNode> results) {
        GrowingTree tree = GrowingTree.empty();
        results.stream()
                .filter(result -> result.get("status").textValue().equals("recorded"))
                .forEach(result -> tree.append(HASHER.leaf(said(tenant, result).bytes())));
        return new BatchStatement(tenant, tree.size(), tree.root());
    }

    private static Statement said(String tenant, JsonNode result) {
        return new Statement(
                tenant,
                result.get("partition").intValue(),
                result.get("offset").longValue(),
                Hash.ofBase64(result.get("leafHash").textValue()),
                Instant.parse(result.get("recordedAt").textValue()));
    }
}
