package io.seenby.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.seenby.cli.export.MemoryLedger;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of finding, made on purpose; and none where there is nothing to find. */
class VerificationTest {

    private final Scribe scribe = new Scribe(2)
            .open("harbor-law", 0)
            .open("north-clinic", 0)
            .open("east-bank", 1)
            .entries("harbor-law", 5)
            .checkpoints()
            .strangers(0, "harbor-law")
            .entries("north-clinic", 3)
            .entries("harbor-law", 7)
            .checkpoints()
            .entries("east-bank", 2)
            .checkpoints()
            .entries("harbor-law", 4);

    private final MemoryLedger ledger = scribe.ledger;

    private void append(Note note) {
        ledger.notes.add(Scribe.bytes(note.format()));
    }

    @Test
    void findsNothingInACleanLedgerAndSaysWhatIsNotCovered() {
        Verdict clean = Verdict.on(ledger);

        assertThat(clean.sentences()).isEmpty();
        assertThat(clean.exitCode()).isZero();
        assertThat(clean.summary().records()).isEqualTo(ledger.entries.size());
        assertThat(clean.summary().uncovered()).isEqualTo(4);
        assertThat(clean.summary().trees())
                .extracting(TreeLine::origin, TreeLine::size, TreeLine::covered)
                .contains(org.assertj.core.groups.Tuple.tuple("seenby/harbor-law", 17L, 13L));
    }

    @Test
    void namesWhereTheFirstWrongEntryIs() {
        // harbor-law's entry with index 8: between its checkpoints of 6 and 13 entries.
        int at = 0;
        for (int index = -1; index < 8; at++) {
            if (isOf(ledger.entries.get(at), "harbor-law")) {
                index++;
            }
        }
        ledger.entries.set(at - 1, ledger.entries.get(at - 1).with(Scribe.bytes("forged")));

        Verdict verdict = Verdict.on(ledger);

        assertThat(verdict.kinds()).containsExactly(Kind.ENTRIES);
        assertThat(verdict.sentences().get(0)).contains("seenby/harbor-law", "indexes 6 to 12", "partition 0, offsets");
    }

    private static boolean isOf(MemoryLedger.Entry entry, String tenant) {
        return entry.value() != null && new String(entry.key()).equals(tenant);
    }

    @Test
    void findsACheckpointByAKeyThatIsNotPinnedAndNamesTheKey() {
        append(Scribe.signed(scribe.checkpoint("seenby/east-bank"), Keys.STRANGER));
        Verdict verdict = Verdict.on(ledger);
        assertThat(verdict.exitCode()).isEqualTo(18);
        assertThat(verdict.sentences())
                .singleElement()
                .asString()
                .contains(Keys.STRANGER
                        .verifier("seenby/east-bank", KeyKind.LOG)
                        .toString()
                        .split("[+]")[1]);
    }

    @Test
    void findsACheckpointWithAFalseSignatureOfAPinnedKeyOrOfAnotherLog() {
        Note real = scribe.note("seenby/east-bank");
        append(new Note(scribe.checkpoint("seenby/harbor-law").text(), real.signatures()));
        Checkpoint grown = new Checkpoint("seenby/east-bank", 99, new TreeHasher().ofNothing());
        append(new Note(grown.text(), real.signatures()).with(Keys.STRANGER.sign("seenby/east-bank", grown.text())));
        assertThat(Verdict.on(ledger).findings().counts()).isEqualTo(Map.of(Kind.FORGED, 2L));
    }

    @Test
    void aLogWhoseKeyWasChangedIsCleanWhenBothKeysArePinned() {
        append(Scribe.cosigned(Scribe.signed(scribe.checkpoint("seenby/harbor-law"), Keys.LATER)));
        assertThat(Verdict.on(ledger.copy()).kinds()).containsExactly(Kind.UNPINNED);

        Verdict.Auditor auditor = new Verdict.Auditor();
        auditor.logKeys.add(Keys.LATER_KEY);
        Verdict clean = auditor.verify(ledger);
        assertThat(clean.exitCode()).isZero();
        assertThat(clean.summary().signed())
                .isEqualTo(Map.of(
                        Keys.LOG.verifier("any", KeyKind.LOG).publicKey(),
                        ledger.notes.size() - 1L,
                        Keys.LATER.verifier("any", KeyKind.LOG).publicKey(),
                        1L));
        Report report = new Report(clean.summary(), clean.findings(), java.util.Optional.empty());
        assertThat(report.text())
                .contains("1 checkpoints signed by "
                        + Keys.LATER.verifier("any", KeyKind.LOG).publicKey() + ".");
        assertThat(report.json()).contains("\"signedBy\"");
    }

    @Test
    void findsWhatIsNoCheckpoint() {
        ledger.notes.add(Scribe.bytes("hello\n"));
        ledger.notes.add(new byte[0]);
        ledger.notes.add(new byte[] {-1, -2});
        assertThat(Verdict.on(ledger).findings().counts()).containsEntry(Kind.FORGED, 3L);
    }

    @Test
    void findsTwoRootsOfOneSize() {
        Checkpoint real = scribe.checkpoint("seenby/east-bank");
        append(Scribe.cosigned(
                Scribe.signed(new Checkpoint(real.origin(), real.size(), new TreeHasher().ofNothing()), Keys.LOG)));
        assertThat(Verdict.on(ledger).exitCode()).isEqualTo(12);
    }

    @Test
    void findsARewrittenHistoryThatWasSignedAgain() {
        Scribe other = new Scribe(2)
                .open("harbor-law", 0)
                .open("north-clinic", 0)
                .entries("north-clinic", 1)
                .entries("harbor-law", 20)
                .checkpoints();
        MemoryLedger rewritten = other.ledger;
        rewritten.notes.add(0, ledger.notes.get(0));
        rewritten.notes.add(1, ledger.notes.get(1));
        rewritten.notes.add(2, ledger.notes.get(2));

        assertThat(Verdict.on(rewritten).kinds()).contains(Kind.ENTRIES, Kind.FORK);
    }

