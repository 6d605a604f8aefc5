package io.seenby.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.cli.export.MemoryLedger;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.WholeTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts as publishers keep them, right and wrong in every way. */
class ReceiptFileTest {

    private static final Instant AT = Instant.parse("2026-03-04T10:15:31.000001Z");

    @TempDir
    Path folder;

    private final TreeHasher hasher = new TreeHasher();
    private final Scribe scribe =
            new Scribe(1).open("harbor-law", 0).entries("harbor-law", 6).checkpoints();

    private Statement statement(int offset) {
        MemoryLedger.Entry entry = scribe.ledger.entries.get(offset);
        return new Statement("harbor-law", 0, offset, hasher.leaf(entry.value()), AT);
    }

    /** In a tree of two, beside something else. */
    private String receipt(byte[] statement, SigningKey key) {
        List<Hash> leaves = List.of(hasher.leaf(Scribe.bytes("another's")), hasher.leaf(statement));
        WholeTree tree = WholeTree.of(leaves, hasher);
        String text = new Checkpoint(Statement.ORIGIN, 2, tree.root()).text();
        Note note = new Note(text, List.of(key.sign(Statement.ORIGIN, text)));
        return new ProofText(Optional.of(statement), 1, tree.path(1), note).format();
    }

    private static String json(String receipt) {
        return "\"receipt\":\"" + receipt.replace("\n", "\\n") + "\"";
    }

    private static String position(Statement statement) {
        return "\"eventId\":\"e\",\"partition\":0,\"offset\":%d,\"recordedAt\":\"%s\",\"leafHash\":\"%s\""
                .formatted(statement.offset(), statement.recordedAt(), statement.leaf());
    }

    private String answer(int offset) {
        Statement statement = statement(offset);
        return "{\"tenant\":\"harbor-law\"," + position(statement) + ","
                + json(receipt(statement.bytes(), Keys.RECEIPTS)) + "}\n";
    }

    private String batch(int from, int to) {
        StringBuilder lines = new StringBuilder();
        GrowingTree tree = GrowingTree.empty();
        for (int i = from; i < to; i++) {
            lines.append("{\"index\":" + i + ",\"status\":\"recorded\"," + position(statement(i)) + "}\n");
            lines.append("{\"index\":" + i + ",\"status\":\"refused\",\"problem\":{}}\n");
            tree.append(hasher.leaf(statement(i).bytes()));
        }
        byte[] statement = new BatchStatement("harbor-law", tree.size(), tree.root()).bytes();
        return lines + "{" + json(receipt(statement, Keys.RECEIPTS)) + ",\"recorded\":" + tree.size() + "}\n";
    }

    private record Read(Verdict verdict, long receipts, long without) {}

    private Read verify(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        Verdict.Auditor auditor = new Verdict.Auditor();
        ReceiptFile files = new ReceiptFile(List.of(Keys.RECEIPT_KEY), auditor.promises, auditor.findings);
        files.read(folder);
        Verdict verdict = auditor.verify(scribe.ledger.copy());
        Files.delete(file);
        return new Read(verdict, files.read(), files.without());
    }

    @Test
    void acceptsWhatTheLogBearsOut() throws Exception {
        Read proof = verify("one.tlog-proof", receipt(statement(2).bytes(), Keys.RECEIPTS));
        assertThat(proof.verdict().sentences()).isEmpty();
        assertThat(proof.receipts()).isEqualTo(1);
        assertThat(proof.verdict().summary().receiptsKept()).isEqualTo(1);

        Read lines = verify("answers.ndjson", answer(1) + batch(2, 5) + batch(1, 2) + answer(6));
        assertThat(lines.verdict().sentences()).isEmpty();
        assertThat(lines.receipts()).isEqualTo(6);
        assertThat(lines.verdict().summary().receiptsKept()).isEqualTo(6);
    }

    @Test
    void countsAnswersWithoutReceipt() throws Exception {
        String bare = "{\"tenant\":\"harbor-law\"," + position(statement(1)) + "}\n";
        String brokenOff = "{\"index\":0,\"status\":\"recorded\"," + position(statement(2)) + "}\n";
        Read read = verify("answers.ndjson", bare + brokenOff);
        assertThat(read.verdict().exitCode()).isZero();
        assertThat(read.without()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNotProven() throws Exception {
        Statement other = new Statement("harbor-law", 0, 2, hasher.leaf(Scribe.bytes("never written")), AT);
        String batch = batch(2, 5);
        for (String lines : List.of(
                answer(1).replace("\"offset\":1", "\"offset\":2"),
                answer(1).replace("31.000001Z", "32Z"),
                batch.replace("\"offset\":3", "\"offset\":4"),
                batch.substring(batch.indexOf("}\n") + 2),
                batch + batch.substring(batch.lastIndexOf("{\"receipt")),
                "{\"tenant\":\"harbor-law\"," + position(statement(1)) + ","
                        + json(receipt(statement(1).bytes(), Keys.STRANGER)) + "}\n",
                "{\"tenant\":\"harbor-law\"," + position(other) + "," + json(receipt(other.bytes(), Keys.RECEIPTS))
                        + "}\n",
                "{\"tenant\":\"harbor-law\",\"receipt\":\"nonsense\"}\n",
                "no json\n")) {
            Read read = verify("answers.ndjson", lines);
            assertThat(read.verdict().kinds()).as(lines).containsExactly(Kind.RECEIPT);
        }
    }
}
