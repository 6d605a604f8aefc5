package io.seenby.bench.tamper;

import io.seenby.bench.Progress;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.corpus.Organisation;
import io.seenby.bench.corpus.ReportLine;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Publisher;
import io.seenby.cli.export.KafkaLedger;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A ledger of several tenants, all of it under witnessed checkpoints, with the receipts of every entry. */
final class Scene {

    /** More than there are partitions: some tenants share one. */
    private static final int TENANTS = 8;

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final BenchStack stack;
    private final Path receipts;

    private Scene(BenchStack stack, Path receipts) {
        this.stack = stack;
        this.receipts = receipts;
    }

    /** Publishes in two halves, so that there are checkpoints in the middle. */
    static Scene publish(BenchStack stack, int events, long seed, Progress progress) throws Exception {
        Scene scene = new Scene(stack, stack.file("receipts.ndjson"));
        List<Publisher> publishers = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            publishers.add(Publisher.opening(stack, "tenant-" + i));
        }
        for (int half = 0; half < 2; half++) {
            for (int i = 0; i < TENANTS; i++) {
                var corpus = new Corpus(
                        seed * 100 + half * TENANTS + i,
                        Organisation.DIVISION,
                        Instant.now().minus(Duration.ofHours(1)));
                List<ReportLine> lines = Stream.generate(corpus::next)
                        .limit(events / 2 / TENANTS)
                        .toList();
                String answer = publishers.get(i).publishForReceipts(lines);
                Files.writeString(scene.receipts, answer, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            progress.say("waiting for witnessed checkpoints of everything");
            scene.awaitCovered();
        }
        return scene;
    }

    Path receipts() {
        return receipts;
    }

    LedgerCopy copy() {
        try (KafkaLedger ledger = KafkaLedger.at(stack.local().kafka().bootstrapServers())) {
            return LedgerCopy.of(ledger);
        }
    }

    private void awaitCovered() throws InterruptedException, IOException {
        Instant limit = Instant.now().plus(LIMIT);
        while (!isCovered(copy())) {
            if (Instant.now().isAfter(limit)) {
                throw new IOException("no witnessed checkpoint covers everything within " + LIMIT);
            }
            Thread.sleep(300);
        }
    }

    private boolean isCovered(LedgerCopy ledger) {
        Map<String, Long> sizes = new HashMap<>();
        ledger.log()
                .values()
                .forEach(entries -> entries.forEach(entry -> sizes.merge("seenby/" + entry.tenant(), 1L, Long::sum)));
        for (String text : ledger.notes()) {
            Note note = Note.parse(text);
            Checkpoint stated = Checkpoint.parse(note.text());
            boolean witnessed =
                    note.by(stack.local().signingKeys().witnessKey()).isPresent();
            if (witnessed && stated.size() == sizes.getOrDefault(stated.origin(), -1L)) {
                sizes.remove(stated.origin());
            }
        }
        return sizes.isEmpty();
    }

    /** Our own ledgers have none, so nobody holds a receipt of their entries. */
    private static boolean hasPublishers(String tenant) {
        return !tenant.startsWith("seenby-");
    }

    /** Of one tenant that shares its partition with another: early, in the middle and the last one covered. */
    static List<Place> places(LedgerCopy ledger) {
        for (var each : ledger.log().entrySet()) {
            List<Entry> entries = each.getValue();
            List<String> tenants = entries.stream()
                    .map(Entry::tenant)
                    .filter(Scene::hasPublishers)
                    .distinct()
                    .toList();
            if (tenants.size() > 1) {
                List<Integer> own = new ArrayList<>();
                for (int i = 0; i < entries.size(); i++) {
                    if (entries.get(i).tenant().equals(tenants.get(0))) {
                        own.add(i);
                    }
                }
                int partition = each.getKey();
                return List.of(
                        new Place("early", partition, own.get(2)),
                        new Place("middle", partition, own.get(own.size() / 2)),
                        new Place("last", partition, own.get(own.size() - 1)));
            }
        }
        throw new IllegalStateException("no two tenants share a partition");
    }
}
