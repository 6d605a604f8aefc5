package io.seenby.bench.tamper;

import io.seenby.bench.tamper.Attempt.Given;
import java.util.List;

/**
 * What cannot be noticed, and what it takes to notice it after all. Each is tried: an attempt here that a verification
 * does notice has left this list.
 */
final class Limits {

    private final Signer signer;

    Limits(Signer signer) {
        this.signer = signer;
    }

    /** Nobody notices these. */
    List<Attempt> unnoticed() {
        return List.of(
                Attempt.on("flip before a checkpoint", "until the next checkpoint, 5 s by default", (ledger, place) -> {
                    ledger.notes().removeIf(note -> OnCheckpoints.covers(ledger, place, note));
                    OnTheLog.flip(ledger, place);
                }),
                Attempt.on(
                        "truncate before a checkpoint",
                        "until the next checkpoint, 5 s by default",
                        (ledger, place) -> {
                            ledger.notes().removeIf(note -> OnCheckpoints.covers(ledger, place, note));
                            List<Entry> entries = ledger.partition(place.partition());
                            String tenant = OnTheLog.entry(ledger, place).tenant();
                            List<Entry> tail = entries.subList(place.at(), entries.size());
                            tail.removeIf(entry -> entry.tenant().equals(tenant));
                            ledger.renumber(place.partition());
                        }),
                Attempt.on(
                        "delete a checkpoint that nobody kept",
                        "for ever, if a later one is there",
                        (ledger, place) -> ledger.notes()
                                .remove(ledger.notes().stream()
                                        .filter(note -> OnCheckpoints.covers(ledger, place, note))
                                        .findFirst()
                                        .filter(note -> !note.equals(OnCheckpoints.newest(ledger, place)))
                                        .orElse(""))),
                Attempt.on(
                        "rewrite with both keys",
                        "for ever, if nobody kept a checkpoint or a receipt",
                        (ledger, place) -> {
                            OnTheLog.flip(ledger, place);
                            signer.signAnew(
                                    ledger,
                                    place.partition(),
                                    OnTheLog.entry(ledger, place).tenant(),
                                    Signer::stolen);
                        }));
    }

    /** The first and the last of them, with what an auditor may have kept. */
    List<Attempt> noticedWithMore() {
        return List.of(
                unnoticed().get(0).with(Given.RECEIPTS),
                unnoticed().get(1).with(Given.RECEIPTS),
                unnoticed().get(3).with(Given.RECEIPTS),
                unnoticed().get(3).with(Given.KEPT),
                unnoticed().get(3).with(Given.WITNESS));
    }
}
