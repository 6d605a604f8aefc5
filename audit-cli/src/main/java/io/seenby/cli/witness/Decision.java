package io.seenby.cli.witness;

import io.seenby.core.ledger.Note;

/** What a witness makes of a checkpoint. */
sealed interface Decision {

    /** It is kept and may be told to everyone. */
    record Cosigned(Note.Signature cosignature) implements Decision {}

    /** The log is none of ours. */
    record UnknownLog() implements Decision {}

    /** No key that is trusted for this log signed it. */
    record NotSigned() implements Decision {}

    /** It says that the log was larger before than it is now. */
    record Shrunken() implements Decision {}

    /** The log thinks of another size than we cosigned last: it asks again, with the proof from there. */
    record OtherSize(long cosigned) implements Decision {}

    /** As large as what we cosigned, and not the same: the log has two histories. */
    record Fork() implements Decision {}

    /** The proof does not show that it grew from what we cosigned. */
    record NotProven() implements Decision {}
}
