package io.seenby.bench.tamper;

import io.seenby.bench.tamper.Attempt.Given;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import java.util.List;
import java.util.function.UnaryOperator;

/** Attempts on what was signed, some with stolen keys. */
final class OnCheckpoints {

    private final Signer signer;

    OnCheckpoints(Signer signer) {
        this.signer = signer;
    }

    List<Attempt> all() {
        return List.of(
                Attempt.on(
                        "rewrite and recompute",
                        "a flipped bit, and all checkpoints signed anew with the ledger's key",
                        (ledger, place) -> rewrite(ledger, place, Signer::none)),
                Attempt.on(
                        "rewrite, paste cosignatures",
                        "the same, with the old cosignatures below",
                        (ledger, place) -> rewrite(ledger, place, Signer::pasted)),
                Attempt.on(
                                "rewrite, drop checkpoints",
                                "a flipped bit, and every checkpoint that covers it deleted",
                                (ledger, place) -> {
                                    OnTheLog.flip(ledger, place);
                                    ledger.notes().removeIf(note -> covers(ledger, place, note));
                                })
                        .with(Given.WITNESS),
                Attempt.on("roll back", "log and checkpoints as they were earlier", (ledger, place) -> {
                            ledger.notes().removeIf(note -> covers(ledger, place, note));
                            List<Entry> entries = ledger.partition(place.partition());
                            entries.subList(place.at(), entries.size()).clear();
                        })
                        .with(Given.WITNESS),
                Attempt.on(
                                "fork two views",
                                "another history, signed with the ledger's and the witness' key",
                                (ledger, place) -> rewrite(ledger, place, Signer::stolen))
                        .with(Given.KEPT),
                Attempt.on("roll the witness back", "the same, after the witness lost its memory", (ledger, place) -> {
                            rewrite(ledger, place, Signer::stolen);
                            ledger.notes().removeIf(note -> covers(ledger, place, note) && !isNewest(ledger, note));
                        })
                        .with(Given.KEPT),
                Attempt.on("delete the newest checkpoint", "of the tenant", OnCheckpoints::dropNewest)
                        .with(Given.WITNESS),
                Attempt.on("delete a kept checkpoint", "of the tenant, which an auditor has", OnCheckpoints::dropNewest)
                        .with(Given.KEPT),
                Attempt.on(
                        "another size",
                        "a checkpoint's size, by one",
                        (ledger, place) -> edit(ledger, place, note -> {
                            Checkpoint stated = Checkpoint.parse(note.text());
                            Checkpoint other = new Checkpoint(stated.origin(), stated.size() + 1, stated.root());
                            return new Note(other.text(), note.signatures());
                        })),
                Attempt.on(
                        "another key",
                        "a checkpoint signed by somebody else",
                        (ledger, place) -> edit(ledger, place, Signer::byAnybody)),
                Attempt.on(
                        "strip the cosignature",
                        "the witness' line is gone",
                        (ledger, place) -> edit(
                                ledger,
                                place,
                                note -> new Note(note.text(), note.signatures().subList(0, 1)))));
    }

    private void rewrite(LedgerCopy ledger, Place place, Signer.Cosigning cosigning) {
        OnTheLog.flip(ledger, place);
        signer.signAnew(ledger, place.partition(), OnTheLog.entry(ledger, place).tenant(), cosigning);
    }

    private static void edit(LedgerCopy ledger, Place place, UnaryOperator<Note> change) {
        int at = ledger.notes().indexOf(newest(ledger, place));
        ledger.notes().set(at, change.apply(Note.parse(ledger.notes().get(at))).format());
    }

    /** Of the tenant whose entry stands there, and of a tree that holds it. */
    static boolean covers(LedgerCopy ledger, Place place, String note) {
        Checkpoint stated = Checkpoint.parse(Note.parse(note).text());
        String tenant = OnTheLog.entry(ledger, place).tenant();
        long index = ledger.partition(place.partition()).subList(0, place.at()).stream()
                .filter(entry -> entry.tenant().equals(tenant))
                .count();
        return stated.origin().equals("seenby/" + tenant) && stated.size() > index;
    }

    /** All that state this size: what was not read back in time is published twice. */
    private static void dropNewest(LedgerCopy ledger, Place place) {
        String text = Note.parse(newest(ledger, place)).text();
        ledger.notes().removeIf(note -> Note.parse(note).text().equals(text));
    }

    static String newest(LedgerCopy ledger, Place place) {
        String origin = "seenby/" + OnTheLog.entry(ledger, place).tenant();
        return ledger.notes().stream()
                .filter(note -> note.startsWith(origin + "\n"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static boolean isNewest(LedgerCopy ledger, String note) {
        String origin = note.substring(0, note.indexOf('\n') + 1);
        return ledger.notes().stream()
                .filter(each -> each.startsWith(origin))
                .reduce((first, second) -> second)
                .filter(note::equals)
                .isPresent();
    }
}
