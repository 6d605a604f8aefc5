package io.seenby.access.fhir;

import io.seenby.access.receipt.Receipt;
import java.util.Optional;

/**
 * What is answered, and the receipt over what of it was recorded.
 *
 * @param receipt empty if nothing was, or if it could not be signed
 */
record Receipted<T>(T answer, Optional<Receipt> receipt) {

    static <T> Receipted<T> without(T answer) {
        return new Receipted<>(answer, Optional.empty());
    }
}