    @Test
    void findsALogThatEndsTooEarly() {
        MemoryLedger cut = ledger.copy();
        cut.entries.removeIf(entry -> entry.partition() == 1 && entry.offset() > 0);
        assertThat(Verdict.on(cut).kinds()).containsExactly(Kind.SHORT);
    }

    @Test
    void findsAGap() {
        MemoryLedger holed = ledger.copy();
        holed.entries.remove(holed.entries.size() - 2);
        Verdict verdict = Verdict.on(holed);
        assertThat(verdict.exitCode()).isEqualTo(14);
    }

    @Test
    void findsAMissingAndAFalseCosignature() {
        Note bare = scribe.note("seenby/harbor-law");
        append(bare);
        Verdict missing = Verdict.on(ledger.copy());
        assertThat(missing.exitCode()).isEqualTo(16);
        assertThat(missing.summary().uncosigned()).contains(1L);
        assertThat(missing.summary().newestUncosigned()).isEqualTo(1);

        Verdict.Auditor tolerant = new Verdict.Auditor();
        tolerant.allowUnwitnessed = true;
        assertThat(tolerant.verify(ledger.copy()).exitCode()).isZero();

        append(bare.with(Keys.WITNESS.cosign(Keys.WITNESS_KEY.name(), "another text\n", Scribe.COSIGNED)));
        tolerant = new Verdict.Auditor();
        tolerant.allowUnwitnessed = true;
        assertThat(tolerant.verify(ledger).exitCode()).isEqualTo(16);
    }

    @Test
    void findsThatAKeptCheckpointIsNoLongerOnTheTopic() {
        Verdict.Auditor auditor = new Verdict.Auditor();
        // east-bank's newest; the others were signed at the same size before.
        auditor.kept.add(ledger.notes.remove(ledger.notes.size() - 4));
        Verdict verdict = auditor.verify(ledger);
        assertThat(verdict.exitCode()).isEqualTo(17);
    }

    @Test
    void asksTheWitnessWhatItSawLast() throws Exception {
        Note seen = Scribe.cosigned(scribe.note("seenby/harbor-law"));
        HttpServer witness = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        witness.createContext("/checkpoint/", exchange -> {
            byte[] body = Scribe.bytes(seen.format());
            boolean known = exchange.getRequestURI().getRawPath().endsWith("/seenby%2Fharbor-law");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        witness.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + witness.getAddress().getPort());
            Verdict.Auditor auditor = new Verdict.Auditor();
            auditor.witnesses.add(address);
            assertThat(auditor.verify(ledger.copy()).exitCode()).isEqualTo(17);

            MemoryLedger cut = ledger.copy();
            cut.notes.clear();
            cut.entries.remove(cut.entries.size() - 1);
            auditor = new Verdict.Auditor();
            auditor.witnesses.add(address);
            assertThat(auditor.verify(cut).kinds()).containsExactly(Kind.SHORT, Kind.MISSING);
        } finally {
            witness.stop(0);
        }
    }

    @Test
    void findsReceiptsThatTheLogDoesNotBearOut() {
        MemoryLedger.Entry entry = ledger.entries.get(ledger.entries.size() - 1);
        Statement right = receipt(entry.offset(), entry.value());

        Verdict.Auditor auditor = new Verdict.Auditor();
        auditor.promises.add(right);
        Verdict clean = auditor.verify(ledger.copy());
        assertThat(clean.exitCode()).isZero();
        assertThat(clean.summary().receiptsKept()).isEqualTo(1);

        auditor = new Verdict.Auditor();
        auditor.promises.add(receipt(entry.offset(), Scribe.bytes("other")));
        assertThat(auditor.verify(ledger.copy()).exitCode()).isEqualTo(15);

        auditor = new Verdict.Auditor();
        auditor.promises.add(receipt(entry.offset() + 1, entry.value()));
        assertThat(auditor.verify(ledger.copy()).exitCode()).isEqualTo(13);
    }

    private static Statement receipt(long offset, byte[] value) {
        return new Statement("harbor-law", 0, offset, new TreeHasher().leaf(value), Instant.EPOCH);
    }

    @Test
    void seesAForgedOpeningAsAnotherTree() {
        Scribe forged = new Scribe(1);
        // The projector knows that its MAC is false: it stays a stranger's, and the entries after it too.
        forged.write("seenby/~unattributed/0", 0, Scribe.bytes("harbor-law"), Scribe.opened("harbor-law", 0), true);
        forged.open("harbor-law", 0).entries("harbor-law", 3).checkpoints();
        assertThat(Verdict.on(forged.ledger).kinds()).contains(Kind.ENTRIES);
    }

    @Test
    void believesNoOpeningWithoutMacOrForAnotherPartition() {
        Scribe odd = new Scribe(2);
        String strangers = "seenby/~unattributed/0";
        odd.write(strangers, 0, Scribe.bytes("harbor-law"), Scribe.opened("harbor-law", 0), false);
        odd.write(strangers, 0, Scribe.bytes("harbor-law"), Scribe.opened("harbor-law", 1), true);
        odd.write(strangers, 0, Scribe.bytes("other-tenant"), Scribe.opened("harbor-law", 0), true);
        odd.write(strangers, 0, null, Scribe.opened("harbor-law", 0), true);
        odd.open("harbor-law", 0).entries("harbor-law", 2).checkpoints();
        assertThat(Verdict.on(odd.ledger).sentences()).isEmpty();
    }
}
