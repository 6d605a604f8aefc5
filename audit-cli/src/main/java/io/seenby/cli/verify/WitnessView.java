package io.seenby.cli.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the witnesses saw last, and the auditor kept: the log must cover it and the topic must hold it. That is how a topic
 * that was cut off, or a log that was rolled back, is noticed.
 *
 * <p>A witness goes on while the log is read. Whatever it cosigned after the log was looked at is left out and counted; a
 * checkpoint is given a moment to arrive on the topic, because it is cosigned before it is published.
 */
final class WitnessView {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<WitnessClient> witnesses;
    private final Testimony testimony;
    private final Notary notary;
    private final LedgerSource source;
    private final Set<String> asked = new HashSet<>();
    private final List<Checkpoint> held = new ArrayList<>();
    private long later;

    WitnessView(List<WitnessClient> witnesses, Testimony testimony, Notary notary, LedgerSource source) {
        this.witnesses = List.copyOf(witnesses);
        this.testimony = testimony;
        this.notary = notary;
        this.source = source;
    }

    /** A note that the auditor kept. */
    void keep(byte[] note, String where) {
        testimony.kept(note, where).ifPresent(held::add);
    }

    /** Before the log's end is looked up: it must cover all that is answered, unless the log is an older copy. */
    void ask(String origin) {
        ask(
                origin,
                source.isLive() ? Instant.MAX : source.asOf(),
                source.isLive() ? Instant.MAX : source.asOf().minus(ARRIVES_WITHIN));
    }

    /** While the log is read: a tenant that the topic says nothing of. */
    void askLate(String origin) {
        ask(origin, source.asOf(), source.asOf().minus(ARRIVES_WITHIN));
    }

    private void ask(String origin, Instant covered, Instant published) {
        if (!asked.add(origin)) {
            return;
        }
        for (WitnessClient witness : witnesses) {
            Optional<byte[]> note = witness.latest(origin);
            String where = "what the witness saw last of " + origin;
            Optional<Instant> at = note.flatMap(bytes -> notary.peek(bytes)).flatMap(Notary.Signed::cosignedAt);
            if (at.isPresent() && at.get().isAfter(covered)) {
                later++;
            } else if (note.isPresent()) {
                Optional<Checkpoint> seen = testimony.seenByWitness(note.get(), where);
                if (at.isEmpty() || !at.get().isAfter(published)) {
                    seen.ifPresent(held::add);
                }
            }
        }
    }

    /** Once all is asked for. */
    void compareWithTopic(Findings findings) {
        List<Checkpoint> missing = missing();
        Instant patience = Instant.now().plus(ARRIVES_WITHIN);
        while (!missing.isEmpty() && source.isLive() && Instant.now().isBefore(patience)) {
            pause();
            testimony.readTopic(source);
            missing = missing();
        }
        for (Checkpoint checkpoint : missing) {
            findings.add(
                    Kind.MISSING,
                    "the checkpoint of %d of %s, which was kept elsewhere, is not on the topic"
                            .formatted(checkpoint.size(), checkpoint.origin()));
        }
    }

    private List<Checkpoint> missing() {
        return held.stream()
                .filter(each -> !testimony.isOnTopic(each))
                .distinct()
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Checkpoints that are younger than what was read of the log. */
    long later() {
        return later;
    }
}
