package io.seenby.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.cli.export.SourceUnreadable;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.core.ledger.VerifierKey;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads receipts as publishers keep them: the text of one ({@code *.tlog-proof}), or answers of access-service, one JSON
 * object a line. A line with a tenant is the answer to a single event. Lines of results are those of a batch and wait for
 * the line with its receipt.
 */
final class ReceiptFile {

    private static final String PROOF = ".tlog-proof";

    private final List<VerifierKey> keys;
    private final Promises promises;
    private final Findings findings;
    private final TreeHasher hasher = new TreeHasher();
    private final List<JsonNode> batch = new ArrayList<>();
    private long read;
    private long without;

    ReceiptFile(List<VerifierKey> keys, Promises promises, Findings findings) {
        this.keys = List.copyOf(keys);
        this.promises = promises;
        this.findings = findings;
    }

    /** A file, or all files of a folder and those below it. Throws {@link SourceUnreadable} if there is nothing to read. */
    void read(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(PROOF)) {
                    guarded(file.toString(), () -> single(Files.readString(file)));
                } else {
                    readLines(file);
                }
            }
        } catch (IOException unreadable) {
            throw new SourceUnreadable("The receipts in " + path + " cannot be read.", unreadable);
        }
    }

    private void readLines(Path file) throws IOException {
        int number = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    guarded(file + ":" + number, () -> line(line));
                }
            }
        }
        without += batch.size();
        batch.clear();
    }

    private interface Reading {
        void read() throws IOException, MalformedJson;
    }

    /** A receipt that cannot be read proves nothing, and the auditor thought that it does. */
    private void guarded(String where, Reading reading) throws IOException {
        try {
            reading.read();
        } catch (IllegalArgumentException | DateTimeException | MalformedJson malformed) {
            findings.add(Kind.RECEIPT, where + ": " + malformed.getMessage());
        }
    }

    private void line(String line) throws MalformedJson {
        JsonNode answer = StrictJson.read(line.getBytes(StandardCharsets.UTF_8));
        if (answer.has("tenant")) {
            answered(answer);
        } else if (answer.has("recorded")) {
            List<JsonNode> items = List.copyOf(batch);
            batch.clear();
            batch(items, answer);
        } else if (answer.path("status").asText().equals("recorded")) {
            batch.add(answer);
        }
    }

    private void answered(JsonNode answer) {
        if (!answer.has("receipt")) {
            without++;
            return;
        }
        Statement said = statement(answer.path("tenant").asText(), answer);
        Statement proven = single(answer.path("receipt").asText());
        if (!said.equals(proven)) {
            throw new IllegalArgumentException("the answer says something else than its receipt");
        }
    }

    private Statement single(String receipt) {
        Statement statement = Statement.parse(proven(receipt));
        promises.add(statement);
        read++;
        return statement;
    }

    private void batch(List<JsonNode> items, JsonNode last) {
        if (!last.has("receipt")) {
            without += items.size();
            return;
        }
        BatchStatement proven = BatchStatement.parse(proven(last.path("receipt").asText()));
        GrowingTree tree = GrowingTree.empty();
        List<Statement> statements = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            Statement statement = statement(proven.tenant(), item);
            statements.add(statement);
            tree.append(hasher.leaf(statement.bytes()));
        }
        if (tree.size() != proven.recorded() || !tree.root().equals(proven.root())) {
            throw new IllegalArgumentException("the results of the batch are not those of its receipt");
        }
        statements.forEach(promises::add);
        read += statements.size();
    }

    private static Statement statement(String tenant, JsonNode recorded) {
        return new Statement(
                tenant,
                recorded.path("partition").asInt(-1),
                recorded.path("offset").asLong(-1),
                Hash.ofBase64(recorded.path("leafHash").asText()),
                Instant.parse(recorded.path("recordedAt").asText()));
    }

    /** What the receipt states, if a pinned key signed a tree with it. */
    private String proven(String receipt) {
        ProofText proof = ProofText.parse(receipt);
        byte[] statement = proof.extra().orElseThrow(() -> new IllegalArgumentException("the receipt states nothing"));
        Optional<?> tree = proof.proves(hasher.leaf(statement))
                .filter(checkpoint -> checkpoint.origin().equals(Statement.ORIGIN));
        if (tree.isEmpty()) {
            throw new IllegalArgumentException("the receipt does not prove what it states");
        }
        if (keys.stream().noneMatch(key -> proof.checkpoint().by(key).isPresent())) {
            throw new IllegalArgumentException("the receipt is signed by no pinned key");
        }
        return new String(statement, StandardCharsets.UTF_8);
    }

    /** Entries with a receipt that its key has signed. */
    long read() {
        return read;
    }

    /** Entries that were answered without one. */
    long without() {
        return without;
    }
}
